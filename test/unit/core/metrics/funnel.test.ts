import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import { funnelReport, type FunnelReport } from '../../../../src/core/metrics/funnel';
import { journeyOf } from '../../../../src/core/metrics/journey';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { day, dealWith, makeDeal } from '../../support/deals';
import { anyDeals } from '../../support/pipelines';
import { naiveDeal } from './support/naiveJourney';
import { forAll } from '../../support/property';
import { rounded } from '../../support/rounded';
import { AS_OF, workedExample } from '../../support/workedExample';

const NO_OTHER_FILES = { needsAttention: 0, otherNotes: 0 };

function report(deals: readonly Deal[], asOf = AS_OF): FunnelReport {
  return funnelReport(deals, NO_OTHER_FILES, DEFAULT_PROCESS, asOf);
}

/** One figure of each stage, to four digits. */
function column(of: FunnelReport, figure: (stage: FunnelReport['stages'][number]) => number | null) {
  return of.stages.map(figure).map(round);
}

const round = (number: number | null) => (number === null ? null : +number.toFixed(4));

describe('the worked example', () => {
  it('reaches, conversions, losses', () => {
    const example = report(workedExample());
    assert.equal(example.asOf, '2026-03-01');
    assert.deepEqual(
      column(example, stage => stage.reached),
      [6, 6, 5, 5, 4, 3, 2],
    );
    assert.deepEqual(
      column(example, stage => stage.pending),
      [0, 0, 0, 1, 0, 1, 0],
    );
    assert.deepEqual(
      column(example, stage => stage.lost),
      [0, 1, 0, 0, 1, 0, 0],
    );
    assert.deepEqual(
      column(example, stage => stage.touched),
      [6, 6, 5, 4, 4, 2, 2],
    );
    assert.deepEqual(
      column(example, stage => stage.conversion),
      [1, 0.8333, 1, 1, 0.75, 1, 1],
    );
    assert.deepEqual(
      column(example, stage => stage.headroom),
      [0, 0.125, 0, 0, 0.2083, 0, 0],
    );
    assert.equal(example.chain, 0.625);
  });

  it('stays', () => {
    const example = report(workedExample());
    assert.deepEqual(
      column(example, ({ stays }) => stays.completed),
      [6, 6, 5, 4, 5, 1, 2],
    );
    assert.deepEqual(
      column(example, ({ stays }) => stays.open),
      [0, 0, 0, 1, 0, 1, 0],
    );
    assert.deepEqual(
      column(example, ({ stays }) => stays.totalDays),
      [23, 31, 40, 49, 40, 12, 6],
    );
    assert.deepEqual(
      column(example, ({ stays }) => stays.median),
      [3.5, 3.5, 8, 9, 8, 8, 3],
    );
    assert.deepEqual(
      column(example, ({ stays }) => stays.mean),
      [3.8333, 5.1667, 8, 8, 8, 8, 3],
    );
    assert.deepEqual(
      column(example, ({ stays }) => stays.p25),
      [3, 2.25, 5, 7, 6, 8, 2.5],
    );
    assert.deepEqual(
      column(example, ({ stays }) => stays.p75),
      [4.75, 8.5, 10, 10, 10, 8, 3.5],
    );
    assert.deepEqual(
      column(example, ({ stays }) => stays.p90),
      [5.5, 10, 11.2, 10, 10, 8, 3.8],
    );
    assert.deepEqual(
      column(example, ({ stays }) => stays.kaplanMeierMedian),
      [null, null, null, 10, null, 8, null],
    );
    assert.deepEqual(
      column(example, ({ load }) => load),
      [0.1144, 0.1542, 0.199, 0.2438, 0.199, 0.0597, 0.0299],
    );
  });

  it('outcomes and money', () => {
    const example = report(workedExample());
    const { winRate, cycle, open, velocity, files } = example;
    assert.deepEqual([winRate.count, winRate.value, round(winRate.cohort)], [0.5, { EUR: 0.6 }, 0.3333]);
    assert.deepEqual(winRate.interval?.map(round), [0.15, 0.85]);
    assert.deepEqual(cycle, { mean: 35, median: 35 });
    assert.deepEqual(open, {
      ...{ count: 2, value: { EUR: 30_000 }, weighted: { EUR: 18_000 } },
      stageNotKnown: 0,
    });
    assert.equal(round(velocity['EUR']!), 257.1429);
    assert.deepEqual(files, { total: 6, open: 2, won: 2, lost: 2, needsAttention: 0, otherNotes: 0 });
    assert.deepEqual(
      column(example, stage => stage.lostIn.count),
      [0, 1, 0, 0, 1, 0, 0],
    );
    assert.deepEqual(example.stages[4]!.lostIn.value, { EUR: 8_000 });
    assert.deepEqual(
      column(example, stage => stage.open.count),
      [0, 0, 0, 1, 0, 1, 0],
    );
    assert.deepEqual(example.stages[5]!.open, {
      count: 1,
      value: { EUR: 20_000 },
      weighted: { EUR: 15_000 },
    });
  });

  it('consistency', () => {
    const example = report(workedExample());
    const { variants, ...counts } = example.consistency;
    assert.deepEqual(counts, {
      deals: 6,
      conforming: 4,
      notMoved: 0,
      wonEarly: 0,
      moves: 25,
      steps: 22,
      skips: 2,
      backs: 1,
      reworkDeals: 1,
      reworkDays: 14,
      totalDays: 201,
    });
    assert.equal(variants.length, 6);
    const [whole] = variants.filter(({ stages }) => stages.length === 7 && stages[6] === 'closing');
    assert.deepEqual(
      { ...whole, stages: whole!.stages.length },
      { stages: 7, count: 1, won: 1, lost: 0, medianCycle: 40 },
    );
  });
});

