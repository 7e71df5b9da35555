import assert from 'node:assert/strict';
import { addDays } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { agendaGroupOf, agendaGroupOn, agendaTodosOf, byDue } from '../../../../src/core/pipeline/agenda';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { date, makeDeal } from '../../support/deals';

/** A Tuesday. */
const TODAY = date('2026-11-24');
const on = (nextStepOn: string): Partial<Deal> => ({ nextStep: 'Call', nextStepOn: date(nextStepOn) });

describe('the agenda', () => {
  for (const [group, given] of [
    ['overdue', on('2026-11-23')],
    ['today', on('2026-11-24')],
    ['tomorrow', on('2026-11-25')],
    ['week', on('2026-11-26')],
    ['week', on('2026-12-01')],
    ['later', on('2026-12-02')],
    ['later', { nextStep: 'Call' }],
    ['none', {}],
    ['week', { nextStepOn: date('2026-11-27') }],
    [undefined, { ...on('2026-11-23'), status: 'won' as const }],
  ] as const) {
    it(`has a deal with ${JSON.stringify(given)} under ${group}`, () =>
      assert.equal(agendaGroupOf(makeDeal(given), DEFAULT_PROCESS, TODAY), group));
  }

  it('plans the same seven days ahead on each day of the week: on a Friday, Monday is not far away', () => {
    for (let day = 0; day < 7; day++) {
      const today = addDays(TODAY, day);
      const ahead = Array.from({ length: 9 }, (_, days) =>
        agendaGroupOf(makeDeal({ nextStepOn: addDays(today, days) }), DEFAULT_PROCESS, today),
      );
      assert.deepEqual(ahead, ['today', 'tomorrow', ...Array<string>(6).fill('week'), 'later']);
    }
  });

  it('has the to-dos of open deals that are not on hold, each on its day', () => {
    const todos = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-12-01', '2026-12-02'].map((on, at) => ({
      ...{ on: date(on), what: 'Call', who: undefined, line: at + 9 },
    }));
    assert.deepEqual(
      agendaTodosOf(makeDeal({ todos }), TODAY).map(one => agendaGroupOn(one.on, TODAY)),
      ['overdue', 'today', 'tomorrow', 'week', 'later'],
    );
    for (const given of [{ status: 'lost' as const }, { onHoldUntil: date('2026-11-25') }])
      assert.deepEqual(agendaTodosOf(makeDeal({ todos, ...given }), TODAY), []);
  });

  it('has a deal with neither step nor to-do as one without a next step, and none that has a dated to-do', () => {
    const todos = [{ on: date('2026-12-04'), what: 'Legal review', who: 'buyer', line: 9 }];
    const groupOf = (given: Partial<Deal>) => agendaGroupOf(makeDeal(given), DEFAULT_PROCESS, TODAY);
    assert.deepEqual([groupOf({}), groupOf({ todos }), groupOf({ todos: [] })], ['none', undefined, 'none']);
    // Beside a step it is another row, and the step keeps its own.
    assert.equal(groupOf({ ...on('2026-11-24'), todos }), 'today');
  });

  it('lacks no next step where the team has turned that warning off, for a stage or for all', () => {
    const inProposal = makeDeal({ stage: 'proposal' });
    const inLead = makeDeal({ stage: 'prospecting' });
    for (const [process, expected] of [
      [makeProcess({ stages: { proposal: { warn: { nextStep: false } } } }), [undefined, 'none']],
      [makeProcess({ warn: { nextStep: false } }), [undefined, undefined]],
      [
        makeProcess({ warn: { nextStep: false }, stages: { prospecting: { warn: { nextStep: true } } } }),
        [undefined, 'none'],
      ],
    ] as const) {
      const groups = [inProposal, inLead].map(deal => agendaGroupOf(deal, process, TODAY));
      assert.deepEqual(groups, expected);
      // A step that is planned is planned.
      const planned = makeDeal({ stage: 'proposal', ...on('2026-11-23') });
      assert.equal(agendaGroupOf(planned, process, TODAY), 'overdue');
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
