// How long `deal-notes list` and `check` take as a whole, beside Node starting and reading the same files: in turn, pair by pair.
// Cold with nothing kept of an earlier call, warm with what the call before has kept.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hold } from '../launch/goals.mjs';
import { dealText, makeDeals } from './support/deals';
import { line, middle } from './support/measure';

const PAIRS = 7;
const READ = `const fs=require('fs');for(const f of fs.readdirSync(process.argv[1]))fs.readFileSync(process.argv[1]+'/'+f,'utf8')`;

for (const count of [1000, 10_000]) {
  const { folder, remove } = makeDeals(count);
  try {
    const pairs = Array.from({ length: PAIRS }, () => ({
      floor: timed(['-e', READ, folder]),
      ...inNewCache(() => ({
        cold: timed(['dist/cli.js', 'list', '--json', folder]),
        warm: timed(['dist/cli.js', 'list', '--json', folder]),
      })),
      ...inNewCache(() => ({ check: timed(['dist/cli.js', 'check', '--json', folder]) })),
    })).slice(1);
    console.log(`${count} deals of 2 KB, whole processes, the median of ${pairs.length} pairs`);
    console.log(line('  floor: start Node and read the files', middle(pairs.map(({ floor }) => floor))));
    for (const way of ['cold', 'warm'] as const) {
      const ratio = middle(pairs.map(pair => pair[way] / pair.floor));
      const ms = middle(pairs.map(pair => pair[way]));
      console.log(line(`  deal-notes list --json, ${way}`, ms, `${ratio.toFixed(1)} × the floor`));
      if (way === 'cold' && count === 10_000) hold('list', ratio);
    }
    const ratio = middle(pairs.map(({ check, cold }) => check / cold));
    const ms = middle(pairs.map(({ check }) => check));
    console.log(line('  deal-notes check --json, cold', ms, `${ratio.toFixed(1)} × list`));
    if (count === 10_000) hold('check', ratio);
    listChanged(folder, count);
  } finally {
    remove();
  }
}

/** Twenty files are not as they were committed; all that can be kept is kept. */
function listChanged(folder: string, count: number): void {
  const git = (...args: string[]) => {
    const { status, stderr } = spawnSync('git', ['-C', folder, ...args]);
    if (status !== 0) throw new Error(String(stderr));
  };
  git('init', '--quiet');
  git('add', '--all');
  const person = ['-c', 'user.name=Dana', '-c', 'user.email=dana@acme.example'];
  git(...person, 'commit', '--quiet', '--no-verify', '--message', 'Deals');
  for (let number = 0; number < 20; number++)
    writeFileSync(join(folder, `deal-${number}.md`), `${dealText(number)}More.\n`);
  inNewCache(() => {
    const list = () => timed(['dist/cli.js', 'list', '--changed', '--json', folder]);
    list();
    const pairs = Array.from({ length: PAIRS }, () => ({ bare: timed(['-e', '0']), ours: list() }));
    const ratio = middle(pairs.map(({ bare, ours }) => ours / bare));
    const ms = middle(pairs.map(({ ours }) => ours));
    console.log(line('  deal-notes list --changed --json', ms, `${ratio.toFixed(1)} × a bare Node`));
    if (count === 10_000) hold('listChanged', ratio);
  });
}

/** What is kept for this user is in a folder that nobody has used. */
function inNewCache<T>(run: () => T): T {
  const cache = mkdtempSync(join(tmpdir(), 'deal-notes-bench-cache-'));
  process.env.XDG_CACHE_HOME = cache;
  try {
    return run();
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function timed(args: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 28 });
  // `check` ends with 1 where it has found something.
  if (status !== 0 && status !== 1) throw new Error(String(stderr));
  return performance.now() - start;
}
