import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import { compareReports } from '../../../../src/core/metrics/compare';
import { dealsBehind } from '../../../../src/core/metrics/dealsBehind';
import type { Money } from '../../../../src/core/money';
import type { ForecastSum } from '../../../../src/core/metrics/figure';
import { makeReport, type Report } from '../../../../src/core/metrics/report';
import { dealsOn } from '../../../../src/core/metrics/standing';
import type { ReportQuestion } from '../../../../src/core/metrics/question';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { isStalled } from '../../../../src/core/deal/condition';
import { daysInStage } from '../../../../src/core/deal/daysInStage';

import { closingInGit, date, day, dealWith, makeDeal } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { rounded } from '../../support/rounded';
import { AS_OF, workedExample } from '../../support/workedExample';

function ask(deals: readonly Deal[], more: Partial<ReportQuestion> = {}): Report {
  return makeReport({
    deals,
    files: { needsAttention: 0, otherNotes: 0 },
    process: DEFAULT_PROCESS,
    asOf: AS_OF,
    ...more,
  });
}

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('the whole report of the worked example', () => {
  it('the strict path', () => {
    const report = ask(workedExample());
    assert.deepEqual(
      report.stages.map(({ strict }) => strict),
      [6, 6, 5, 4, 3, 2, 1],
    );
  });

  it('the funnel in euros', () => {
    const report = ask(workedExample());
    const { stages, chain, won, deals } = report.byValue['EUR']!;
    assert.deepEqual([deals, won, +chain!.toFixed(4)], [6, 18_000, +((56 / 60) * (38 / 46)).toFixed(4)]);
    const column = (key: 'reached' | 'pending' | 'lost' | 'touched' | 'strict' | 'n') =>
      stages.map(stage => stage[key]);
    assert.deepEqual(column('reached'), [60_000, 60_000, 56_000, 56_000, 46_000, 38_000, 18_000]);
    assert.deepEqual(column('pending'), [0, 0, 0, 10_000, 0, 20_000, 0]);
    assert.deepEqual(column('lost'), [0, 4000, 0, 0, 8000, 0, 0]);
    assert.deepEqual(column('touched'), [60_000, 60_000, 56_000, 50_000, 46_000, 32_000, 18_000]);
    assert.deepEqual(column('strict'), [60_000, 60_000, 56_000, 50_000, 40_000, 32_000, 12_000]);
    assert.deepEqual(column('n'), [6, 6, 5, 4, 4, 2, 2]);
  });

  it('a funnel for each currency with money in it, by the order of the codes', () => {
    const value = (amount: number, currency: string) => dealWith('L0', { value: { amount, currency } });
    const { byValue, withoutValue } = ask([
      value(1, 'USD'),
      value(2, 'EUR'),
      value(0, 'CHF'),
      dealWith('L0'),
    ]);
    assert.deepEqual(
      Object.entries(byValue).map(([currency, { stages }]) => [currency, stages[0]!.reached]),
      [
        ['EUR', 2],
        ['USD', 1],
      ],
    );
    assert.equal(withoutValue, 2);
  });

  it('open deals in time', () => {
    const report = ask(workedExample());
    assert.deepEqual(
      report.openDeals.map(({ path, stage, days, daysIdle, stalled, idle, unusual }) => [
        ...[path, stage, days, daysIdle],
        ...[stalled, idle, unusual],
      ]),
      [
        ['E.md', 'needs-analysis', 17, 17, false, true, false],
        ['F.md', 'negotiation', 4, 4, false, false, false],
      ],
    );
    const [first] = ask(workedExample(), { process: makeProcess({ minSample: 4 }) }).openDeals;
    assert.equal(first!.unusual, true);
  });

  it('flows and what became of those who went them', () => {
    const report = ask(workedExample());
    const { flows } = report;
    assert.equal(
      flows.reduce((sum, { count }) => sum + count, 0),
      25,
    );
    const off = flows.filter(({ move }) => move !== 'step');
    assert.deepEqual(
      off.map(({ from, to, move, count, fate }) => [
        from,
        to,
        move,
        count,
        fate.n,
        fate.won,
        fate.lost,
        fate.open,
      ]),
      [
        ['qualification', 'proposal', 'skip', 1, 1, 1, 0, 0],
        ['proposal', 'needs-analysis', 'back', 1, 1, 0, 1, 0],
        ['proposal', 'closing', 'skip', 1, 1, 1, 0, 0],
      ],
    );
  });

  it('deviations and what became of those who had none', () => {
    const report = ask(workedExample());
    const { conforming, kinds, missed } = report.deviations;
    assert.deepEqual(
      [conforming.n, conforming.won, conforming.lost, conforming.open, conforming.winRate],
      [4, 1, 1, 2, 0.5],
    );
    assert.deepEqual(
      kinds.map(({ deviation, had }) => [deviation, had.n, had.winRate]),
      [
        ['skip', 1, 1],
        ['back', 1, 0],
        ['rework', 1, 0],
        ['late-start', 0, null],
        ['won-early', 0, null],
      ],
    );
    assert.deepEqual(
      missed.map(({ had }) => had.n),
      [0, 0, 0, 1, 0, 1, 0],
    );
  });

  it('three answers to what holds back most', () => {
    const report = ask(workedExample());
    const { headroom, load, stay } = report.holdsBack;
    assert.deepEqual(
      [headroom[0]!.stage, +headroom[0]!.figure.toFixed(4), headroom[0]!.n],
      ['proposal', 0.2083, 4],
    );
    assert.deepEqual(
      [load[0]!.stage, +load[0]!.figure.toFixed(4), load[0]!.n],
      ['needs-analysis', 0.2438, 5],
    );
    assert.deepEqual([stay.length, stay[0]!.n], [7, stay[0]!.n]);
  });

  it('leaks by stage, with reasons and what they were worth', () => {
    const lost = ask([
      dealWith('L0 R5 lost9', { lostReason: 'Price', value: eur(100) }),
      dealWith('L0 R5 lost9', { lostReason: 'price', value: eur(50) }),
      dealWith('L0 R5 lost9', { lostReason: 'Price', value: eur(5) }),
      dealWith('L0 R5 N7 lost9', { value: eur(1) }),
    ]);
    assert.deepEqual(lost.stages[4]!.lostIn, {
      count: 3,
      value: { EUR: 155 },
      reasons: [{ reason: 'Price', count: 3, value: { EUR: 155 } }],
    });
    assert.deepEqual(lost.stages[3]!.lostIn.reasons, [{ reason: null, count: 1, value: { EUR: 1 } }]);
  });

  it('a headline against the end of the last month', () => {
    const report = ask(workedExample());
    const { now, before, against } = report.headline;
    assert.equal(against, 'month');
    assert.deepEqual(
      [now.asOf, now.open.count, now.winRate, now.cycle],
      [AS_OF, 2, { rate: 0.5, n: 4 }, { median: 35, n: 2 }],
    );
    // On 28 February the same stood open and closed.
    assert.deepEqual([before!.asOf, before!.open.count, before!.winRate.n], ['2026-02-28', 2, 4]);
    const quarter = ask(workedExample(), { against: 'quarter' }).headline;
    assert.equal(quarter.before, null);
    assert.equal(ask(workedExample(), { against: 'week' }).headline.before!.asOf, '2026-02-22');
  });
});

