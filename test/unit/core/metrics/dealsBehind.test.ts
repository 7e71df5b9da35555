import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealsBehind } from '../../../../src/core/metrics/dealsBehind';
import type { Fate } from '../../../../src/core/metrics/fate';
import type { Figure } from '../../../../src/core/metrics/figure';
import { CATEGORIES } from '../../../../src/core/metrics/category';
import type { DealSum } from '../../../../src/core/metrics/periodSums';
import type { NeedKind } from '../../../../src/core/metrics/inNeed';
import type { ReportQuestion } from '../../../../src/core/metrics/question';
import { makeReport, type Report } from '../../../../src/core/metrics/report';
import { makeProcess } from '../../../../src/core/process/process';
import { day } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { AS_OF, workedExample } from '../../support/workedExample';

const questionOf = (deals: readonly Deal[], more: Partial<ReportQuestion> = {}): ReportQuestion => ({
  ...{ deals, asOf: AS_OF, process: makeProcess({ minSample: 2 }) },
  files: { needsAttention: 0, otherNotes: 0 },
  ...more,
});

type Shown = [figure: Figure, count: number];

function fates(of: (status?: Deal['status']) => Figure, { n, won, lost, open }: Fate): Shown[] {
  return [
    [of(), n],
    [of('won'), won],
    [of('lost'), lost],
    [of('open'), open],
  ];
}

const withStatus = (status?: Deal['status']) => (status ? { status } : {});

/** Every count of a report with the figure that one would point at. */
function* shownIn(report: Report): Generator<Shown> {
  const { files, stages, byValue, outcomes, flows, deviations, consistency, forecast, headline, whatIf } =
    report;
  yield [{ kind: 'deals' }, files.open + files.won + files.lost];
  for (const status of ['open', 'won', 'lost'] as const) yield [{ kind: 'deals', status }, files[status]];
  yield [{ kind: 'winRate' }, headline.now.winRate.n];
  yield [{ kind: 'cycle' }, headline.now.cycle.n];
  for (const is of ['inQuarter', 'overdue'] as const) yield [{ kind: 'due', is }, headline.now.due[is].count];
  yield [{ kind: 'entries' }, whatIf.entries];
  yield [{ kind: 'withoutValue' }, report.withoutValue];
  yield [{ kind: 'pathUnknown' }, report.paths.unknown];
  yield [{ kind: 'stageNotKnown' }, report.open.stageNotKnown];
  yield [{ kind: 'undated' }, report.undated];
  yield [{ kind: 'misdated' }, report.misdated];
  yield [{ kind: 'inConflict' }, report.inConflict];
  const last = stages.at(-1)!;
  yield [{ kind: 'stage', of: 'won', stage: 'closing' }, last.reached - last.pending - last.lost];
  yield [{ kind: 'leftOut' }, report.leftOut];
  for (const one of stages) {
    const { stage, lostIn, stays } = one;
    for (const of of ['reached', 'pending', 'lost', 'touched', 'strict'] as const)
      yield [{ kind: 'stage', of, stage }, one[of]];
    yield [{ kind: 'stage', of: 'conversion', stage }, one.n];
    yield [{ kind: 'stage', of: 'open', stage }, one.open.count];
    yield [{ kind: 'stage', of: 'lostIn', stage }, lostIn.count];
    for (const { reason, count } of lostIn.reasons) yield [{ kind: 'lostFor', reason, stage }, count];
    yield [{ kind: 'stays', stage, open: false }, stays.completed];
    yield [{ kind: 'stays', stage, open: true }, stays.open];
  }
  for (const [currency, { deals, stages: own }] of Object.entries(byValue)) {
    yield [{ kind: 'stage', of: 'reached', stage: 'lead-generation', currency }, deals];
    for (const { stage, n } of own) yield [{ kind: 'stage', of: 'conversion', stage, currency }, n];
  }
  for (const { reason, count } of outcomes.lost.reasons) yield [{ kind: 'lostFor', reason }, count];
  const named = outcomes.lost.reasons.slice(0, 2);
  const others = outcomes.lost.count - named.reduce((all, { count }) => all + count, 0);
  yield [{ kind: 'lostForOthers', reasons: named.map(({ reason }) => reason) }, others];
  for (const { from, to, count, fate } of flows) {
    yield [{ kind: 'flow', from, to }, count];
    yield* fates(status => ({ kind: 'moved', from, to, ...withStatus(status) }), fate);
  }
  yield [{ kind: 'moves' }, consistency.moves];
  yield [{ kind: 'moves', move: 'skip' }, consistency.skips];
  yield [{ kind: 'moves', move: 'back' }, consistency.backs];
  yield* fates(status => ({ kind: 'conforming', ...withStatus(status) }), deviations.conforming);
  for (const { deviation, had } of deviations.kinds)
    yield* fates(status => ({ kind: 'deviation', deviation, ...withStatus(status) }), had);
  for (const { stage, had } of deviations.missed)
    yield* fates(status => ({ kind: 'missed', stage, ...withStatus(status) }), had);
  for (const { stages: way, count, won, lost } of consistency.variants)
    yield* fates(status => ({ kind: 'variant', stages: way, ...withStatus(status) }), {
      ...{ n: count, won, lost, open: count - won - lost, winRate: null, interval: null },
    });
  for (const is of ['stalled', 'idle', 'unusual'] as const)
    yield [{ kind: 'condition', is }, report.openDeals.filter(deal => deal[is]).length];
  yield [{ kind: 'inNeed' }, report.inNeed.length];
  for (const need of ['stalled', 'noNextStep', 'pushed', 'criteriaOpen'] as NeedKind[])
    yield [
      { kind: 'inNeed', need },
      report.inNeed.filter(({ needs }) => needs.some(({ kind }) => kind === need)).length,
    ];
  const sums = (period: string | null, single: Readonly<Record<(typeof CATEGORIES)[number], DealSum>>) =>
    CATEGORIES.map((of): Shown => [{ kind: 'forecast', period, of }, single[of].count]);
  yield* sums(null, forecast.undated);
  for (const { period, single, cumulative, slipped } of [...forecast.months, ...forecast.quarters]) {
    yield* sums(period, single);
    yield [{ kind: 'forecast', period, of: 'upToCommit' }, cumulative.commit.count];
    yield [{ kind: 'forecast', period, of: 'upToBestCase' }, cumulative.bestCase.count];
    yield [{ kind: 'forecast', period, of: 'openPipeline' }, cumulative.openPipeline.count];
    if (slipped) yield [{ kind: 'slipped', period }, slipped.count];
  }
}