describe('of no deals at all', () => {
  it('every figure that has nothing to divide by is null, and nothing is NaN', () => {
    const empty = report([]);
    assert.deepEqual(
      [empty.chain, empty.winRate, empty.cycle, empty.velocity, empty.open.count],
      [null, { count: null, interval: null, value: {}, cohort: null }, { mean: null, median: null }, {}, 0],
    );
    for (const { conversion, headroom, load, stays } of empty.stages) {
      assert.deepEqual([conversion, headroom, load], [null, null, null]);
      assert.deepEqual(
        [stays.mean, stays.p25, stays.median, stays.p75, stays.p90, stays.kaplanMeierMedian],
        Array(6).fill(null),
      );
    }
    assert.deepEqual(empty.consistency.variants, []);
  });

  it('the files that are none still count', () => {
    const { files } = funnelReport([], { needsAttention: 2, otherNotes: 3 }, DEFAULT_PROCESS, AS_OF);
    assert.deepEqual(files, { total: 5, open: 0, won: 0, lost: 0, needsAttention: 2, otherNotes: 3 });
  });
});

describe('money is never summed across currencies', () => {
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  const usd = (amount: number) => ({ amount, currency: 'USD' });

  it('but kept apart in every sum', () => {
    const { open, winRate, valued, velocity, stages } = report([
      dealWith('L0 won10', { value: eur(100) }),
      dealWith('L0 lost10', { value: usd(300) }),
      dealWith('Q5', { value: eur(1000), probability: 10 }),
      dealWith('Q5', { value: usd(500) }),
      dealWith('Q5'),
    ]);
    assert.deepEqual(open, {
      ...{ count: 3, value: { EUR: 1000, USD: 500 }, weighted: { EUR: 100, USD: 100 } },
      stageNotKnown: 0,
    });
    // Of which one side has none, nobody can tell how they compare.
    assert.deepEqual(winRate.value, { EUR: null, USD: null });
    assert.deepEqual(valued, { EUR: { won: 1, lost: 0 }, USD: { won: 0, lost: 1 } });
    assert.deepEqual(velocity, { EUR: (1 * 1 * 100) / 10, USD: null });
    assert.deepEqual(stages[0]!.lostIn.value, { USD: 300 });
  });

  it('and a velocity counts open deals from qualification on', () => {
    const { velocity } = report([
      dealWith('L0 won10', { value: eur(100) }),
      dealWith('L5', { value: eur(5) }),
      dealWith('P5', { value: eur(5) }),
      dealWith('Q5', { value: eur(5) }),
      dealWith('C5', { value: eur(5) }),
    ]);
    assert.deepEqual(velocity, { EUR: 20 });
  });

  it('and currencies stand in the order of their codes', () => {
    const { velocity } = report([usd(1), eur(1), usd(2)].map(value => dealWith('L0', { value })));
    assert.deepEqual(Object.keys(velocity), ['EUR', 'USD']);
  });

  it('and a deal’s own probability, also 0, goes before the stage’s', () => {
    const { open } = report([
      dealWith('C5', { value: eur(100), probability: 0 }),
      dealWith('C5', { value: usd(100) }),
    ]);
    assert.deepEqual(open.weighted, { USD: 90 });
  });
});

