import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OpenDeal } from '../../../../src/core/metrics/openDeals';
import { dayScale } from '../../../../src/webview/parts/time/dayScale';
import { PITCH, swarmOf } from '../../../../src/webview/parts/time/swarm';
import { forAll } from '../../support/property';

function openDeal(path: string, days: number | null): OpenDeal {
  return {
    ...{ path, title: path, owner: null, value: null, stage: 'proposal', days, daysIdle: null },
    ...{ stalled: false, idle: false, unusual: false, fromGit: false },
  };
}

const deals = fc
  .array(fc.option(fc.nat(900)), { maxLength: 120 })
  .map(days => days.map((one, k) => openDeal(`${k}.md`, one)));

describe('the marks of the open deals', () => {
  it('are one for each deal whose days are known, or counted where there is no room', () =>
    forAll(deals, some => {
      const { points, hidden } = swarmOf(some, dayScale([], some, [21], 600));
      const known = some.filter(({ days }) => days !== null);
      assert.equal(points.length + hidden, known.length);
      assert.equal(new Set(points.map(({ deal }) => deal.path)).size, points.length);
    }));

  it('lie the same whatever order the deals come in', () =>
    forAll(deals, some => {
      const scale = dayScale([], some, [21], 600);
      assert.deepEqual(swarmOf(some.toReversed(), scale), swarmOf(some, scale));
    }));

  it('stay within the drawing, in order of their days', () =>
    forAll(fc.tuple(deals, fc.integer({ min: 200, max: 900 })), ([some, width]) => {
      const { points, lanes } = swarmOf(some, dayScale([], some, [21], width));
      for (const [k, { days, x, y }] of points.entries()) {
        assert.ok(x >= 0 && x <= width, `${x} of ${width}`);
        assert.ok(y >= 0 && y < Math.max(1, lanes) * PITCH);
        if (k) assert.ok(points[k - 1]!.days <= days);
      }
    }));

  it('do not touch while there are lanes enough', () => {
    const some = Array.from({ length: 30 }, (_, k) => openDeal(`${k}.md`, k % 10));
    const { points } = swarmOf(some, dayScale([], some, [21], 600));
    for (const a of points) {
      for (const b of points)
        if (a !== b && a.y === b.y) assert.ok(Math.abs(a.x - b.x) >= PITCH, `${a.x} and ${b.x}`);
    }
  });

  it('of those beyond the scale are the longest stays', () => {
    const some = Array.from({ length: 40 }, (_, k) => openDeal(`${k}.md`, 100 + k));
    const { points, hidden } = swarmOf(some, dayScale([], some, [21], 600));
    assert.equal(hidden, 16);
    assert.equal(points[0]!.days, 116);
  });
});
