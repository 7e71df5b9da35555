import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conflictsIn, sidesOf } from '../../../src/core/frontMatter/conflict';
import { isDeal } from '../../../src/core/deal/entry';
import { read } from '../support/deals';
import { chanceFrom, Clone, field, linesBelow, newDeal, oneOf, work, type Chance } from './support/month';

/** `PROPERTY_RUNS=20` works twenty times as long; `PROPERTY_SEED` chooses another month. */
const DAYS = 3 * Number(process.env['PROPERTY_RUNS'] ?? 1);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 1);
const DEALS = 4;

interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  owner: ['owner'],
  close_date: ['close_date'],
  value: ['value', 'currency'],
  next_step: ['next_step', 'next_step_on'],
};

/** What nobody but a person can decide: written down here once more, and in another way than the merge does it. */
function trueConflicts(versions: Versions): string[] {
  const { base, ours, theirs } = versions;
  const fields = Object.entries(GROUPS).filter(([, keys]) => {
    const changed = (side: string) => keys.filter(key => field(side, key) !== field(base, key));
    const isIn = (side: string, other: string) =>
      changed(side).every(key => field(side, key) === field(other, key));
    return !isIn(ours, theirs) && !isIn(theirs, ours);
  });
  const notes = [/^(?:A mill|Now \w+ mills).*$/m, /^(?:It takes|By now).*$/m].filter(line => {
    const [from, mine, others] = [base, ours, theirs].map(text => line.exec(text)?.[0]);
    return mine !== from && others !== from && mine !== others;
  });
  return [
    ...fields.map(([name]) => name),
    ...(isMoveOpen(versions) ? ['standing'] : []),
    ...(notes.length ? ['notes'] : []),
  ].sort();
}

