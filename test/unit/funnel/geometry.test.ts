import assert from 'node:assert/strict';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { funnelSheet } from '../../../src/funnel/sheet';
import { EVERYTHING } from '../../../src/shared/funnelQuestion';
import { funnelSteps } from '../../../src/webview/conversion';
import { layOutFunnel, type Bar, type Segment } from '../../../src/webview/geometry';
import { AS_OF, WORKED_EXAMPLE } from '../support/workedExample';

const pipeline = new Pipeline(DEFAULT_PROCESS);
for (const deal of WORKED_EXAMPLE) pipeline.set({ kind: 'deal', path: deal.path, deal, problems: [] });
const WIDTH = 602;

function stepsOf(shown: Pipeline) {
  const { report, minSample } = funnelSheet(shown, EVERYTHING, AS_OF);
  return funnelSteps(report, 'count', 'reached', minSample);
}

function widthOf({ segments }: Bar, kind?: Segment['kind']): number {
  const widths = segments.filter(segment => !kind || segment.kind === kind).map(({ width }) => width);
  return Math.round(widths.reduce((sum, width) => sum + width, 0));
}

describe('the drawing of the worked example', () => {
  const bars = layOutFunnel(stepsOf(pipeline), WIDTH);

  it('has a bar for each stage, as wide as the deals that reached it, and one for the won deals', () => {
    assert.deepEqual(
      bars.map(bar => widthOf(bar)),
      [600, 600, 500, 500, 400, 300, 200, 200],
    );
  });

  it('sets pending and lost deals apart', () => {
    assert.deepEqual(
      bars.map(bar => widthOf(bar, 'pending')),
      [0, 0, 0, 100, 0, 100, 0, 0],
    );
    assert.deepEqual(
      bars.map(bar => widthOf(bar, 'lost')),
      [0, 100, 0, 0, 100, 0, 0, 0],
    );
  });

  it('makes those that went on as wide as the next bar', () => {
    for (const [k, bar] of bars.slice(0, -1).entries()) {
      assert.equal(widthOf(bar, 'on'), widthOf(bars[k + 1]!), `stage ${k + 1}`);
    }
  });

  it('sets the parts of a bar side by side, from the left: went on, pending, lost', () => {
    const order = ['on', 'pending', 'lost'];
    for (const { segments } of bars) {
      assert.deepEqual(
        segments.map(({ kind }) => kind),
        order.filter(kind => segments.some(segment => segment.kind === kind)),
      );
      for (const [k, { x }] of segments.entries()) {
        const before = segments[k - 1];
        assert.ok(Math.abs(x - (before ? before.x + before.width : 1)) < 1e-9);
      }
    }
  });
});

describe('the drawing', () => {
  const empty = stepsOf(new Pipeline(DEFAULT_PROCESS));

  it('of no deals has no bars', () => {
    assert.ok(layOutFunnel(empty, WIDTH).every(({ segments }) => segments.length === 0));
  });

  it('has no negative widths before the page is measured', () => {
    for (const { segments } of layOutFunnel(stepsOf(pipeline), 0)) assert.deepEqual(segments, []);
  });
});
