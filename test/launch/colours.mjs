// `npm run colours`: writes the colours that VS Code's own themes give to a webview, in the oldest and the newest VS Code,
// into test/fixtures/themeColours.json. The tests of the page use them; run it again when the page uses another colour.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserServers } from './browser-servers.mjs';
import { build, installDependencies } from './dependencies.mjs';
import { root } from './paths.mjs';
import { Problem, runMain } from './problem.mjs';
import { runAloud } from './processes.mjs';
import { version } from './versions.mjs';
import { temporaryFolder } from './workspace.mjs';

await runMain(async () => {
  await installDependencies();
  await build({ tests: true });
  const temporary = await temporaryFolder();
  /** @type {Record<string, unknown>} */
  const all = {};
  try {
    for (const one of [version('oldest'), version('newest')]) {
      const servers = new BrowserServers(one);
      const target = join(temporary.folder, `${one.name}.json`);
      try {
        const env = { ...process.env, ...(await servers.environment()) };
        const code = await runAloud(process.execPath, ['out/browser/dumpColours.js', target], { env });
        if (code !== 0) throw new Problem(`The colours of VS Code ${one.vscode} could not be read.`);
      } finally {
        await servers.stopAll();
      }
      all[one.name] = JSON.parse(await readFile(target, 'utf8'));
    }
  } finally {
    await temporary.remove();
  }
  const file = join(root, 'test', 'fixtures', 'themeColours.json');
  await writeFile(file, `${JSON.stringify(all, undefined, 2)}\n`);
  console.log(`The colours are in ${file}`);
});
