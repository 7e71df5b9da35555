// `npm run screenshots`: takes the pictures of the README and of docs in the newest VS Code, from the sample pipeline.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserServers } from './browser-servers.mjs';
import { build, installDependencies } from './dependencies.mjs';
import { makeMovingPicture } from './moving-picture.mjs';
import { root } from './paths.mjs';
import { Problem, runMain } from './problem.mjs';
import { runAloud } from './processes.mjs';
import { freshSample } from './sample.mjs';
import { version } from './versions.mjs';
import { temporaryFolder } from './workspace.mjs';

/** How long each frame is shown that test/browser/pictures/frames.ts takes. */
const MOVE = [
  { name: '1-before', seconds: 2 },
  { name: '2-moved', seconds: 3 },
  { name: '3-changes', seconds: 4 },
];

await runMain(async () => {
  await installDependencies();
  await build({ tests: true });
  const servers = new BrowserServers(version('newest'));
  const target = join(root, 'media', 'readme');
  await mkdir(target, { recursive: true });
  const temporary = await temporaryFolder();
  try {
    const sample = await freshSample(join(temporary.folder, 'sample'));
    const env = { ...process.env, ...(await servers.environment()) };
    const frames = join(temporary.folder, 'frames');
    await mkdir(frames);
    const args = ['out/browser/screenshots.js', sample, target, frames];
    const code = await runAloud(process.execPath, args, { env });
    if (code !== 0) throw new Problem('The pictures could not be taken.');
    if (!(await makeMovingPicture(frames, MOVE, join(target, 'move.gif'))))
      console.log('move.gif stays as it is: it takes ImageMagick (convert or magick) to make it.');
  } finally {
    await servers.stopAll();
    await temporary.remove();
  }
  console.log(`The pictures are in ${target}`);
});
