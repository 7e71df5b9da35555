import assert from 'node:assert/strict';
import { Command } from 'commander';
import fc from 'fast-check';
import { addFilterOptions, filterOf } from '../../../../src/cli/filterOptions';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealOf } from '../../../../src/core/deal/entry';
import { isDealFilter } from '../../../../src/core/filter/shape';
import { leave } from '../../../../src/core/filter/leave';
import { FILTER_KEYS, type DealFilter } from '../../../../src/core/filter/table';
import { dealsBehind } from '../../../../src/core/metrics/dealsBehind';
import { Pipeline } from '../../../../src/core/pipeline/pipeline';
import { PipelineView } from '../../../../src/core/pipeline/view';
import { addView } from '../../../../src/core/process/addView';
import { makeProcess } from '../../../../src/core/process/process';
import { readProcess } from '../../../../src/core/process/processFile';
import { DEFAULT_VIEW } from '../../../../src/core/process/view';
import { funnelSheet, questionFor } from '../../../../src/funnel/sheet';
import { isFromPage } from '../../../../src/shared/fromPage';
import { EVERYTHING } from '../../../../src/shared/funnelQuestion';
import { dealsIn } from '../../../../src/shared/funnelSheet';
import { day } from '../../support/deals';
import { anyFilter, fullFilter, typedAs } from '../../support/filters';
import { anyPipeline } from '../../support/pipelines';
import { assertEnough, forAll } from '../../support/property';

const TODAY = day(45);
const process = makeProcess({ stages: { proposal: { stalledAfter: 5, idleAfter: 3 } } });

/** Some of the deals are in the archive. */
const someDeals = fc
  .tuple(anyPipeline, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }))
  .map(([deals, put]) =>
    deals.map((deal, k): Deal => (put[k] ? { ...deal, path: `archive/${deal.path}` } : deal)),
  );

function pipelineOf(deals: readonly Deal[]): Pipeline {
  return new Pipeline(
    process,
    deals.map(deal => ({ kind: 'deal', path: deal.path, deal, problems: [] })),
  );
}

function inTree(pipeline: Pipeline, filter: DealFilter): string[] {
  const view = new PipelineView(pipeline, { ...DEFAULT_VIEW, filter }, TODAY);
  return view.groups.flatMap(({ entries }) => entries.flatMap(entry => dealOf(entry)?.path ?? [])).sort();
}

function inList(pipeline: Pipeline, filter: DealFilter): string[] {
  const left = leave(pipeline, filter, TODAY);
  const paths = [...left.pipeline.deals()].map(({ path }) => path).sort();
  assert.equal(left.leftOut, dealsIn(pipeline.files) - paths.length);
  return paths;
}

function onPage(pipeline: Pipeline, filter: DealFilter): string[] {
  const asked = { ...EVERYTHING, filter };
  assert.ok(isFromPage({ type: 'ask', asked }));
  const { report } = funnelSheet(pipeline, asked, TODAY);
  const paths = dealsBehind({ kind: 'deals' }, questionFor(pipeline, asked, filter, TODAY));
  assert.deepEqual(
    [dealsIn(report.files), report.leftOut],
    [paths.length, dealsIn(pipeline.files) - paths.length],
  );
  return paths;
}

/** The filter of a view that was added to a process file, as it is read from there. */
function savedAndRead(filter: DealFilter): DealFilter {
  const added = addView('currency: EUR\n', { name: 'Ours', view: { ...DEFAULT_VIEW, filter } });
  assert.ok(added.ok);
  const { process, problems } = readProcess(added.edited.text);
  assert.deepEqual(problems, [], added.edited.text);
  return process.views[0]!.view.filter;
}

/** The filter as the command line reads it from its options. */
function typed(filter: DealFilter): DealFilter {
  const command = addFilterOptions(new Command()).exitOverride();
  command.parse(typedAs(filter), { from: 'user' });
  return filterOf(command.opts(), process);
}

describe('a filter', () => {
  it('means the same deals in the view, on the page, in a list of the command line and in a saved view', () => {
    const counts = { none: 0, some: 0 };
    forAll(
      fc.tuple(someDeals, anyFilter),
      ([deals, filter]) => {
        const pipeline = pipelineOf(deals);
        // Where nothing is said of the archive, the view leaves it out, and a report counts it.
        const asked: DealFilter = { archived: false, ...filter };
        const shown = inTree(pipeline, filter);
        assert.deepEqual(onPage(pipeline, asked), shown);
        assert.deepEqual(inList(pipeline, typed(asked)), shown);
        assert.deepEqual(inTree(pipeline, savedAndRead(filter)), shown);
        assert.deepEqual(onPage(pipeline, savedAndRead(asked)), shown);
        counts[shown.length ? 'some' : 'none']++;
      },
      300,
    );
    assertEnough(counts.some, 50);
    assertEnough(counts.none, 20);
  });

  it('is saved and read as it is, whatever it asks for', () => {
    forAll(fc.oneof(anyFilter, fullFilter), filter => assert.deepEqual(savedAndRead(filter), filter), 200);
  });

  it('is typed and read as it is, but for the archive, which always counts where nothing is said', () => {
    forAll(
      fc.oneof(anyFilter, fullFilter),
      ({ archived, ...filter }) => {
        const asked = archived === false ? { ...filter, archived } : filter;
        assert.deepEqual(typed(asked), asked);
      },
      200,
    );
  });

  it('is taken from outside with all that it may ask for, and refused where a part makes no sense', () => {
    forAll(fullFilter, filter => {
      assert.ok(isDealFilter(filter) && isDealFilter({}));
      for (const key of FILTER_KEYS)
        assert.ok(!isDealFilter({ ...filter, [key]: { something: 'else' } }), key);
    });
  });
});
