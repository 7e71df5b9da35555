import assert from 'node:assert/strict';
import { daysBetween } from '../../../../src/core/calendar';
import { payoffs } from '../../../../src/core/metrics/payoffs';
import { makeReport } from '../../../../src/core/metrics/report';
import { DAYS_PER_MONTH, expectation } from '../../../../src/core/metrics/whatIf';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { AS_OF, workedExample } from '../../support/workedExample';
import { date, day, dealWith, makeDeal } from '../../support/deals';
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
    assert.deepEqual(
      [base.winRate, base.cycle],
      [
        { rate: 0.5, n: 4 },
        { mean: 35, n: 2 },
      ],
    );
    const { entriesPerDay, meanWonValue, qualified, won } = base.money['EUR']!;
    assert.deepEqual([entriesPerDay, meanWonValue, qualified, won], [0.1, 9000, 2, 2]);
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

  it('counts the deals of a currency that began, by the day', () => {
    const value = { amount: 5, currency: 'USD' };
    const { entries, money } = reportOf([
      ...workedExample(),
      dealWith('L9', { value }),
      dealWith('L59', { value }),
      // Not begun yet, or nobody knows when.
      dealWith('L60', { value }),
      makeDeal({ value }),
    ]).whatIf;
    assert.equal(entries, 8);
    assert.deepEqual([money['EUR']!.entriesPerDay, money['USD']!.entriesPerDay], [6 / 60, 2 / 60]);
  });

  it('expects nothing where there is nothing to expect it from', () => {
    const nothing = { chain: null, winsPerDay: null, cycle: null, winRate: null };
    assert.deepEqual(expectation(reportOf([]).whatIf), { ...nothing, valuePerDay: {}, velocity: {} });
    const none = expectation(reportOf([]).whatIf, { entriesPerDay: 2, stay: { proposal: 3 } });
    assert.deepEqual([none.winsPerDay, none.cycle], [null, null]);
    // A deal that waits in the first stage says nothing of how stages convert, or of what a deal brings.
    const open = reportOf([dealWith('L0', { value: { amount: 5, currency: 'EUR' } })]).whatIf;
    const unknown = { ...nothing, valuePerDay: { EUR: null }, velocity: { EUR: null } };
    assert.deepEqual(expectation(open), unknown);
    assert.deepEqual(expectation(open, { entriesPerDay: 2 }), unknown);
    // One step that is not known is enough, also where all that follow are given.
    const later = Object.fromEntries(open.steps.slice(1).map(({ stage }) => [stage, 0.5]));
    assert.deepEqual(expectation(open, { conversion: later }), unknown);
  });

  it('expects nothing of a currency in which nothing was won', () => {
    const deals = [...workedExample(), dealWith('L0 Q5', { value: { amount: 5, currency: 'USD' } })];
    const { valuePerDay, velocity } = expectation(reportOf(deals).whatIf);
    assert.deepEqual([valuePerDay['USD'], velocity['USD']], [null, null]);
    // Six of seven deals get past Prospecting, and three of four past Proposal.
    near(valuePerDay['EUR'], (6 / 60) * (6 / 7) * 0.75 * 9000);
  });

  it('expects no wins a day where no deal has a known day, or another win rate where the chain is not known', () => {
    const won = reportOf([makeDeal({ status: 'won', value: { amount: 5, currency: 'EUR' } })]).whatIf;
    const { chain, winsPerDay, valuePerDay, velocity, cycle, winRate } = expectation(won);
    assert.deepEqual([chain, winsPerDay, cycle, winRate], [1, null, null, 1]);
    assert.deepEqual([valuePerDay, velocity], [{ EUR: null }, { EUR: null }]);
    const known = expectation(won, { entriesPerDay: 2 });
    assert.deepEqual([known.winsPerDay, known.valuePerDay], [2, { EUR: null }]);
    const lost = reportOf([dealWith('L0 P5 lost9')]).whatIf;
    assert.deepEqual([lost.chain, lost.winRate.rate, expectation(lost).winRate], [null, 0, 0]);
    const conversion = Object.fromEntries(lost.steps.map(({ stage }) => [stage, 0.5]));
    const better = expectation(lost, { conversion });
    assert.deepEqual([better.chain, better.winRate], [0.5 ** 7, null]);
  });

  it('keeps what cannot change: a chain of 0, and stays of no days', () => {
    const base = reportOf(workedExample()).whatIf;
    // Nobody gets past any stage.
    const never = { ...base, chain: 0, steps: base.steps.map(step => ({ ...step, conversion: 0 })) };
    assert.equal(expectation(never).winRate, 0.5);
    assert.equal(expectation(never, { conversion: { closing: 0 } }).winRate, 0.5);
    const some = Object.fromEntries(base.steps.map(({ stage }) => [stage, 0.5]));
    const { winRate, velocity } = expectation(never, { conversion: some });
    assert.deepEqual([winRate, velocity], [null, { EUR: null }]);
    const atOnce = reportOf([dealWith('L9 won9')]).whatIf;
    assert.equal(expectation(atOnce, { stay: { 'lead-generation': 0 } }).cycle, 0);
    assert.equal(expectation(atOnce, { stay: { 'lead-generation': 2 } }).cycle, null);
    assert.equal(expectation(base, { stay: {} }).cycle, 35);
    assert.equal(
      expectation(base, { stay: { proposal: -5 } }).cycle,
      expectation(base, { stay: { proposal: 0 } }).cycle,
    );
  });

  it('takes a month for what it is over the four hundred years after which the calendar begins anew', () => {
    near(DAYS_PER_MONTH * 12 * 400, daysBetween(date('2000-01-01'), date('2400-01-01')));
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