describe('a forecast', () => {
  const closing = (stage: Deal['stage'], on: string, amount: number, more: Partial<Deal> = {}) =>
    makeDeal({ stage, closeDate: date(on), value: eur(amount), path: `${stage}-${on}.md`, ...more });
  const deals = [
    closing('closing', '2026-03-20', 100),
    closing('proposal', '2026-03-21', 200),
    closing('prospecting', '2026-02-10', 400),
    closing('closing', '2026-03-22', 800, { forecast: 'omitted' }),
    closing('closing', '2026-12-01', 1600),
    makeDeal({ status: 'won', closedOn: date('2026-01-31'), value: eur(3200), path: 'won.md' }),
    makeDeal({ status: 'lost', closedOn: date('2026-01-31'), value: eur(6400), path: 'lost.md' }),
    makeDeal({ value: eur(12_800), path: 'undated.md' }),
  ];
  const quota = new Map([
    ['2026-Q1', eur(4000)],
    ['2026-Q2', eur(50)],
    ...['2026-Q9', '2026-Q0', '2026-Q12', '12026-Q1', '2026-03'].map(name => [name, eur(1)] as const),
  ]);
  const forecastNow = () => ask(deals, { quota }).forecast;

  it('has each category by itself, by quarter and by month', () => {
    const forecast = forecastNow();
    const [q1] = forecast.quarters;
    assert.deepEqual(
      forecast.quarters.map(({ period }) => period),
      ['2026-Q1', '2026-Q2', '2026-Q4'],
    );
    assert.deepEqual(
      forecast.months.map(({ period, last }) => [period, last]),
      [
        ['2026-01', '2026-01-31'],
        ['2026-02', '2026-02-28'],
        ['2026-03', '2026-03-31'],
        ['2026-12', '2026-12-31'],
      ],
    );
    const { closed, commit, best_case, pipeline, omitted } = q1!.single;
    assert.deepEqual(
      [closed, commit, best_case, pipeline, omitted].map(({ value }) => value['EUR']),
      [3200, 100, 200, 400, 800],
    );
    assert.deepEqual(forecast.undated.pipeline, { count: 1, value: { EUR: 12_800 } });
  });

  it('adds up, without what is omitted', () => {
    const [q1, , q4] = forecastNow().quarters;
    const { commit, bestCase, openPipeline } = q1!.cumulative;
    assert.deepEqual(
      [commit, bestCase, openPipeline].map(({ value }) => value['EUR']),
      [3300, 3500, 700],
    );
    assert.equal(q4!.cumulative.commit.value['EUR'], 1600);
  });

  it('leads to the deals behind each category and each sum', () => {
    const behind = (of: ForecastSum, period: string | null = '2026-Q1') =>
      dealsBehind(
        { kind: 'forecast', period, of },
        { deals, asOf: AS_OF, process: DEFAULT_PROCESS, files: { needsAttention: 0, otherNotes: 0 } },
      ).join(' ');
    const [commit, bestCase] = ['closing-2026-03-20.md', 'proposal-2026-03-21.md'];
    assert.equal(behind('closed'), 'won.md');
    assert.equal(behind('commit'), commit);
    assert.equal(behind('best_case'), bestCase);
    assert.equal(behind('pipeline'), 'prospecting-2026-02-10.md');
    assert.equal(behind('omitted'), 'closing-2026-03-22.md');
    assert.equal(behind('upToCommit'), `${commit} won.md`);
    assert.equal(behind('upToBestCase'), `${commit} ${bestCase} won.md`);
    assert.equal(behind('openPipeline'), `${commit} ${bestCase} prospecting-2026-02-10.md`);
    assert.equal(behind('openPipeline', null), 'undated.md');
    assert.equal(behind('closed', '2026-01'), 'won.md');
    assert.equal(behind('closed', '2026-02'), '');
  });

  it('covers a quota', () => {
    const forecast = forecastNow();
    const [q1, q2, q4] = forecast.quarters;
    assert.deepEqual(q1!.coverage, {
      quota: eur(4000),
      won: 3200,
      missing: 800,
      open: 700,
      coverage: 0.875,
      without: [],
    });
    assert.deepEqual([q2!.coverage!.coverage, q4!.coverage], [0, null]);
    const byTeam = ask(deals, { process: makeProcess({ quota }) }).forecast.quarters;
    assert.deepEqual(byTeam, forecast.quarters);
    assert.equal(forecast.needed, 2);
    const met = ask(deals, { quota: new Map([['2026-Q1', eur(10)]]) }).forecast.quarters[0]!.coverage!;
    assert.deepEqual([met.missing, met.coverage], [0, null]);
  });

  it('covers a quota in any currency at the team’s rates, and says which have none', () => {
    const closing = (path: string, amount: number, currency: string, isWon = false) =>
      makeDeal({
        ...{ path, value: { amount, currency }, stage: 'closing', closeDate: date('2026-03-20') },
        ...(isWon && { status: 'won', closedOn: date('2026-02-01') }),
      });
    const mixed = [
      ...[closing('a', 100, 'EUR', true), closing('b', 100, 'GBP', true), closing('c', 5, 'SEK', true)],
      ...[closing('d', 60, 'EUR'), closing('e', 40, 'USD'), closing('f', 9, 'BRL')],
    ];
    const coverage = (currency: string, quota: Money, rates: readonly (readonly [string, number])[]) =>
      ask(mixed, {
        process: { ...makeProcess({ currency }), rates: new Map(rates) },
        quota: new Map([['2026-Q1', quota]]),
      }).forecast.quarters[0]!.coverage;
    const rates = [
      ['GBP', 1.5],
      ['USD', 0.5],
    ] as const;
    assert.deepEqual(coverage('EUR', eur(290), rates), {
      ...{ quota: eur(290), won: 250, missing: 40, open: 80, coverage: 2, without: ['BRL', 'SEK'] },
    });
    const inDollars = { amount: 580, currency: 'USD' };
    assert.deepEqual(coverage('EUR', inDollars, rates), {
      ...{ quota: inDollars, won: 500, missing: 80, open: 160, coverage: 2, without: ['BRL', 'SEK'] },
    });
    assert.deepEqual(coverage('EUR', eur(120), []), {
      ...{ quota: eur(120), won: 100, missing: 20, open: 60, coverage: 3 },
      without: ['BRL', 'GBP', 'SEK', 'USD'],
    });
  });

  it('tells what slipped out of a period, by the close date on its eve or when the deal was new', () => {
    const forecast = forecastNow();
    const slipped = (one: Deal) =>
      ask([one])
        .forecast.months.filter(month => month.slipped?.count)
        .map(({ period }) => period);
    // One that is only overdue has not slipped.
    assert.deepEqual(slipped(closing('closing', '2026-02-10', 1, { created: day(0) })), []);
    assert.deepEqual(
      forecast.months.map(({ first, slipped: sum }) => sum === null || first <= AS_OF),
      forecast.months.map(() => true),
    );
    const pushed = dealWith('L0', { closeDate: date('2026-05-01') });
    const [entry] = pushed.history;
    const moved = { on: day(40), stage: undefined, status: undefined, closeDate: date('2026-05-01') };
    const known = { ...pushed, history: [{ ...entry!, closeDate: date('2026-02-15') }, moved] };
    assert.deepEqual(slipped(known), ['2026-02']);
    const [begun, later] = known.history;
    const fresh = { ...known, created: day(35), history: [{ ...begun!, on: day(35) }, later!] };
    assert.deepEqual(slipped(fresh), ['2026-02']);
    const without = { ...fresh, history: [{ ...begun!, on: day(36) }, later!] };
    assert.deepEqual(slipped(without), []);
  });

  it('does not take a close date for older than the history says, though the history goes beyond the day', () => {
    const deal = dealWith('L0', { closeDate: date('2026-02-10') });
    const later = { on: day(70), stage: undefined, status: undefined, closeDate: date('2026-02-10') };
    const [february] = ask([{ ...deal, history: [...deal.history, later] }]).forecast.months;
    assert.deepEqual([february!.period, february!.slipped?.count], ['2026-02', 0]);
  });

  it('takes what git knows of close dates, and counts no push twice', () => {
    const deal = dealWith('L0', { path: 'a.md', closeDate: date('2026-03-31') });
    const seen = (on: number, to: string) => ({ on: day(on), closeDate: date(to) });
    const inGit = closingInGit([seen(1, '2026-01-15'), seen(12, '2026-02-15'), seen(40, '2026-03-31')]);
    const needs = (one: Deal) =>
      ask([one]).inNeed.flatMap(({ needs }) => needs.filter(({ kind }) => kind === 'pushed'));
    assert.deepEqual(needs(deal), []);
    assert.deepEqual(needs({ ...deal, inGit }), [{ kind: 'pushed', times: 2 }]);
    const both = { ...deal, history: [{ ...deal.history[0]!, on: day(39), closeDate: date('2026-03-31') }] };
    assert.deepEqual(needs({ ...both, inGit }), [{ kind: 'pushed', times: 2 }]);
    const january = ask([{ ...deal, inGit }]).forecast.months.map(({ period, slipped }) => [
      period,
      slipped?.count,
    ]);
    assert.deepEqual(january, [
      ['2026-01', 1],
      ['2026-02', 1],
      ['2026-03', 0],
    ]);
    assert.equal(dealsOn([{ ...deal, inGit }], day(20))[0]!.closeDate, '2026-02-15');
    assert.equal(dealsOn([deal], day(20))[0]!.closeDate, '2026-03-31');
  });

  // All deals were without a date before the day on which somebody had put them under git.
  it('takes what the first commit of a file says for as old as the deal, unless the history knows better', () => {
    const inGit = closingInGit([{ on: day(30), closeDate: date('2026-02-15') }]);
    const deal = dealWith('L0', { closeDate: date('2026-02-15'), inGit });
    assert.equal(dealsOn([deal], day(10))[0]!.closeDate, '2026-02-15');
    const known = {
      ...deal,
      history: [
        ...deal.history,
        { on: day(5), stage: undefined, status: undefined, closeDate: date('2026-02-01') },
      ],
    };
    assert.equal(dealsOn([known], day(10))[0]!.closeDate, '2026-02-01');
  });
});

