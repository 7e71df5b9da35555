// How long `deal-notes list` and `check` take as a whole, beside Node starting and reading the same files: in turn, pair by pair.
// Cold with nothing kept of an earlier call, warm with what the call before has kept.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hold } from '../launch/goals.mjs';
import { makeDeals } from './support/deals';
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
  } finally {
    remove();
  }
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
