// `npm run screenshots`: takes the pictures of the README in the newest VS Code, from the sample pipeline.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserServers } from './browser-servers.mjs';
import { build, installDependencies, packageExtension } from './dependencies.mjs';
import { root } from './paths.mjs';
import { Problem, runMain } from './problem.mjs';
import { runAloud } from './processes.mjs';
import { freshSample } from './sample.mjs';
import { version } from './versions.mjs';
import { temporaryFolder } from './workspace.mjs';

await runMain(async () => {
  await installDependencies();
  await build({ tests: true });
  const servers = new BrowserServers(version('newest'), await packageExtension());
  const target = join(root, 'media', 'readme');
  await mkdir(target, { recursive: true });
  const temporary = await temporaryFolder();
  try {
    const sample = await freshSample(join(temporary.folder, 'sample'));
    const env = { ...process.env, ...(await servers.environment()) };
    const code = await runAloud(process.execPath, ['out/browser/screenshots.js', sample, target], { env });
    if (code !== 0) throw new Problem('The pictures could not be taken.');
  } finally {
    await servers.stopAll();
    await temporary.remove();
  }
  console.log(`The pictures are in ${target}`);
});