describe('filters', () => {
  const deals = [
    dealWith('L0', { owner: 'dana', tags: ['new'], source: 'Fair', value: eur(10) }),
    dealWith('L20', { owner: 'Bén', tags: ['old', 'new'], value: eur(20) }),
    dealWith('L40', { source: 'fair' }),
  ].map((deal, at) => ({ ...deal, path: `${at}.md` }));
  const left = (filter: ReportQuestion['filter'] & object) =>
    ask(deals, { filter })
      .openDeals.map(({ path }) => path[0])
      .join('');

  for (const [what, filter, expected] of [
    ['nothing', {}, '012'],
    ['an owner, however spelled', { owner: ['ben'] }, '1'],
    ['two owners', { owner: ['ben', 'DANA'] }, '01'],
    ['a tag', { tag: ['new'] }, '01'],
    ['a source', { source: ['fair'] }, '02'],
    ['a currency', { currency: ['eur'] }, '01'],
    ['a window', { from: day(1), to: day(20) }, '1'],
    ['a band', { minValue: 11 }, '1'],
    ['the lower end of a band', { maxValue: 10 }, '0'],
    ['several kinds', { tag: ['new'], owner: ['dana'] }, '0'],
  ] as const) {
    it(what, () => assert.equal(left(filter), expected));
  }

  it('tell how many they leave out', () => {
    const { files, leftOut } = ask(deals, { filter: { tag: ['new'] } });
    assert.deepEqual([files.total, leftOut], [2, 1]);
  });

  it('of two sides of one pipeline are two reports that are compared', () => {
    const all = workedExample().map((deal, at) => ({ ...deal, owner: at < 3 ? 'dana' : 'ben' }));
    const of = (owner: string) => ask(all, { filter: { owner: [owner] } });
    const { rates, times } = compareReports(of('dana'), of('ben'), 1);
    assert.deepEqual([rates.length, times.length], [8, 8]);
    const [winRate] = rates;
    assert.deepEqual(
      [winRate!.left.n, winRate!.right.n, +winRate!.difference!.toFixed(4), winRate!.clear],
      [3, 1, -0.6667, false],
    );
    assert.deepEqual(
      [times[0]!.left, times[0]!.right.median, times[0]!.difference],
      [{ median: 35, n: 2 }, null, null],
    );
    assert.equal(compareReports(of('dana'), of('ben'), 2).rates[0]!.difference, null, 'of too few deals');
  });
});