describe('the deals behind a figure', () => {
  it('are as many as it says, for every figure of any report', () => {
    const anyFilter = fc.constantFrom<ReportQuestion['filter'] & object>(
      {},
      { owner: ['dana'] },
      { from: day(10), to: day(40) },
    );
    forAll(fc.tuple(anyPipeline, anyFilter), ([deals, filter]) => {
      const question = questionOf(deals, { filter });
      for (const [figure, count] of shownIn(makeReport(question))) {
        assert.equal(dealsBehind(figure, question).length, count, JSON.stringify(figure));
      }
    });
  });

  for (const [what, figure, paths] of [
    ['pending in Needs analysis', { kind: 'stage', of: 'pending', stage: 'needs-analysis' }, 'E'],
    ['touched Closing', { kind: 'stage', of: 'touched', stage: 'closing' }, 'AB'],
    ['lost in Prospecting', { kind: 'stage', of: 'lostIn', stage: 'prospecting' }, 'D'],
    ['lost for no reason', { kind: 'lostFor', reason: null }, 'CD'],
    ['gone back', { kind: 'moves', move: 'back' }, 'C'],
    ['step by step', { kind: 'conforming' }, 'ADEF'],
    ['stays in Proposal, one of them twice', { kind: 'stays', stage: 'proposal', open: false }, 'ABCCF'],
    ['idle', { kind: 'condition', is: 'idle' }, 'E'],
    ['behind the win rate', { kind: 'winRate' }, 'ABCD'],
    ['lost for another reason', { kind: 'lostForOthers', reasons: ['price'] }, 'CD'],
    ['lost for another reason than none', { kind: 'lostForOthers', reasons: [null] }, ''],
    [
      'lost for another reason in Proposal',
      { kind: 'lostForOthers', reasons: ['price'], stage: 'proposal' },
      'C',
    ],
    ['idle in Needs analysis', { kind: 'condition', is: 'idle', stage: 'needs-analysis' }, 'E'],
    ['idle in Negotiation', { kind: 'condition', is: 'idle', stage: 'negotiation' }, ''],
  ] as const) {
    it(`of the worked example: ${what}`, () => {
      const found = dealsBehind(figure, questionOf(workedExample()));
      assert.equal(found.map(path => path[0]).join(''), paths);
    });
  }

  it('come in the order of their paths, whatever the order of the files', () => {
    const deals = workedExample().toReversed();
    assert.deepEqual(
      dealsBehind({ kind: 'deals' }, questionOf(deals)),
      ['A', 'B', 'C', 'D', 'E', 'F'].map(name => `${name}.md`),
    );
    const filter = { status: ['won'] } as const;
    assert.deepEqual(
      dealsBehind({ kind: 'leftOut' }, questionOf(deals, { filter })),
      ['C', 'D', 'E', 'F'].map(name => `${name}.md`),
    );
  });
});
