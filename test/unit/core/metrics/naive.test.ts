import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween, type CalendarDate } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { rewindDeal } from '../../../../src/core/deal/rewind';
import type { ForecastPeriod } from '../../../../src/core/metrics/forecast';
import { dealsBehind } from '../../../../src/core/metrics/dealsBehind';
import { CATEGORIES } from '../../../../src/core/metrics/category';
import type { DeviationKind } from '../../../../src/core/metrics/deviations';
import { makeReport, type Report } from '../../../../src/core/metrics/report';
import { makeProcess } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { date, day } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { rounded } from '../../support/rounded';
import { naiveForecast, naiveNeeds } from './support/naivePlans';
import { naiveDeal, naiveFirstDay, type NaiveDeal } from './support/naiveJourney';
import {
  money,
  naiveDue,
  naiveHeadline,
  naiveHoldsBack,
  naiveReport,
  naiveVariant,
  naiveVariants,
  naiveWindow,
} from './support/naiveReport';

const PROCESS = makeProcess({
  minSample: 2,
  stages: {
    prospecting: {
      stalledAfter: 5,
      idleAfter: 3,
      exitCriteria: [{ id: 'budget', text: 'There is a budget' }],
    },
    closing: { probability: 0, forecast: 'omitted', stalledAfter: 0 },
  },
});

/** The first and the last days of months and quarters. */
const edge = fc.constantFrom(
  ...['2026-01-31', '2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', '2026-06-30'].map(date),
);

/** A pipeline on a day: as it is, or as it was then. */
const anyMoment = fc
  .record({
    deals: anyPipeline,
    on: fc.oneof(fc.integer({ min: 0, max: 130 }).map(day), edge),
    taken: fc.boolean(),
    closing: fc.array(fc.option(edge, { nil: undefined }), { maxLength: 10 }),
  })
  .map(({ deals: any, on: asOf, taken, closing }) => {
    const deals = any.map((deal, at) => (closing[at] ? { ...deal, closeDate: closing[at] } : deal));
    const then = deals.map(deal => rewindDeal(deal, asOf)).filter((deal): deal is Deal => deal !== undefined);
    return { deals: taken ? then : deals, asOf };
  });

const questionOf = ({ deals, asOf }: { deals: readonly Deal[]; asOf: ReturnType<typeof day> }) => ({
  ...{ deals, asOf, process: PROCESS },
  files: { needsAttention: 0, otherNotes: 0 },
});

const figuresOf = (ranked: readonly { readonly figure: number }[]) => ranked.map(({ figure }) => figure);

/** Whether a day is the last of its week, month or quarter. */
const ENDS = {
  // 4 January 2026 is a Sunday.
  week: (day: CalendarDate) => daysBetween('2026-01-04' as CalendarDate, day) % 7 === 0,
  month: (day: CalendarDate) => addDays(day, 1).endsWith('-01'),
  quarter: (day: CalendarDate) => /-(?:01|04|07|10)-01$/.test(addDays(day, 1)),
};

/** How a deal leaves the path, by the numbers of the stages that it entered. */
const DEVIATES: Record<DeviationKind, (deal: NaiveDeal) => boolean> = {
  skip: ({ entries }) => entries.some((stage, at) => at > 0 && stage > entries[at - 1]! + 1),
  back: ({ entries }) => entries.some((stage, at) => at > 0 && stage < entries[at - 1]!),
  rework: ({ entries }) => new Set(entries).size < entries.length,
  'late-start': ({ entries }) => entries[0] !== 1,
  'won-early': ({ deal }) => deal.status === 'won' && deal.stage !== 'closing',
};

