import assert from 'node:assert/strict';
import { funnelReport } from '../../../../src/core/metrics/funnel';
import { staysReport } from '../../../../src/core/metrics/stays';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { dayScale } from '../../../../src/webview/parts/time/dayScale';
import { lookOf, OUTLINES } from '../../../../src/webview/parts/time/shapes';
import { STRIP, stripOf } from '../../../../src/webview/parts/time/stair';
import { longestWait, openEffects } from '../../../../src/webview/parts/time/waits';
import { AS_OF, WORKED_EXAMPLE } from '../../support/workedExample';
import { dealWith } from '../../support/deals';

const { stages } = funnelReport(WORKED_EXAMPLE, { needsAttention: 0, otherNotes: 0 }, DEFAULT_PROCESS, AS_OF);

describe('the scale of days', () => {
  it('reaches to the longest limit, stay or open deal', () => {
    assert.equal(dayScale(stages, [], [10, 20], 500).end, 20);
    assert.equal(dayScale(stages, [], [5], 500).end, 11.2);
  });

  it('is even: a day is as wide everywhere', () => {
    const { at } = dayScale(stages, [], [20], 500);
    assert.ok(Math.abs(at(20) - at(10) - (at(10) - at(0))) < 1e-9);
  });

  it('is cut where one deal would press all others together', () => {
    const { at, beyond, end } = dayScale(stages, [{ days: 800 }], [20], 500);
    assert.equal(end, 30);
    assert.ok(beyond! > at(end) && beyond! < 500);
  });

  it('has a place for everything before the page is measured', () => {
    const { at } = dayScale(stages, [], [0], 0);
    assert.ok(Number.isFinite(at(5)));
  });
});

describe('a strip of ended stays', () => {
  const scale = dayScale([], [], [100], 500);

  it('goes down where a quarter, a half and three quarters have ended, and stops at nine in ten', () => {
    const strip = stripOf(staysReport([10, 20, 30, 40, 50], []), scale);
    assert.deepEqual(
      strip.map(({ height }) => height / STRIP),
      [1, 0.75, 0.5, 0.25],
    );
    assert.ok(Math.abs(strip[1]!.x - scale.at(20)) < 1e-9);
    const last = strip.at(-1)!;
    assert.ok(Math.abs(last.x + last.width - scale.at(46)) < 1e-9);
  });

  it('of none is none, and of equal stays has one step', () => {
    assert.deepEqual(stripOf(staysReport([], [4]), scale), []);
    assert.equal(stripOf(staysReport([7, 7, 7], []), scale).length, 1);
  });
});

describe('where deals wait longest', () => {
  it('is told by the median of stages with enough ended stays', () => {
    assert.deepEqual(longestWait(stages, 5), { stage: 'qualification', median: 8, ended: 5, open: 0 });
  });

  it('counts the open stays in', () => {
    assert.deepEqual(longestWait(stages, 4), { stage: 'needs-analysis', median: 10, ended: 4, open: 1 });
  });

  it('is not told where too few have ended', () => {
    assert.equal(longestWait(stages, 7), undefined);
  });

  it('names the stages in which open stays change the median', () => {
    assert.deepEqual(openEffects(stages, 4), [{ stage: 'needs-analysis', ended: 9, withOpen: 10 }]);
    assert.deepEqual(openEffects(stages, 5), []);
  });

  it('says so where fewer than half have left', () => {
    const waiting = ['L0 P2', 'L0', 'L0', 'L0'].map((history, k) => dealWith(history, { path: `${k}.md` }));
    const report = funnelReport(waiting, { needsAttention: 0, otherNotes: 0 }, DEFAULT_PROCESS, AS_OF);
    assert.deepEqual(openEffects(report.stages, 1), [{ stage: 'lead-generation', ended: 2, withOpen: null }]);
  });
});

describe('the shapes of open deals', () => {
  it('are all different', () => {
    assert.equal(new Set(Object.values(OUTLINES)).size, 4);
    assert.deepEqual(
      [
        lookOf({ stalled: false, unusual: false }),
        lookOf({ stalled: true, unusual: false }),
        lookOf({ stalled: false, unusual: true }),
        lookOf({ stalled: true, unusual: true }),
      ],
      ['inTime', 'stalled', 'unusual', 'both'],
    );
  });
});
