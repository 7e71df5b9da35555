// `npm run bench`: measures in plain Node, then in the extension host of a real VS Code.
//   npm run bench -- --oldest   in the oldest VS Code instead of the newest
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, installDependencies } from './dependencies.mjs';
import { runEntry } from './host.mjs';
import { Problem, runMain } from './problem.mjs';
import { runAloud } from './processes.mjs';
import { version } from './versions.mjs';

const hostBench = join('out', 'test', 'bench.js');
const timeout = 10 * 60_000;

await runMain(async () => {
  await installDependencies();
  await build({ tests: true });
  for (const file of await benches()) {
    console.log(`\n▶ ${file}, in Node ${process.versions.node}`);
    const code = await runAloud(process.execPath, ['--expose-gc', file], { timeout });
    if (code !== 0) throw new Problem(`${file} ended with ${code ?? 'its time over'}.`);
  }
  if (!existsSync(hostBench)) return;
  console.log(`\n▶ ${hostBench}, in the extension host`);
  const vscode = version(process.argv.includes('--oldest') ? 'oldest' : 'newest');
  const problem = await runEntry(vscode, { entry: hostBench, timeout });
  if (problem) throw new Problem(`${hostBench}: ${problem}.`);
});

async function benches() {
  const folder = join('out', 'bench');
  if (!existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names
    .filter(name => name.endsWith('.bench.js'))
    .sort()
    .map(name => join(folder, name));
}
