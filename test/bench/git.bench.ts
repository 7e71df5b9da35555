// How long it takes to know from git what deals were: at first, in the next process, after one more commit, and when nothing moved.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Keep } from '../../src/actions/ports/keep';
import { addDays, type CalendarDate } from '../../src/core/calendar';
import { DEFAULT_PROCESS } from '../../src/core/process/process';
import { STAGE_IDS } from '../../src/core/process/stages';
import { gitFrom } from '../../src/git/git';
import { hold } from '../launch/goals.mjs';
import { gitItself } from './support/gitItself';
import { costOf, line, longestBlock, median, middle, pairs } from './support/measure';

const FIRST = '2025-01-06' as CalendarDate;

const [DEALS, COMMITS] = [1000, 5000];
const [MANY, MANY_COMMITS] = [10_000, 2000];

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'deal-notes-bench-'));
  makeRepository(root, DEALS, COMMITS);
  const folder = join(root, 'deals');
  mkdirSync(folder);
  console.log(`${DEALS} deals in ${COMMITS} commits`);
  const keep = inMemory();
  const ask = async (git = aGit(keep)) => {
    const found = await git.factsOf(folder, DEFAULT_PROCESS);
    if (found?.known?.size !== DEALS) throw new Error(`Git does not know the deals: ${found?.gap}.`);
  };
  const start = performance.now();
  const blocked = await longestBlock(() => ask());
  const note = `nothing else could run for ${blocked.toFixed(0)} ms at most`;
  console.log(line('  at first', performance.now() - start, note));
  await timeAgainstGit(folder, () => ask(aGit(inMemory())));
  console.log(line('  in the next process', await median(() => ask())));
  const same = aGit(keep);
  await ask(same);
  const again = await median(() => ask(same));
  hold('gitAgain', again);
  console.log(line('  once more in the same one', again));
  let more = 0;
  const afterOne = () => {
    commit(root, [`M 100644 inline deals/deal-${more}.md\n${data(text(more, 100 + more++))}`]);
    return ask(same);
  };
  console.log(line('  after one more commit', await median(afterOne)));
  execFileSync('git', ['-C', root, 'reset', '--quiet', '--hard']);
  await timeChanges(folder, [50, 500, 2000]);
  rmSync(root, { recursive: true, force: true });
  await timeMany();
}

/** The first look beside what git takes by itself for the same: pairs, as others may use the machine, too. */
async function timeAgainstGit(folder: string, first: () => Promise<void>): Promise<void> {
  const found = await pairs(gitItself(folder), first);
  for (const [at, what] of (['git itself, read by nobody', 'at first, beside it'] as const).entries()) {
    const costs = found.map(pair => pair[at]!);
    const cpu = middle(costs.map(cost => cost.cpu));
    const ms = middle(costs.map(cost => cost.ms));
    if (at) hold('gitFirst', ms);
    console.log(line(`  ${what}`, ms, `${cpu.toFixed(0)} ms of processors`));
  }
  const ratio = (of: 'ms' | 'cpu') => middle(found.map(([git, ours]) => ours[of] / git[of])).toFixed(2);
  console.log(`  at first / git itself: ${ratio('ms')} by the clock, ${ratio('cpu')} by processors`);
}

/** What a pipeline of many deals takes, which were all there at the first of some commits. */
async function timeMany(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'deal-notes-bench-'));
  makeRepository(root, MANY, MANY_COMMITS);
  execFileSync('git', ['-C', root, 'reset', '--quiet', '--hard']);
  console.log(`${MANY} deals in ${MANY_COMMITS} commits`);
  await timeChanges(join(root, 'deals'), [50, 500]);
  rmSync(root, { recursive: true, force: true });
}

async function timeChanges(folder: string, since: readonly number[]): Promise<void> {
  for (const back of since) {
    const args = ['dist/cli.js', 'changes', `HEAD~${back}`, 'now', folder, '--json'];
    const changes = () => execFileSync(process.execPath, args, { maxBuffer: 1 << 28 });
    changes();
    const costs = [await costOf(changes), await costOf(changes), await costOf(changes)];
    const [ms, cpu] = (['ms', 'cpu'] as const).map(of => middle(costs.map(cost => cost[of])));
    const note = `${cpu!.toFixed(0)} ms of processors`;
    console.log(line(`  deal-notes changes since HEAD~${back}, as a whole`, ms!, note));
  }
}

function aGit(keep: Keep) {
  return gitFrom({ cwd: tmpdir(), env: process.env }, { keepFor: () => keep });
}

function inMemory(): Keep {
  const kept = new Map<string, string>();
  return {
    read: name => Promise.resolve(kept.get(name)),
    write: (name, written) => Promise.resolve(void kept.set(name, written)),
  };
}

/** Each commit changes a deal, and every twentieth is a merge. */
function makeRepository(root: string, deals: number, commits: number): void {
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', root]);
  const all = Array.from({ length: deals }, (_, at) => fileOf(at, 0));
  const made = [commitAs('main', 1, FIRST, all)];
  for (let mark = 2; mark <= commits; mark++) {
    const at = (mark * 7919) % deals;
    const on = addDays(FIRST, Math.floor(mark / 10));
    if (mark % 20 === 18) made.push(commitAs('side', mark, on, [fileOf(at, mark)], `from :${mark - 1}\n`));
    else if (mark % 20 === 19)
      made.push(commitAs('main', mark, on, [fileOf(at, mark)], `from :${mark - 2}\n`));
    else if (mark % 20 === 0 && mark > 2) {
      const merged = fileOf(((mark - 2) * 7919) % deals, mark - 2);
      made.push(commitAs('main', mark, on, [merged], `from :${mark - 1}\nmerge :${mark - 2}\n`));
    } else made.push(commitAs('main', mark, on, [fileOf(at, mark)]));
  }
  execFileSync('git', ['-C', root, 'fast-import', '--quiet'], { input: made.join('') });
}

function commit(root: string, files: readonly string[]): void {
  const input = commitAs('main', 1, addDays(FIRST, 2000), files, 'from refs/heads/main^0\n');
  execFileSync('git', ['-C', root, 'fast-import', '--quiet'], { input });
}

function commitAs(
  branch: string,
  mark: number,
  on: CalendarDate,
  files: readonly string[],
  from = '',
): string {
  const seconds = Date.parse(`${on}T09:00:00Z`) / 1000;
  const who = `Dana <dana@acme.example> ${seconds} +0100\n`;
  return `commit refs/heads/${branch}\nmark :${mark}\ncommitter ${who}${data('Deals')}${from}${files.join('')}`;
}

function fileOf(number: number, version: number): string {
  return `M 100644 inline deals/deal-${number}.md\n${data(text(number, version))}`;
}

function data(written: string): string {
  return `data ${Buffer.byteLength(written)}\n${written}\n`;
}

function text(number: number, version: number): string {
  return [
    '---',
    `title: Account ${number}, warehouse scanners`,
    `account: Account ${number}`,
    `owner: ${['dana', 'marek', 'ines', 'tom'][(number + (version >> 3)) % 4]}`,
    `stage: ${STAGE_IDS[Math.floor(version / 700) % 7]}`,
    `value: ${4000 + ((number * 37 + version) % 90_000)}`,
    'currency: EUR',
    `close_date: ${addDays(FIRST, 300 + (version % 200))}`,
    `next_step: Send quote ${version}`,
    `created: ${FIRST}`,
    '---',
    '## Log',
    '',
    '- 2026-11-20 call: asked for a reference customer in the same trade\n'.repeat(20),
  ].join('\n');
}

void main();