describe('two sides that differ as much as can be', () => {
  /** Whether the win rates differ clearly of so many deals that are all won, and so many that are all lost. */
  const isClear = (won: number, lost: number, minSample: number) => {
    const all = Array.from({ length: won + lost }, (_, k) =>
      dealWith(k < won ? 'L0 won9' : 'L0 lost9', { path: `${k}.md`, owner: k < won ? 'dana' : 'ben' }),
    );
    const of = (owner: string) => ask(all, { filter: { owner: [owner] } });
    return compareReports(of('dana'), of('ben'), minSample).rates[0]!.clear;
  };

  it('do not clearly where either has too few deals', () => {
    const sizes = [
      [8, 8],
      [4, 8],
      [8, 4],
      [4, 100],
      [100, 4],
      [4, 4],
      [5, 5],
    ] as const;
    assert.deepEqual(
      sizes.map(([won, lost]) => isClear(won, lost, 5)),
      [true, false, false, false, false, false, true],
    );
    assert.equal(isClear(4, 4, 4), true);
    assert.equal(isClear(0, 8, 0), false);
  });

  it('do not clearly where their intervals have something in common', () => {
    // One of one against none of one says nothing, however few are enough for the team.
    assert.equal(isClear(1, 1, 1), false);
  });
});

describe('what is due this quarter', () => {
  for (const [asOf, closeDate, isIn] of [
    ['2026-11-20', '2026-12-31', 'inQuarter'],
    ['2026-11-20', '2027-01-01', undefined],
    ['2026-11-20', '2026-11-20', 'inQuarter'],
    ['2026-11-20', '2026-10-01', 'inQuarter'],
    ['2026-11-20', '2026-09-30', 'overdue'],
    ['2026-11-20', '2026-01-01', 'overdue'],
    ['2026-12-31', '2026-12-31', 'inQuarter'],
    ['2027-01-01', '2026-12-31', 'overdue'],
    ['2027-01-01', '2027-03-31', 'inQuarter'],
    ['2027-01-01', '2027-04-01', undefined],
    ['2026-06-30', '2026-06-30', 'inQuarter'],
    ['2026-06-30', '2026-07-01', undefined],
  ] as const) {
    it(`is ${isIn ?? 'not'}: a deal that is to close on ${closeDate}, as of ${asOf}`, () => {
      const about = {
        asOf: date(asOf),
        process: DEFAULT_PROCESS,
        files: { needsAttention: 0, otherNotes: 0 },
      };
      const deals = [
        makeDeal({ path: 'a.md', closeDate: date(closeDate), value: eur(5) }),
        makeDeal({ path: 'none.md', value: eur(7) }),
        makeDeal({ path: 'won.md', closeDate: date(closeDate), status: 'won', closedOn: date('2026-01-01') }),
      ];
      const question = { deals, ...about };
      const { due } = makeReport(question).headline.now;
      const [one, none] = [
        { count: 1, value: { EUR: 5 } },
        { count: 0, value: {} },
      ];
      assert.deepEqual({ count: due.count, value: due.value }, isIn ? one : none);
      for (const is of ['inQuarter', 'overdue'] as const) {
        assert.deepEqual(due[is], isIn === is ? one : none);
        assert.deepEqual(dealsBehind({ kind: 'due', is }, question), isIn === is ? ['a.md'] : []);
      }
    });
  }
});

