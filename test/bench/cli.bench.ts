// How long `deal-notes list` takes as a whole, beside Node starting and reading the same files: in turn, pair by pair.
import { spawnSync } from 'node:child_process';
import { makeDeals } from './support/deals';
import { line, middle } from './support/measure';

const PAIRS = 7;
const READ = `const fs=require('fs');for(const f of fs.readdirSync(process.argv[1]))fs.readFileSync(process.argv[1]+'/'+f,'utf8')`;

for (const count of [1000, 10_000]) {
  const { folder, remove } = makeDeals(count);
  try {
    const pairs = Array.from({ length: PAIRS }, () => ({
      floor: timed(['-e', READ, folder]),
      list: timed(['dist/cli.js', 'list', folder]),
    })).slice(1);
    const ratio = middle(pairs.map(({ floor, list }) => list / floor));
    console.log(`${count} deals of 2 KB, whole processes, the median of ${pairs.length} pairs`);
    console.log(line('  floor: start Node and read the files', middle(pairs.map(({ floor }) => floor))));
    console.log(
      line('  deal-notes list', middle(pairs.map(({ list }) => list)), `${ratio.toFixed(1)} × the floor`),
    );
  } finally {
    remove();
  }
}

function timed(args: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(String(stderr));
  return performance.now() - start;
}
