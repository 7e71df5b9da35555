// How long git's driver for deals takes for a file that two people have changed, beside Node starting: in turn, pair by pair.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hold } from '../launch/goals.mjs';
import { line, middle } from './support/measure';

const PAIRS = 30;
const base = readFileSync('media/sample-pipeline/deals/baustoffe-wiesenrode.md', 'utf8');
const ours = logged('2026-11-20 call: all fine').replace('value: 67000', 'value: 68000');
const theirs = logged('2026-11-21 mail: sent').replace('owner: dana', 'owner: lee');

const folder = mkdtempSync(join(tmpdir(), 'merge-bench-'));
try {
  const [O, A, B] = ['O', 'A', 'B'].map(name => join(folder, name));
  writeFileSync(O!, base);
  writeFileSync(B!, theirs);
  // As the set-up lays it into a clone: there it keeps what Node has made of it.
  const program = join(folder, 'merge.cjs');
  copyFileSync('dist/merge.js', program);
  const pairs = Array.from({ length: PAIRS + 1 }, () => {
    writeFileSync(A!, ours);
    return { floor: timed(['-e', '0']), merge: timed([program, 'merge', O!, A!, B!, 'deal.md']) };
  }).slice(1);
  const ratio = middle(pairs.map(({ floor, merge }) => merge / floor));
  console.log(`a deal of 2 KB that both have changed, whole processes, the median of ${PAIRS} pairs`);
  console.log(line('  floor: start Node', middle(pairs.map(({ floor }) => floor))));
  console.log(line('  merge it', middle(pairs.map(({ merge }) => merge)), `${ratio.toFixed(2)} × the floor`));
  hold('merge', ratio);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function logged(entry: string): string {
  return base.replace('## Log\n\n', `## Log\n\n- ${entry}\n`);
}

function timed(args: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(String(stderr));
  return performance.now() - start;
}
