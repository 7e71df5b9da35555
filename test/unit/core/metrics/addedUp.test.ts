import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import type { DealFilter } from '../../../../src/core/filter/table';
import { makeReport } from '../../../../src/core/metrics/report';
import { DealTree } from '../../../../src/core/pipeline/dealTree';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { makeProcess } from '../../../../src/core/process/process';
import { funnelSheet } from '../../../../src/funnel/sheet';
import type { FunnelQuestion } from '../../../../src/shared/funnelQuestion';
import { day } from '../../support/deals';
import { anyPipeline } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { rounded } from '../../support/rounded';
import { naiveReport } from './support/naiveReport';

const PROCESSES = [
  makeProcess({ minSample: 1 }),
  makeProcess({ minSample: 2, stages: { proposal: { stalledAfter: 3, idleAfter: 2 } } }),
];

const anyFilter: fc.Arbitrary<DealFilter> = fc.constantFrom<DealFilter>(
  {},
  { owner: ['dana'] },
  { minValue: 20_000 },
  { from: day(20), to: day(50) },
  { stalled: true },
  { archived: true },
);

const asEntry = (deal: Deal) => ({ kind: 'deal' as const, path: deal.path, deal, problems: [] });
/** All of a type, whatever was remembered of the objects that it was made from. */
const anew = <T>(value: T): T => structuredClone(value);

/** A change of a file, or another look at the pipeline. */
const anyStep = fc.oneof(
  { weight: 4, arbitrary: anyPipeline.map(deals => ({ do: 'put' as const, deals })) },
  { weight: 2, arbitrary: fc.nat(12).map(at => ({ do: 'delete' as const, path: `deal-${at}.md` })) },
  { weight: 2, arbitrary: anyFilter.map(filter => ({ do: 'filter' as const, filter })) },
  { weight: 1, arbitrary: fc.constantFrom(30, 60, 61, 90).map(on => ({ do: 'day' as const, on })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('week', 'month', 'quarter')
      .map(against => ({ do: 'against' as const, against })),
  },
  { weight: 1, arbitrary: fc.nat(1).map(at => ({ do: 'process' as const, at })) },
);

describe('what is added up deal by deal', () => {
  it('is, after any changes and looks, what it is where all is added up anew', () => {
    forAll(
      fc.tuple(anyPipeline, fc.array(anyStep, { minLength: 1, maxLength: 8 })),
      ([deals, steps]) => {
        let pipeline = new Pipeline(PROCESSES[0]!, deals.map(asEntry));
        let asked: FunnelQuestion = {
          filter: {},
          against: 'quarter',
          asOf: null,
          beside: { owner: ['ben'] },
        };
        let today = day(60);
        for (const step of steps) {
          if (step.do === 'put') for (const deal of step.deals.slice(0, 3)) pipeline.set(asEntry(deal));
          else if (step.do === 'delete') pipeline.delete(step.path);
          else if (step.do === 'filter') asked = { ...asked, filter: step.filter, beside: asked.filter };
          else if (step.do === 'day') today = day(step.on);
          else if (step.do === 'against')
            asked = { ...asked, against: step.against as FunnelQuestion['against'] };
          else pipeline = new Pipeline(PROCESSES[step.at]!, pipeline.all());
          const fresh = new Pipeline(
            pipeline.process,
            anew([...pipeline.deals()])
              .toReversed()
              .map(asEntry),
          );
          assert.deepEqual(funnelSheet(pipeline, asked, today), funnelSheet(fresh, anew(asked), today));
          const about = {
            process: pipeline.process,
            files: pipeline.files,
            asOf: today,
            filter: asked.filter,
          };
          const report = makeReport({ ...about, deals: pipeline.dealTree });
          assert.deepEqual(
            report,
            makeReport({
              ...anew({ ...about, process: 0 }),
              process: pipeline.process,
              deals: anew([...pipeline.deals()]),
            }),
          );
        }
      },
      60,
    );
  }).timeout(60_000);

  it('is what the definitions say, followed word by word, after each change', () => {
    forAll(
      fc.tuple(anyPipeline, anyPipeline),
      ([deals, others]) => {
        const pipeline = new Pipeline(PROCESSES[0]!, deals.map(asEntry));
        for (const deal of [undefined, ...others]) {
          if (deal) pipeline.set(asEntry(deal));
          const asOf = day(60);
          const { process, files } = pipeline;
          const report = makeReport({ process, files, asOf, deals: pipeline.dealTree });
          const { reached, winRate } = {
            reached: report.stages.map(one => one.reached),
            winRate: report.winRate.count,
          };
          const naive = naiveReport([...pipeline.deals()], process, asOf);
          assert.deepEqual(
            reached,
            naive.stages.map(one => one.reached),
          );
          assert.deepEqual(
            rounded([winRate, report.open, report.cycle]),
            rounded([naive.winRate.count, naive.open, naive.cycle]),
          );
        }
      },
      40,
    );
  }).timeout(60_000);

  it('leaves all but a branch and a bundle of the tree as they are where one deal changes', () => {
    forAll(anyPipeline, deals => {
      const tree = DealTree.of(deals);
      for (const deal of deals) {
        const changed = tree.with(new Map([[deal.path, { ...deal, created: addDays(day(0), 1) }]]));
        const others = changed.branches.filter((branch, at) => branch !== tree.branches[at]);
        assert.equal(others.length, 1);
        assert.equal([...changed].length, deals.length);
      }
    });
  });
});
