import assert from 'node:assert/strict';
import { sidesOf } from '../../../../src/core/frontMatter/conflict';
import { mergeDeal } from '../../../../src/core/merge/mergeDeal';
import { chanceFrom, newDeal, oneOf, work } from '../../cli/support/month';
import { look, type Counted } from '../../cli/support/monthTruth';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 1);
const DAYS = 18;

/** As `cli/month.test.ts`, but without git: so there can be very many. */
describe('months of two people and one deal', () => {
  it('have no conflict that nobody needs, tell all others, and lose nothing', function () {
    this.timeout(60_000 * RUNS);
    const counted: Counted = { both: 0, open: 0, wrong: [] };
    for (let month = 0; month < 40 * RUNS; month++) {
      const chance = chanceFrom(SEED * 100_000 + month);
      let base = newDeal(month);
      for (let day = 0; day < DAYS; day++) {
        const on = () => `2026-01-${String(5 + day + Math.floor(chance() * 2)).padStart(2, '0')}`;
        const [ours, theirs] = [work(base, chance, on()), work(base, chance, on())];
        const merged = mergeDeal({ base, ours, theirs });
        assert.ok(merged.kind === 'merged', [base, ours, theirs].join('\n'));
        if (ours !== base && theirs !== base && ours !== theirs)
          look(merged.text, { base, ours, theirs }, counted);
        const sides = sidesOf(merged.text);
        base = sides ? oneOf(chance, [sides.ours, sides.theirs]).text : merged.text;
      }
    }
    assert.equal(counted.wrong.length, 0, `${counted.wrong.length} of ${counted.both}\n${counted.wrong[0]}`);
    assert.ok(counted.both > 300 * RUNS && counted.open > 50 * RUNS, JSON.stringify(counted, undefined, 1));
  });
});
