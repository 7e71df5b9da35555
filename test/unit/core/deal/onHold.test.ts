import assert from 'node:assert/strict';
import { isIdle, isStalled } from '../../../../src/core/deal/condition';
import { dealFilter } from '../../../../src/core/filter/dealFilter';
import { makeReport } from '../../../../src/core/metrics/report';
import { agendaGroupOf } from '../../../../src/core/pipeline/agenda';
import { DEFAULT_PROCESS as process } from '../../../../src/core/process/process';
import { day, dealWith, readGood } from '../../support/deals';

const asOf = day(59);
/** Stalled, idle and overdue, were it not on hold. */
const bad = dealWith('L0', { nextStep: 'Call', nextStepOn: day(9), value: { amount: 5, currency: 'EUR' } });
const until = (on: number) => ({ ...bad, onHoldUntil: day(on) });

const report = (on: number) =>
  makeReport({ deals: [until(on)], asOf, process, files: { needsAttention: 0, otherNotes: 0 } });

describe('a deal that is on hold', () => {
  it('is in need of nothing until that day', () => {
    for (const [deal, is] of [
      [bad, true],
      [until(60), false],
      [until(59), true],
      [until(1), true],
    ] as const) {
      assert.deepEqual(
        [
          isStalled(deal, process, asOf),
          isIdle(deal, process, asOf),
          agendaGroupOf(deal, process, asOf) !== undefined,
        ],
        [is, is, is],
      );
      for (const flag of ['stalled', 'idle', 'overdue'] as const)
        assert.equal(dealFilter({ [flag]: true }, { process, asOf })(deal), is, flag);
    }
  });

  it('is open in all figures, and neither late nor in need', () => {
    const { open, openDeals, inNeed } = report(60);
    assert.deepEqual([open.count, open.value], [1, { EUR: 5 }]);
    const [one] = openDeals;
    assert.deepEqual([one!.stalled, one!.idle, one!.days], [false, false, 59]);
    assert.equal(inNeed.length, 0);
    assert.equal(report(59).inNeed.length, 1);
  });

  it('is read from its file, whatever day that is', () => {
    const { deal, problems } = readGood('---\nstage: lead\non_hold_until: 2020-01-15\n---\n');
    assert.deepEqual([deal.onHoldUntil, problems], ['2020-01-15', []]);
  });
});
