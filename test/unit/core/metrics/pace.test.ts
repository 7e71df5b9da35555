import assert from 'node:assert/strict';
import type { CalendarDate } from '../../../../src/core/calendar';
import { slipUpTo } from '../../../../src/core/changes/slips';
import { closeDay, type Deal } from '../../../../src/core/deal/deal';
import { paceOf, sumOfDeals, usualPace, type Pace } from '../../../../src/core/metrics/pace';
import { makeReport } from '../../../../src/core/metrics/report';
import { dealsOn } from '../../../../src/core/metrics/standing';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { closingInGit, date, day, dealWith } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

function paceAt(deals: readonly Deal[], asOf: CalendarDate): Pace {
  const steps = paceOf(deals, asOf);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** What each quarter has: the day, what was won by then, what was open, what was won in the end. */
const shown = (pace: Pace) =>
  pace.quarters.map(({ quarter, day: on, won, open, inTheEnd }) => [
    quarter,
    on,
    ...[won, open, inTheEnd].map(deals => sumOfDeals(deals).value['EUR'] ?? 0),
  ]);

/** A deal that was won on a day, open since the first of 2025. */
const won = (on: CalendarDate, amount: number, given: Partial<Deal> = {}) =>
  dealWith('', {
    ...{ path: `${on} ${amount}.md`, created: date('2025-01-01'), status: 'won', stage: 'closing' },
    ...{ closedOn: on, value: eur(amount), ...given },
  });

describe('the pace of a quarter', () => {
  const asOf = date('2026-05-10');

  it('is what was won up to the same day of each of the four quarters before, and in the end', () => {
    const deals = [
      won(date('2026-04-02'), 1),
      won(date('2026-02-09'), 20),
      won(date('2026-02-10'), 400),
      won(date('2026-03-31'), 8000),
      won(date('2025-10-01'), 5),
    ];
    assert.deepEqual(shown(paceAt(deals, asOf)), [
      ['2026-Q2', '2026-05-10', 1, 0, 0],
      ['2026-Q1', '2026-02-09', 20, 0, 8420],
      ['2025-Q4', '2025-11-09', 5, 0, 5],
      ['2025-Q3', '2025-08-09', 0, 0, 0],
      ['2025-Q2', '2025-05-10', 0, 0, 0],
    ]);
    assert.equal(paceAt(deals, asOf).day, 40);
  });

  it('has what was open then and to close in the quarter, with the close date of then', () => {
    const dates = [
      { on: date('2026-01-05'), closeDate: date('2026-03-20') },
      { on: date('2026-03-15'), closeDate: date('2026-06-20') },
    ];
    const pushed = closingInGit(dates, { value: eur(70) });
    const deals = [
      dealWith('L4', { path: 'a.md', inGit: pushed, closeDate: date('2026-06-20'), value: eur(70) }),
      won(date('2026-03-10'), 9, { closeDate: date('2026-03-12') }),
      won(date('2026-03-10'), 100, { path: 'never.md', closeDate: date('2026-06-12') }),
    ];
    const [running, before] = shown(paceAt(deals, asOf));
    assert.deepEqual(running, ['2026-Q2', '2026-05-10', 0, 70, 0]);
    assert.deepEqual(before, ['2026-Q1', '2026-02-09', 0, 79, 109]);
  });

  it('ends at the last day of a shorter quarter', () => {
    const days = paceAt([won(date('2026-02-02'), 1)], date('2026-09-30')).quarters.map(one => one.day);
    assert.deepEqual(days, ['2026-09-30', '2026-06-30', '2026-03-31', '2025-12-31', '2025-09-30']);
  });

  it('leaves out quarters that began before anything is known', () => {
    const young = (created: string) => [dealWith('', { created: date(created) })];
    const names = (deals: readonly Deal[]) => paceAt(deals, asOf).quarters.map(({ quarter }) => quarter);
    assert.deepEqual(names(young('2025-10-02')), ['2026-Q2', '2026-Q1']);
    assert.deepEqual(names(young('2025-10-01')), ['2026-Q2', '2026-Q1', '2025-Q4']);
    // A day that cannot be tells of no time in which anybody wrote deals down.
    assert.deepEqual(names(young('1890-01-01')), ['2026-Q2']);
    assert.deepEqual(names([]), ['2026-Q2']);
    assert.equal(usualPace(paceAt([], asOf), 'won'), null);
  });

  it('has as usual the mean of the quarters before, by currency, with the deals that it rests on', () => {
    const deals = [
      won(date('2026-01-02'), 100),
      won(date('2025-10-02'), 300),
      won(date('2025-10-03'), 40, { value: { amount: 40, currency: 'USD' } }),
      won(date('2026-04-02'), 7),
    ];
    assert.deepEqual(usualPace(paceAt(deals, asOf), 'won'), {
      count: 0.75,
      value: { EUR: 100, USD: 10 },
      n: 3,
    });
  });

  it('says of an earlier quarter what that quarter said on the day itself', () => {
    forAll(anyPipeline, deals => {
      for (const { quarter, day: on, won: wonThen, open } of paceAt(deals, day(200)).quarters.slice(1)) {
        const [then] = paceAt(dealsOn(deals, on), on).quarters;
        const paths = (all: readonly Deal[]) => all.map(({ path }) => path);
        assert.deepEqual([paths(wonThen), paths(open)], [paths(then!.won), paths(then!.open)], quarter);
      }
    });
  });

  it('has won in the running quarter what the forecast has', () => {
    forAll(anyPipeline, all => {
      const files = { needsAttention: 0, otherNotes: 0 };
      // Only days that have come are on the way.
      const deals = all.filter(deal => !(closeDay(deal)! > day(59)));
      const report = makeReport({ deals, asOf: day(59), process: DEFAULT_PROCESS, files });
      const [running] = paceAt(deals, day(59)).quarters;
      assert.deepEqual(sumOfDeals(running!.won), report.today.quarter.won);
    });
  });
});

describe('deals that have slipped out of the running period', () => {
  const seen = (from: string, to: string, changed = '2026-01-20') => ({
    inGit: closingInGit([
      { on: day(0), closeDate: date(from) },
      { on: date(changed), closeDate: date(to) },
    ]),
    closeDate: date(to),
  });
  const slips = (deal: Deal, period: 'quarter' | 'month', asOf = '2026-02-25') => {
    const slip = slipUpTo(deal, date(asOf), period);
    return slip && `${slip.from} ${slip.to}`;
  };

  it('are those that were to close in it as it began, and are open with a date behind it', () => {
    const fresh = dealWith('L0', seen('2026-03-20', '2026-04-20'));
    assert.equal(slips(fresh, 'quarter'), '2026-03-20 2026-04-20');
    const older = dealWith('L0', { ...seen('2026-03-20', '2026-04-20'), created: date('2025-12-01') });
    assert.equal(slips(older, 'quarter'), '2026-03-20 2026-04-20');
    assert.equal(slips(older, 'month'), undefined);
    const within = dealWith('L0', { ...seen('2026-02-20', '2026-03-20', '2026-02-10') });
    assert.deepEqual(
      [slips(within, 'quarter'), slips(within, 'month')],
      [undefined, '2026-02-20 2026-03-20'],
    );
  });

  it('are not those that were closed, that have no other date, or that were put behind it before it began', () => {
    const closed = dealWith('L0 won40', seen('2026-03-20', '2026-04-20'));
    assert.equal(slips(closed, 'quarter'), undefined);
    assert.equal(slips(dealWith('L0', { closeDate: date('2026-04-20') }), 'quarter'), undefined);
    const earlier = dealWith('L0', seen('2026-02-10', '2026-03-10', '2026-01-31'));
    assert.equal(slips(earlier, 'month'), undefined);
  });
});