function isMoveOpen({ base, ours, theirs }: Versions): boolean {
  const known = linesBelow(base, 'history');
  const news = (side: string) => linesBelow(side, 'history').slice(known.length);
  const [mine, others] = [news(ours), news(theirs)];
  // Of moves that are alike in number and kind, nobody has gone on.
  const left = (some: readonly string[], other: readonly string[]) => {
    const rest = [...other];
    return some.filter(line => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
  };
  const [own, their] = [left(mine, others), left(others, mine)];
  if (!own.length || !their.length) return false;
  const last = (lines: readonly string[]) =>
    lines
      .map(line => /on: (\S+),/.exec(line)![1]!)
      .sort()
      .at(-1)!;
  const isClosed = (side: string) => field(side, 'status') !== 'open';
  if (isClosed(ours) && isClosed(theirs)) return true;
  const isSame = !isClosed(ours) && !isClosed(theirs) && field(ours, 'stage') === field(theirs, 'stage');
  if (isSame) return false;
  if (last(own) === last(their)) return true;
  const [earlier] = last(own) < last(their) ? [ours] : [theirs];
  return isClosed(earlier);
}

const UNIT_OF = new Map([
  ...Object.entries(GROUPS).flatMap(([name, keys]) => keys.map(key => [key, name] as const)),
  ...['stage', 'status', 'closed_on', 'history'].map(key => [key, 'standing'] as const),
]);

function toldConflicts(text: string): string[] {
  const keys = conflictsIn(text).flatMap(
    ({ ours }) => /^ours: (.*)$/.exec(ours.label)?.[1]!.split(', ') ?? ['notes'],
  );
  return [...new Set(keys.map(key => UNIT_OF.get(key) ?? key))].sort();
}

/** Lines of a side that are new and not in the result, but for those that say where the deal stands. */
function lostLines(merged: string, { base, ours, theirs }: Versions): string[] {
  const [was, is] = [base, merged].map(text => new Set(text.split('\n')));
  const isStanding = (line: string) => /^(?:stage|status|closed_on): /.test(line);
  return [ours, theirs].flatMap(side =>
    side.split('\n').filter(line => !was!.has(line) && !is!.has(line) && !isStanding(line)),
  );
}

/** Tags that one side has taken out, and that are there again. */
function cameBack(merged: string, { base, ours, theirs }: Versions): string[] {
  const result = linesBelow(merged, 'tags');
  return linesBelow(base, 'tags').filter(
    tag => result.includes(tag) && [ours, theirs].some(side => !linesBelow(side, 'tags').includes(tag)),
  );
}

interface Counted {
  both: number;
  open: number;
  readonly wrong: string[];
}

function look(merged: string, versions: Versions, counted: Counted): void {
  counted.both++;
  const [meant, told] = [trueConflicts(versions), toldConflicts(merged)];
  if (meant.length) counted.open++;
  const say = (what: string) =>
    counted.wrong.push(`${what}\n${JSON.stringify(versions, undefined, 1)}\n${merged}`);
  if (told.join() !== meant.join()) say(`told: ${told.join()}; open: ${meant.join()}`);
  const lost = lostLines(merged, versions);
  if (lost.length) say(`lost: ${lost.join('\n')}`);
  const back = cameBack(merged, versions);
  if (back.length) say(`back: ${back.join()}`);
  const sides = sidesOf(merged);
  for (const one of sides ? [sides.ours.text, sides.theirs.text] : [merged]) {
    const entry = read(one);
    if (!isDeal(entry)) say('does not read');
    const history = linesBelow(one, 'history');
    const stage = history.map(line => / stage: ([\w-]+)/.exec(line)?.[1]).findLast(Boolean);
    if (stage !== field(one, 'stage')) say(`history ends in ${stage}`);
  }
}

/** Brings a person's one commit together with what the others have pushed, in one of the ways that there are. */
function bringTogether(clone: Clone, chance: Chance, counted: Counted): void {
  const [ours, theirs] = ['main', 'origin/main'].map(name => clone.git('rev-parse', name).trim());
  const base = clone.git('merge-base', ours!, theirs!).trim();
  if (base === theirs) return;
  const way = oneOf(chance, ['merge', 'rebase', 'pick'] as const);
  const isDone =
    way === 'merge'
      ? clone.tries('merge', '--no-edit', theirs!)
      : way === 'rebase'
        ? clone.tries('rebase', theirs!)
        : clone.tries('reset', '--hard', theirs!) && clone.tries('cherry-pick', ours!);
  for (let number = 0; number < DEALS; number++) {
    const path = `deal ${number}.md`;
    const [from, mine, others] = [base, ours!, theirs!].map(commit => clone.at(commit, path));
    const merged = clone.read(path);
    if (mine !== from && others !== from && mine !== others) {
      const isMerge = way === 'merge';
      const versions = { base: from!, ours: isMerge ? mine! : others!, theirs: isMerge ? others! : mine! };
      look(merged, versions, counted);
    }
    const sides = sidesOf(merged);
    if (sides) clone.write(path, oneOf(chance, [sides.ours, sides.theirs]).text);
  }
  if (isDone) return;
  clone.git('add', '--all');
  if (way === 'merge') clone.git('commit', '--quiet', '--no-edit');
  else if (!clone.tries(way === 'pick' ? 'cherry-pick' : 'rebase', '--continue'))
    clone.git(way === 'pick' ? 'cherry-pick' : 'rebase', '--skip');
}

describe('a month of people who work in clones of one pipeline', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deal-month-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const people of [2, 3])
    it(`has no conflict that nobody needs, tells all others, and loses nothing: ${people} people`, function () {
      this.timeout(60_000 * Math.ceil(DAYS / 3));
      const chance = chanceFrom(SEED * 10 + people);
      const origin = join(folder, 'origin.git');
      execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin]);
      const clones = Array.from({ length: people }, (_, at) =>
        Clone.make(origin, join(folder, `clone${at}`), `rep${at}`),
      );
      const [first] = clones;
      first!.write('.gitattributes', '*.md merge=deal-notes\n');
      for (let number = 0; number < DEALS; number++) first!.write(`deal ${number}.md`, newDeal(number));
      first!.git('add', '--all');
      first!.git('commit', '--quiet', '--message', 'Start');
      first!.git('push', '--quiet', 'origin', 'main');
      for (const clone of clones.slice(1)) clone.git('pull', '--quiet', 'origin', 'main');
      const counted: Counted = { both: 0, open: 0, wrong: [] };
      // Until people have also changed the same thing: in a short month, chance may have spared them.
      for (let day = 0; day < DAYS || counted.open === 0; day++) {
        const on = `2026-01-${String(5 + (day % 24)).padStart(2, '0')}`;
        for (const clone of clones) {
          for (let number = 0; number < DEALS; number++) {
            if (chance() < 0.2) continue;
            const path = `deal ${number}.md`;
            // Not everybody works on the same day between two pulls.
            const own =
              chance() < 0.5 ? on : on.replace(/\d\d$/, last => String(Number(last) + 1).padStart(2, '0'));
            clone.write(path, work(clone.read(path), chance, own));
          }
          clone.git('commit', '--quiet', '--all', '--allow-empty', '--message', `Day ${day}`);
        }
        for (const clone of clones) {
          clone.git('fetch', '--quiet', 'origin');
          bringTogether(clone, chance, counted);
          clone.git('push', '--quiet', 'origin', 'main');
        }
        for (const clone of clones) clone.git('pull', '--quiet', '--ff-only', 'origin', 'main');
      }
      assert.deepEqual(counted.wrong, [], `${counted.wrong.length} of ${counted.both}\n${counted.wrong[0]}`);
      assert.ok(counted.both > DAYS && counted.open > 0, JSON.stringify(counted));
    });
});