describe('a report is what the definitions say, followed word by word', () => {
  it('reach, outcomes, times, money and consistency', () => {
    forAll(
      anyMoment,
      moment => {
        const naive = naiveReport(moment.deals, PROCESS, moment.asOf);
        const report = makeReport(questionOf(moment));
        const { variants, ...consistency } = report.consistency;
        assert.equal(variants.length, new Set(variants.map(({ stages }) => stages.join())).size);
        const got = {
          ...Object.fromEntries(Object.keys(naive).map(key => [key, report[key as keyof typeof naive]])),
          consistency,
          stages: report.stages.map(({ lostIn: { count, value }, ...stage }) => ({
            ...stage,
            lostIn: { count, value },
          })),
        };
        assert.deepEqual(rounded(got), rounded(naive));
      },
      500,
    );
  }).timeout(60_000);

  it('the forecast and what slipped', () => {
    forAll(
      anyMoment,
      moment => {
        const question = questionOf(moment);
        const naive = naiveForecast(moment.deals, PROCESS, moment.asOf);
        const { months, quarters, undated } = makeReport(question).forecast;
        const counts: Record<string, number> = {};
        const values: Record<string, unknown> = {};
        for (const { period, single, slipped } of [...months, ...quarters] as readonly ForecastPeriod[]) {
          for (const of of CATEGORIES) {
            counts[`${period} ${of}`] = single[of].count;
            values[`${period} ${of}`] = single[of].value;
          }
          counts[`${period} slipped`] = slipped?.count ?? 0;
          values[`${period} slipped`] = slipped?.value;
        }
        for (const of of CATEGORIES) {
          counts[`undated ${of}`] = undated[of].count;
          values[`undated ${of}`] = undated[of].value;
        }
        const found = Object.entries(counts).filter(([, count]) => count > 0);
        assert.deepEqual(
          Object.fromEntries(found),
          Object.fromEntries(Object.entries(naive).map(([key, paths]) => [key, paths.length])),
        );
        for (const [key, paths] of Object.entries(naive)) {
          const [period, what] = key.split(' ') as [string, (typeof CATEGORIES)[number] | 'slipped'];
          const behind =
            what === 'slipped'
              ? dealsBehind({ kind: 'slipped', period }, question)
              : dealsBehind(
                  { kind: 'forecast', period: period === 'undated' ? null : period, of: what },
                  question,
                );
          assert.deepEqual(behind, paths.sort());
          const own = moment.deals.filter(({ path }) => paths.includes(path));
          assert.deepEqual(values[key], money(own), key);
        }
      },
      500,
    );
  }).timeout(60_000);

  it('the ways that deals went, and which stages hold back most', () => {
    forAll(
      anyMoment,
      moment => {
        const { consistency, holdsBack } = makeReport(questionOf(moment));
        const ways = naiveVariants(moment.deals, moment.asOf);
        const { variants } = consistency;
        assert.deepEqual(
          rounded(Object.fromEntries(variants.map(({ stages, ...one }) => [stages.join(), one]))),
          rounded(Object.fromEntries(Object.entries(ways).map(([way, same]) => [way, naiveVariant(same)]))),
        );
        const naive = naiveHoldsBack(naiveReport(moment.deals, PROCESS, moment.asOf), PROCESS);
        for (const answer of ['headroom', 'load', 'stay'] as const) {
          const byStage = (all: Report['holdsBack']['stay'] | (typeof naive)['stay']) =>
            rounded([...all].sort((a, b) => (a.stage < b.stage ? -1 : 1)));
          assert.deepEqual(byStage(holdsBack[answer]), byStage(naive[answer]));
        }
        for (const figures of [variants.map(one => one.count), ...Object.values(holdsBack).map(figuresOf)])
          assert.deepEqual(
            figures,
            figures.toSorted((a, b) => b - a),
          );
      },
      500,
    );
  }).timeout(60_000);

  it('the figures at the top, now and at the end of the month, the quarter and the week before', () => {
    const against = fc.constantFrom('week', 'month', 'quarter');
    forAll(
      fc.tuple(anyMoment, against),
      ([moment, span]) => {
        const { headline } = makeReport({ ...questionOf(moment), against: span });
        const now = naiveHeadline(moment.deals, PROCESS, moment.asOf);
        assert.deepEqual(rounded(headline.now), rounded(now));
        // On a Monday, the week that ended yesterday is the one to look back on.
        let before = addDays(moment.asOf, span === 'week' ? -2 : -1);
        while (!ENDS[span](before)) before = addDays(before, -1);
        const then = moment.deals.flatMap(deal => rewindDeal(deal, before) ?? []);
        assert.deepEqual(
          rounded(headline.before),
          then.length ? rounded(naiveHeadline(then, PROCESS, before)) : null,
        );
      },
      500,
    );
  }).timeout(60_000);

  it('the days of a window that have passed, and the deals that began on them', () => {
    const maybeDay = fc.option(fc.integer({ min: -5, max: 140 }).map(day), { nil: undefined });
    forAll(
      fc.tuple(anyMoment, maybeDay, maybeDay),
      ([moment, from, to]) => {
        const filter = { ...(from && { from }), ...(to && { to }) };
        const question = { ...questionOf(moment), filter };
        const { window, entries, entriesPerDay } = makeReport(question).whatIf;
        const left = moment.deals.filter(deal => {
          const first = naiveFirstDay(deal);
          return (!from && !to) || (first && (!from || first >= from) && (!to || first <= to));
        });
        const naive = naiveWindow(left, filter, moment.asOf);
        assert.deepEqual({ window, entries }, naive);
        assert.equal(entriesPerDay, naive.window && entries / naive.window.days);
        assert.equal(dealsBehind({ kind: 'entries' }, question).length, entries);
      },
      500,
    );
  }).timeout(60_000);

  it('the deals behind figures', () => {
    forAll(
      anyMoment,
      moment => {
        const { deals, asOf } = moment;
        const question = questionOf(moment);
        const pathsOf = (some: readonly Deal[]) => some.map(({ path }) => path).sort();
        const behind = (figure: Parameters<typeof dealsBehind>[0]) =>
          [...dealsBehind(figure, question)].sort();
        const due = naiveDue(deals, asOf);
        for (const is of ['inQuarter', 'overdue'] as const)
          assert.deepEqual(behind({ kind: 'due', is }), pathsOf(due[is]));
        assert.deepEqual(
          behind({ kind: 'winRate' }),
          pathsOf(deals.filter(({ status }) => status !== 'open')),
        );
        for (const status of ['open', 'won', 'lost'] as const)
          assert.deepEqual(
            behind({ kind: 'deals', status }),
            pathsOf(deals.filter(one => one.status === status)),
          );
        for (const [way, same] of Object.entries(naiveVariants(deals, asOf))) {
          const stages = way.split(',') as Deal['stage'][];
          assert.deepEqual(behind({ kind: 'variant', stages }), pathsOf(same.map(({ deal }) => deal)));
        }
        const all = deals.map(deal => naiveDeal(deal, asOf));
        const known = all.filter(one => one.known);
        const moved = known.filter(({ deal, entries }) => entries.length > 1 || deal.status === 'won');
        const unknown = all.filter(one => !one.known).map(({ deal }) => deal);
        assert.deepEqual(behind({ kind: 'pathUnknown' }), pathsOf(unknown));
        const { deviations } = makeReport(question);
        for (const { deviation, had } of deviations.kinds) {
          const paths = pathsOf(moved.filter(DEVIATES[deviation]).map(({ deal }) => deal));
          assert.deepEqual([behind({ kind: 'deviation', deviation }), had.n], [paths, paths.length]);
        }
        for (const [k, { stage, had }] of deviations.missed.entries()) {
          const off = known.filter(({ max, entries }) => max > k && !entries.includes(k + 1));
          const paths = pathsOf(off.map(({ deal }) => deal));
          assert.deepEqual([behind({ kind: 'missed', stage }), had.n], [paths, paths.length]);
        }
        const nowhere = deals.filter(deal => deal.status === 'open' && deal.stageNotKnown);
        assert.deepEqual(behind({ kind: 'stageNotKnown' }), pathsOf(nowhere));
        for (const [k, stage] of STAGE_IDS.entries()) {
          const open = known.filter(({ deal }) => deal.status === 'open');
          const here = deals.filter(deal => deal.status === 'open' && deal.stage === stage);
          for (const [of, found] of [
            ['reached', known.filter(({ max }) => max > k)],
            ['pending', open.filter(({ max }) => max === k + 1)],
            ['lost', known.filter(({ deal, max }) => deal.status === 'lost' && max === k + 1)],
            ['touched', known.filter(({ entries }) => entries.includes(k + 1))],
            ['open', here.filter(deal => !deal.stageNotKnown).map(deal => ({ deal }))],
          ] as const)
            assert.deepEqual(
              behind({ kind: 'stage', of, stage }),
              pathsOf(found.map(({ deal }) => deal)),
              `${of} ${stage}`,
            );
        }
      },
      300,
    );
  }).timeout(60_000);

  it('what open deals are in need of', () => {
    forAll(
      anyMoment,
      moment => {
        const { inNeed } = makeReport(questionOf(moment));
        assert.deepEqual(
          Object.fromEntries(inNeed.map(({ path, needs }) => [path, needs.map(({ kind }) => kind)])),
          naiveNeeds(moment.deals, PROCESS, moment.asOf),
        );
      },
      500,
    );
  }).timeout(60_000);
});
