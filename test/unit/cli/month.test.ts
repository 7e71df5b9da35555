import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sidesOf } from '../../../src/core/frontMatter/conflict';
import { chanceFrom, Clone, newDeal, oneOf, work, type Chance } from './support/month';
import { look, type Counted } from './support/monthTruth';

/** `PROPERTY_RUNS=20` works twenty times as long; `PROPERTY_SEED` chooses another month. */
const DAYS = 3 * Number(process.env['PROPERTY_RUNS'] ?? 1);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 1);
const DEALS = 4;

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
      assert.equal(
        counted.wrong.length,
        0,
        `${counted.wrong.length} of ${counted.both}\n${counted.wrong[0]}`,
      );
      assert.ok(counted.both > DAYS && counted.open > 0, JSON.stringify(counted));
    });
});
