// `npm run bench`: measures in plain Node, in the extension host of a real VS Code, and in one in a browser. Ends with our goals
// and the figures beside them; out/artifacts/bench.json has them too.
//   npm run bench -- --oldest   in the oldest VS Code instead of the newest
//   npm run bench -- merge git  only these in plain Node (test/bench), `host` or `browser`
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BrowserServers } from './browser-servers.mjs';
import { build, installDependencies } from './dependencies.mjs';
import { goalsTold, goalsVariable, heldIn } from './goals.mjs';
import { runEntry } from './host.mjs';
import { artifacts } from './paths.mjs';
import { Problem, runMain } from './problem.mjs';
import { runAloud } from './processes.mjs';
import { version } from './versions.mjs';
import { temporaryFolder } from './workspace.mjs';

const hostBench = join('out', 'test', 'bench.js');
const browserBench = join('out', 'browser', 'bench.js');
const timeout = 20 * 60_000;

const vscode = version(process.argv.includes('--oldest') ? 'oldest' : 'newest');
const chosen = process.argv.slice(2).filter(argument => !argument.startsWith('-'));
const isChosen = (/** @type {string} */ name) => !chosen.length || chosen.includes(name);

await runMain(async () => {
  const temporary = await temporaryFolder();
  try {
    const noted = join(temporary.folder, 'goals.jsonl');
    await writeFile(noted, '');
    process.env[goalsVariable] = noted;
    await installDependencies();
    await build({ tests: true });
    await runAll(noted);
    const held = heldIn(noted);
    await mkdir(artifacts, { recursive: true });
    await writeFile(join(artifacts, 'bench.json'), `${JSON.stringify(held, null, 2)}\n`);
    console.log(`\n▶ goals and figures, 10,000 deals unless another number is said\n${goalsTold(held)}`);
  } finally {
    await temporary.remove();
  }
});

/** @param {string} noted the file that takes what has a goal */
async function runAll(noted) {
  for (const file of await benches()) {
    console.log(`\n▶ ${file}, in Node ${process.versions.node}`);
    await run(['--expose-gc', file]);
  }
  if (isChosen('host')) {
    console.log(`\n▶ ${hostBench}, in the extension host`);
    const env = { [goalsVariable]: noted };
    const problem = await runEntry(vscode, {
      entry: hostBench,
      workspace: 'test/fixtures/empty',
      timeout,
      env,
    });
    if (problem) throw new Problem(`${hostBench}: ${problem}.`);
  }
  if (isChosen('browser')) await runInBrowser();
}

async function runInBrowser() {
  console.log(`\n▶ ${browserBench}, in a browser`);
  const servers = new BrowserServers(vscode);
  try {
    await run([browserBench], await servers.environment());
  } finally {
    await servers.stopAll();
  }
}

/** @param {readonly string[]} args @param {Record<string, string>} [env] */
async function run(args, env = {}) {
  const code = await runAloud(process.execPath, [...args], { timeout, env: { ...process.env, ...env } });
  if (code !== 0) throw new Problem(`${args.at(-1)} ended with ${code ?? 'its time over'}.`);
}

async function benches() {
  const folder = join('out', 'bench');
  const names = await readdir(folder, { recursive: true });
  return names
    .filter(name => name.endsWith('.bench.js') && isChosen(basename(name, '.bench.js')))
    .sort()
    .map(name => join(folder, name));
}
