import assert from 'node:assert/strict';
import { payoffs } from '../../../../src/core/metrics/payoffs';
import { makeReport } from '../../../../src/core/metrics/report';
import { expectation } from '../../../../src/core/metrics/whatIf';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { AS_OF, workedExample } from '../../support/workedExample';
import { day } from '../../support/deals';
import type { DealFilter } from '../../../../src/core/filter/table';
import type { Deal } from '../../../../src/core/deal/deal';

const reportOf = (deals: readonly Deal[], filter: DealFilter = {}) => {
  const files = { needsAttention: 0, otherNotes: 0 };
  return makeReport({ deals, asOf: AS_OF, process: DEFAULT_PROCESS, files, filter });
};

const near = (a: number | null | undefined, b: number) =>
  assert.ok(typeof a === 'number' && Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

describe('what if', () => {
  it('starts from the worked example: six deals in sixty days', () => {
    const base = reportOf(workedExample()).whatIf;
    assert.deepEqual(base.window, { from: '2026-01-01', to: '2026-03-01', days: 60 });
    assert.deepEqual([base.entries, base.entriesPerDay, base.chain], [6, 0.1, 0.625]);
  });

  for (const [what, filter, window, entries] of [
    ['that goes on beyond today', { from: 0, to: 89 }, { from: 0, to: 59, days: 60 }, 6],
    ['that begins today', { from: 59, to: 89 }, { from: 59, to: 59, days: 1 }, 0],
    ['that is over', { from: 0, to: 9 }, { from: 0, to: 9, days: 10 }, 3],
    ['of one day', { from: 5, to: 5 }, { from: 5, to: 5, days: 1 }, 1],
    ['without an end', { from: 6 }, { from: 6, to: 59, days: 54 }, 3],
    ['without a begin, and with an end to come', { to: 89 }, { from: 0, to: 59, days: 60 }, 6],
    ['that has not begun', { from: 60, to: 89 }, null, 0],
  ] as const) {
    it(`counts in a window ${what} the days that have passed`, () => {
      const days = {
        ...('from' in filter && { from: day(filter.from) }),
        ...('to' in filter && { to: day(filter.to) }),
      };
      const { whatIf } = reportOf(workedExample(), days);
      const expected = window && { from: day(window.from), to: day(window.to), days: window.days };
      assert.deepEqual([whatIf.window, whatIf.entries], [expected, entries]);
      assert.equal(whatIf.entriesPerDay, window && entries / window.days);
    });
  }

  it('expects what there is if nothing changes', () => {
    const base = reportOf(workedExample()).whatIf;
    const { winsPerDay, valuePerDay, velocity, cycle, winRate } = expectation(base);
    near(winsPerDay, 0.0625);
    near(valuePerDay['EUR'], 0.0625 * 9000);
    near(velocity['EUR'], (2 * 0.5 * 9000) / 35);
    assert.deepEqual([cycle, winRate], [35, 0.5]);
  });

  it('reckons with a better step, more deals and shorter stays', () => {
    const base = reportOf(workedExample()).whatIf;
    const all = expectation(base, { conversion: { proposal: 1 }, entriesPerDay: 0.2 });
    near(all.chain, 0.625 / 0.75);
    near(all.winsPerDay, (0.2 * 0.625) / 0.75);
    near(all.winRate, 0.5 / 0.75);
    near(all.velocity['EUR'], (2 * (0.5 / 0.75) * 9000) / 35);
    const means = base.steps.map(({ meanStay }) => meanStay!).reduce((sum, stay) => sum + stay, 0);
    const quicker = expectation(base, { stay: { proposal: 0 } });
    near(quicker.cycle, (35 * (means - 8)) / means);
    near(quicker.velocity['EUR'], 9000 / ((35 * (means - 8)) / means));
    assert.equal(quicker.chain, 0.625);
  });

  it('takes no rate above 1 or below 0', () => {
    const base = reportOf(workedExample()).whatIf;
    near(expectation(base, { conversion: { proposal: 7 } }).chain, 0.625 / 0.75);
    assert.equal(expectation(base, { conversion: { proposal: -1 } }).winsPerDay, 0);
  });

  it('says which step pays most for a tenth more, and how few deals that takes', () => {
    const base = reportOf(workedExample()).whatIf;
    const [first, second] = payoffs(base);
    assert.deepEqual(
      [first!.stage, first!.n, first!.capped, second!.stage],
      ['proposal', 4, false, 'prospecting'],
    );
    near(first!.to, 0.825);
    near(first!.gain, 0.1);
    near(first!.winsPerDay, 0.06875);
    near(first!.savedPerDay, 0.1 * (5 / 6) * 0.075);
    assert.ok(first!.savedPerDay < second!.savedPerDay);
    const capped = payoffs(base).filter(one => one.capped);
    assert.deepEqual(
      capped.map(({ to, gain }) => [to, gain]),
      Array(5).fill([1, 0]),
    );
  });

  it('of any pipeline expects the velocity and the chain of the report, and a better step never means fewer wins', () => {
    forAll(anyPipeline, deals => {
      const report = reportOf(deals);
      const now = expectation(report.whatIf);
      assert.equal(now.chain, report.chain);
      for (const [currency, velocity] of Object.entries(report.velocity)) {
        if (velocity === null) assert.equal(now.velocity[currency], null);
        else near(now.velocity[currency], velocity);
      }
      for (const { winsPerDay, to } of payoffs(report.whatIf)) {
        assert.ok(winsPerDay >= now.winsPerDay! - 1e-12 && to <= 1);
      }
    });
  });
});