describe('deals that somebody has changed by hand', () => {
  const counts = (deal: Deal) => column(report([deal]), ({ reached }) => reached);

  it('count as far as their stage, whatever the history says', () => {
    assert.deepEqual(counts(dealWith('L0 P5', { stage: 'proposal' })), [1, 1, 1, 1, 1, 0, 0]);
    assert.deepEqual(counts(dealWith('L0 R5', { stage: 'prospecting' })), [1, 1, 1, 1, 1, 0, 0]);
    assert.deepEqual(counts(makeDeal({ stage: 'qualification' })), [0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual(counts(makeDeal({ stage: 'lead-generation', status: 'won' })), [1, 1, 1, 1, 1, 1, 1]);
  });

  it('have no stay that nobody knows the days of', () => {
    const { stages } = report([dealWith('L0 P5', { stage: 'proposal' }), makeDeal({ stage: 'closing' })]);
    assert.deepEqual(
      column(report([makeDeal()]), ({ load }) => load),
      Array(7).fill(null),
    );
    assert.deepEqual(
      stages.map(({ stays }) => stays.completed + stays.open),
      [1, 0, 0, 0, 0, 0, 0],
    );
  });

  it('without a history stay since they were created', () => {
    const [lead] = report([makeDeal({ created: day(50) })]).stages;
    assert.deepEqual([lead!.stays.open, lead!.stays.totalDays], [1, 9]);
    const [won] = report([makeDeal({ created: day(5), status: 'won', closedOn: day(10) })]).stages;
    assert.deepEqual([won!.stays.completed, won!.stays.totalDays], [1, 5]);
  });

  it('with an outcome before any stage have no stay in no stage', () => {
    const { consistency, stages } = report([dealWith('open0 L3 P5')]);
    assert.deepEqual(
      [stages[0]!.stays.totalDays, stages[1]!.stays.totalDays, consistency.totalDays],
      [2, 54, 56],
    );
  });

  it('reopened stay twice, and not while they were closed', () => {
    const [, prospecting] = report([dealWith('L0 P5 lost10 open30')]).stages;
    assert.deepEqual(
      [prospecting!.stays.completed, prospecting!.stays.open, prospecting!.stays.totalDays],
      [1, 1, 34],
    );
  });

  it('conform only if they began at the first stage', () => {
    assert.equal(report([dealWith('P0 Q5'), dealWith('L0 P5'), dealWith('L0 Q5')]).consistency.conforming, 1);
  });

  it('were at the last stage if they were won, wherever they stand', () => {
    assert.equal(journeyOf(dealWith('L0 won5'), AS_OF).furthest, 6);
    assert.equal(journeyOf(dealWith('L0 R3 P4 lost5'), AS_OF).furthest, 4);
  });

  it('with the same stage twice in a row were there once', () => {
    const { consistency } = report([dealWith('L0 L4 P5')]);
    assert.deepEqual([consistency.moves, consistency.reworkDeals, consistency.totalDays], [1, 0, 59]);
  });
});

describe('of any pipeline', () => {
  it('what reached a stage went on, waits there, or was lost there', () => {
    forAll(anyDeals, deals => {
      const { stages, paths } = report(deals);
      const known = deals.filter(deal => naiveDeal(deal, AS_OF).known);
      const won = known.filter(({ status }) => status === 'won').length;
      for (const [k, { reached, pending, lost, touched }] of stages.entries()) {
        const further = k < 6 ? stages[k + 1]!.reached : won;
        assert.equal(reached, further + pending + lost);
        assert.ok(touched <= reached || won > 0);
      }
      assert.equal(stages[0]!.reached, known.length);
      assert.deepEqual(paths, { known: known.length, unknown: deals.length - known.length });
    });
  });

  it('each deal counts for every stage up to the furthest it ever entered', () => {
    forAll(anyDeals, all => {
      const deals = all.filter(deal => naiveDeal(deal, AS_OF).known);
      const furthest = (deal: Deal) => naiveDeal(deal, AS_OF).max - 1;
      const entered = (deal: Deal) => naiveDeal(deal, AS_OF).entries.map(number => STAGE_IDS[number - 1]);
      for (const [k, { stage, reached, pending, lost, touched }] of report(all).stages.entries()) {
        const ended = deals.filter(deal => furthest(deal) === k);
        assert.equal(reached, deals.filter(deal => furthest(deal) >= k).length);
        assert.equal(pending, ended.filter(({ status }) => status === 'open').length);
        assert.equal(lost, ended.filter(({ status }) => status === 'lost').length);
        assert.equal(touched, deals.filter(deal => entered(deal).includes(stage)).length);
      }
    });
  });

  it('a report of another day is worked out anew, and one of the same day is the same', () => {
    forAll(fc.tuple(anyDeals, fc.nat(90), fc.nat(90)), ([deals, one, other]) => {
      const first = report(deals, day(one));
      const between = report(deals, day(other));
      assert.deepEqual(report(deals, day(one)), first);
      assert.deepEqual(
        between,
        report(
          deals.map(deal => ({ ...deal })),
          day(other),
        ),
      );
    });
  });

  it('files, open deals and losses add up', () => {
    forAll(anyDeals, deals => {
      const { stages, files, open, winRate } = report(deals);
      assert.equal(
        files.total,
        files.open + files.won + files.lost + files.needsAttention + files.otherNotes,
      );
      assert.equal(sum(stages.map(stage => stage.open.count)), open.count);
      assert.equal(open.count, files.open);
      assert.equal(sum(stages.map(stage => stage.lostIn.count)), files.lost);
      assert.equal(winRate.count === null, files.won + files.lost === 0);
      for (const share of Object.values(winRate.value)) assert.ok(share === null || (share > 0 && share < 1));
    });
  });

  it('moves are steps, skips and backs, and the days of all stays are those of the stages', () => {
    forAll(anyDeals, deals => {
      const { consistency, paths, stages } = report(deals);
      const { moves, steps, skips, backs, conforming, reworkDays, totalDays, variants } = consistency;
      assert.equal(moves, steps + skips + backs);
      assert.equal(consistency.deals + consistency.notMoved, paths.known);
      assert.ok(conforming <= consistency.deals && reworkDays <= totalDays);
      assert.equal(totalDays, sum(stages.map(({ stays }) => stays.totalDays)));
      assert.equal(sum(variants.map(({ count }) => count)), paths.known);
      const loads = stages.map(({ load }) => load);
      if (totalDays === 0) assert.deepEqual(loads, Array(7).fill(null));
      else assert.ok(Math.abs(sum(loads.map(load => load!)) - 1) < 1e-9);
    });
  });

  it('the order of the files never matters', () => {
    const shuffled = anyDeals.chain(deals =>
      fc.tuple(fc.constant(deals), fc.shuffledSubarray(deals, { minLength: deals.length })),
    );
    forAll(shuffled, ([deals, other]) => assert.deepEqual(rounded(report(deals)), rounded(report(other))));
  });

  it('no figure is NaN or endless, and no time is below 0', () => {
    forAll(anyDeals, deals => {
      JSON.stringify(report(deals), (_, value: unknown) => {
        if (typeof value === 'number') assert.ok(Number.isFinite(value) && value > -1e-9, String(value));
        return value;
      });
    });
  });

  it('a chain is a product of rates, and headroom what is lost of it', () => {
    forAll(anyDeals, deals => {
      const { chain, stages } = report(deals);
      const rates = stages.map(({ conversion }) => conversion);
      assert.equal(chain === null, rates.includes(null));
      for (const [k, { headroom }] of stages.entries()) {
        if (chain === null) assert.equal(headroom, null);
        else {
          const others = rates
            .filter((_, other) => other !== k)
            .reduce<number>((product, rate) => product * rate!, 1);
          assert.ok(Math.abs(headroom! - (others - chain)) < 1e-12);
        }
      }
    });
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
