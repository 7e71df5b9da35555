import assert from 'node:assert/strict';
import { addDays } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { agendaGroupOf, byDue } from '../../../../src/core/pipeline/agenda';
import { date, makeDeal } from '../../support/deals';

/** A Tuesday. */
const TODAY = date('2026-11-24');
const on = (nextStepOn: string): Partial<Deal> => ({ nextStep: 'Call', nextStepOn: date(nextStepOn) });

describe('the agenda', () => {
  for (const [group, given] of [
    ['overdue', on('2026-11-23')],
    ['today', on('2026-11-24')],
    ['week', on('2026-11-25')],
    ['week', on('2026-11-29')],
    ['later', on('2026-11-30')],
    ['later', { nextStep: 'Call' }],
    ['none', {}],
    ['week', { nextStepOn: date('2026-11-27') }],
    [undefined, { ...on('2026-11-23'), status: 'won' as const }],
  ] as const) {
    it(`has a deal with ${JSON.stringify(given)} under ${group}`, () =>
      assert.equal(agendaGroupOf(makeDeal(given), TODAY), group));
  }

  it('has weeks that end on Sunday, whatever the day', () => {
    for (let day = 0; day < 14; day++) {
      const today = addDays(date('2026-11-16'), day);
      const sunday = day < 7 ? date('2026-11-22') : date('2026-11-29');
      const group = (nextStepOn: typeof sunday) => agendaGroupOf(makeDeal({ nextStepOn }), today);
      assert.equal(group(sunday), today === sunday ? 'today' : 'week');
      assert.equal(group(addDays(sunday, 1)), 'later');
    }
  });

  it('has the earliest first, then the most valuable', () => {
    const value = (amount: number) => ({ value: { amount, currency: 'EUR' } });
    const deals = [
      makeDeal({ path: 'undated, little', ...value(1) }),
      makeDeal({ path: 'undated, much', ...value(9) }),
      makeDeal({ path: 'a: none', ...on('2026-11-25') }),
      makeDeal({ path: 'b: little', ...on('2026-11-25'), ...value(5) }),
      makeDeal({ path: 'd: much', ...on('2026-11-25'), ...value(50) }),
      makeDeal({ path: 'c: much', ...on('2026-11-25'), ...value(50) }),
      makeDeal({ path: 'z: early', ...on('2026-11-23') }),
    ];
    for (const a of deals)
      for (const b of deals) assert.equal(byDue(a, b) + byDue(b, a), 0, `${a.path}, ${b.path}`);
    for (const some of [deals, deals.toReversed()])
      assert.deepEqual(
        some.toSorted(byDue).map(({ path }) => path),
        ['z: early', 'c: much', 'd: much', 'b: little', 'a: none', 'undated, much', 'undated, little'],
      );
  });
});