describe('the ways that deals went', () => {
  it('take as long as deals that are won took, whatever those that are lost did', () => {
    const deals = ['L0 P10 won20', 'L0 P10 won40', 'L0 P10 won41', 'L0 P10 lost500', 'L0 P1', 'L0 R1 lost7'];
    const { variants } = ask(deals.map((history, at) => dealWith(history, { path: `${at}.md` }))).consistency;
    assert.deepEqual(
      variants.map(({ stages, ...figures }) => ({ stages: stages.length, ...figures })),
      [
        { stages: 2, count: 5, won: 3, lost: 1, medianCycle: 40 },
        { stages: 2, count: 1, won: 0, lost: 1, medianCycle: null },
      ],
    );
  });
});

describe('ways that as many deals went', () => {
  it('stand in one order, whatever the order of the files', () => {
    const histories = ['L0 Q5', 'L0 P5', 'P0', 'L0', 'L0 P6'];
    for (const order of [histories, histories.toReversed()]) {
      const { variants } = ask(
        order.map((history, at) => dealWith(history, { path: `${at}.md` })),
      ).consistency;
      assert.deepEqual(
        variants.map(({ stages, count }) => [stages.join(' '), count]),
        [
          ['lead-generation prospecting', 2],
          ['lead-generation', 1],
          ['lead-generation qualification', 1],
          ['prospecting', 1],
        ],
      );
    }
  });
});

