import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import { rewindDeal } from '../../../../src/core/deal/rewind';
import type { ForecastPeriod } from '../../../../src/core/metrics/forecast';
import { dealsBehind } from '../../../../src/core/metrics/dealsBehind';
import { CATEGORIES } from '../../../../src/core/metrics/category';
import { makeReport } from '../../../../src/core/metrics/report';
import { makeProcess } from '../../../../src/core/process/process';
import { day } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { rounded } from '../../support/rounded';
import { naiveForecast, naiveNeeds } from './support/naivePlans';
import { naiveReport } from './support/naiveReport';

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

/** A pipeline on a day: as it is, or as it was then. */
const anyMoment = fc
  .record({ deals: anyPipeline, on: fc.integer({ min: 0, max: 130 }), taken: fc.boolean() })
  .map(({ deals, on, taken }) => {
    const asOf = day(on);
    const then = deals.map(deal => rewindDeal(deal, asOf)).filter((deal): deal is Deal => deal !== undefined);
    return { deals: taken ? then : deals, asOf };
  });

const questionOf = ({ deals, asOf }: { deals: readonly Deal[]; asOf: ReturnType<typeof day> }) => ({
  ...{ deals, asOf, process: PROCESS },
  files: { needsAttention: 0, otherNotes: 0 },
});

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
      1000,
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
        for (const { period, single, slipped } of [...months, ...quarters] as readonly ForecastPeriod[]) {
          for (const of of CATEGORIES) counts[`${period} ${of}`] = single[of].count;
          counts[`${period} slipped`] = slipped?.count ?? 0;
        }
        for (const of of CATEGORIES) counts[`undated ${of}`] = undated[of].count;
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
        }
      },
      500,
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
      1000,
    );
  }).timeout(60_000);
});
