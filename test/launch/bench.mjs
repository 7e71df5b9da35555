// `npm run bench`: measures in plain Node, in the extension host of a real VS Code, and in one in a browser.
//   npm run bench -- --oldest   in the oldest VS Code instead of the newest
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserServers } from './browser-servers.mjs';
import { build, installDependencies } from './dependencies.mjs';
import { runEntry } from './host.mjs';
import { Problem, runMain } from './problem.mjs';
import { runAloud } from './processes.mjs';
import { version } from './versions.mjs';

const hostBench = join('out', 'test', 'bench.js');
const browserBench = join('out', 'browser', 'bench.js');
const timeout = 10 * 60_000;

await runMain(async () => {
  await installDependencies();
  await build({ tests: true });
  for (const file of await benches()) {
    console.log(`\n▶ ${file}, in Node ${process.versions.node}`);
    const code = await runAloud(process.execPath, ['--expose-gc', file], { timeout });
    if (code !== 0) throw new Problem(`${file} ended with ${code ?? 'its time over'}.`);
  }
  console.log(`\n▶ ${hostBench}, in the extension host`);
  const vscode = version(process.argv.includes('--oldest') ? 'oldest' : 'newest');
  const problem = await runEntry(vscode, { entry: hostBench, workspace: 'test/fixtures/empty', timeout });
  if (problem) throw new Problem(`${hostBench}: ${problem}.`);
  console.log(`\n▶ ${browserBench}, in a browser`);
  const servers = new BrowserServers(vscode);
  try {
    const env = { ...process.env, ...(await servers.environment()) };
    const code = await runAloud(process.execPath, [browserBench], { env, timeout });
    if (code !== 0) throw new Problem(`${browserBench} ended with ${code ?? 'its time over'}.`);
  } finally {
    await servers.stopAll();
  }
});

async function benches() {
  const folder = join('out', 'bench');
  const names = await readdir(folder, { recursive: true });
  return names
    .filter(name => name.endsWith('.bench.js'))
    .sort()
    .map(name => join(folder, name));
}