describe('the stage that deals stay in too long', () => {
  it('is told also where a limit is no days: that counts as one', () => {
    const process = makeProcess({
      stages: { 'lead-generation': { stalledAfter: 0 }, prospecting: { stalledAfter: 2 } },
    });
    const { stay } = ask([dealWith('L0 P6 Q16')], { process }).holdsBack;
    assert.deepEqual(stay, [
      { stage: 'lead-generation', figure: 6, n: 1, seen: 1 },
      { stage: 'prospecting', figure: 5, n: 1, seen: 1 },
    ]);
  });
});

describe('of any pipeline the whole report', () => {
  it('does not depend on the order of the files', () => {
    const shuffled = anyPipeline.chain(deals =>
      fc.tuple(fc.constant(deals), fc.shuffledSubarray(deals, { minLength: deals.length })),
    );
    forAll(shuffled, ([deals, other]) => assert.deepEqual(rounded(ask(deals)), rounded(ask(other))));
  });

  it('is plain data: nothing is lost by sending it', () => {
    forAll(anyPipeline, deals => {
      const report = ask(deals);
      assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
    });
  });

  it('has days and conditions as the rest of the program tells them', () => {
    forAll(anyPipeline, deals => {
      for (const { path, days, stalled } of ask(deals).openDeals) {
        const deal = deals.find(one => one.path === path)!;
        assert.equal(days, daysInStage(deal, AS_OF) ?? null);
        assert.equal(stalled, isStalled(deal, DEFAULT_PROCESS, AS_OF));
      }
    });
  });

  it('counts a further deal where it is, and nowhere else', () => {
    forAll(fc.tuple(anyPipeline, fc.nat(6)), ([deals, furthest]) => {
      const history = 'L0 P1 Q2 N3 R4 O5 C6'
        .split(' ')
        .slice(0, furthest + 1)
        .join(' ');
      const before = ask(deals);
      const after = ask([
        ...deals,
        dealWith(history, { path: 'new.md', value: { amount: 7, currency: 'CHF' } }),
      ]);
      for (const [k, stage] of after.stages.entries()) {
        const old = before.stages[k]!;
        const isThere = k <= furthest ? 1 : 0;
        assert.equal(stage.reached - old.reached, isThere);
        assert.equal(stage.touched - old.touched, isThere);
        assert.equal(stage.strict - old.strict, isThere);
        assert.equal(stage.pending - old.pending, k === furthest ? 1 : 0);
        assert.equal(stage.open.count - old.open.count, k === furthest ? 1 : 0);
        assert.equal(stage.lost, old.lost);
        assert.deepEqual(stage.lostIn, old.lostIn);
        assert.equal(stage.stays.completed - old.stays.completed, k < furthest ? 1 : 0);
      }
      assert.deepEqual(after.winRate, { ...before.winRate, cohort: after.winRate.cohort });
      assert.deepEqual(after.cycle, before.cycle);
      const { CHF, ...others } = after.byValue;
      assert.equal(CHF!.stages[furthest]!.pending, 7);
      assert.deepEqual(others, before.byValue);
      assert.equal(after.openDeals.length, before.openDeals.length + 1);
      assert.deepEqual(after.deviations.kinds, before.deviations.kinds);
    });
  });

  it('has identities that hold in money too, and in the flows', () => {
    forAll(anyPipeline, deals => {
      const { byValue, flows, consistency, deviations, files } = ask(deals);
      for (const { stages, won } of Object.values(byValue)) {
        for (const [k, { reached, pending, lost }] of stages.entries()) {
          const further = k < 6 ? stages[k + 1]!.reached : won;
          assert.ok(Math.abs(reached - further - pending - lost) < 1e-6);
        }
      }
      const moved = (move: string) =>
        flows.filter(flow => flow.move === move).reduce((sum, { count }) => sum + count, 0);
      assert.deepEqual(['step', 'skip', 'back'].map(moved), [
        consistency.steps,
        consistency.skips,
        consistency.backs,
      ]);
      assert.equal(deviations.conforming.n, consistency.conforming);
      assert.equal(deviations.kinds[2]!.had.n, consistency.reworkDeals);
      for (const { had } of [...deviations.kinds, ...deviations.missed]) {
        assert.equal(had.n, had.won + had.lost + had.open);
        assert.ok(had.won <= files.won && had.lost <= files.lost);
      }
    });
  });
});
