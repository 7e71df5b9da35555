import assert from 'node:assert/strict';
import { quantile } from 'd3-array';
import fc from 'fast-check';
import { kaplanMeierMedian, wilsonInterval } from '../../../../src/core/metrics/statistics';
import { forAll } from '../../support/property';

describe('the Wilson interval', () => {
  const rounded = (successes: number, n: number) =>
    wilsonInterval(successes, n)?.map(bound => +bound.toFixed(4));

  it('is that of the textbook', () => {
    assert.deepEqual(rounded(2, 4), [0.15, 0.85]);
    assert.deepEqual(rounded(0, 10), [0, 0.2775]);
    assert.deepEqual(rounded(10, 10), [0.7225, 1]);
    assert.deepEqual(rounded(45, 100), [0.3561, 0.5476]);
  });

  it('is none of nothing', () => assert.equal(wilsonInterval(0, 0), null));

  it('holds the rate, within 0 and 1', () => {
    forAll(fc.tuple(fc.nat(200), fc.nat(200)), ([won, lost]) => {
      const interval = wilsonInterval(won, won + lost);
      if (!interval) return;
      const rate = won / (won + lost);
      assert.ok(
        0 <= interval[0] && interval[0] <= rate + 1e-12 && rate <= interval[1] + 1e-12 && interval[1] <= 1,
      );
    });
  });
});

describe('the Kaplan–Meier median', () => {
  for (const [left, staying, median] of [
    [[4, 8, 10, 10], [17], 10],
    [[6, 6, 8, 10, 10], [], 8],
    [[1, 2, 3, 4], [], 2],
    [[5], [5], 5],
    [[5], [1], 5],
    [[5], [9], 5],
    [[5], [9, 9], null],
    [[], [3], null],
    [[], [], null],
    [[0, 0], [4], 0],
  ] as const) {
    it(`of ${left.join(' ') || 'none'}, with ${staying.join(' ') || 'none'} open, is ${median}`, () => {
      assert.equal(kaplanMeierMedian(left, staying), median);
    });
  }

  it('is that of the definition, followed step by step in exact fractions', () => {
    const times = fc.array(fc.nat(12), { maxLength: 15 }).map(days => days.sort((a, b) => a - b));
    forAll(
      fc.tuple(times, times),
      ([left, staying]) => assert.equal(kaplanMeierMedian(left, staying), slowMedian(left, staying)),
      500,
    );
  });
});

/** For each day, by whole numbers: of all who were still there, how many left. */
function slowMedian(left: readonly number[], staying: readonly number[]): number | null {
  let [part, whole] = [1n, 1n];
  for (let time = 0; time <= 12; time++) {
    const atRisk = [...left, ...staying].filter(stay => stay >= time).length;
    if (atRisk === 0) break;
    part *= BigInt(atRisk - left.filter(stay => stay === time).length);
    whole *= BigInt(atRisk);
    if (2n * part <= whole && left.includes(time)) return time;
  }
  return null;
}

describe('a quantile', () => {
  it('is interpolated between its neighbours (R-7)', () => {
    const stays = [2, 3, 3, 4, 5, 6];
    assert.deepEqual(
      [0.5, 0.75, 0.9].map(p => quantile(stays, p)),
      [3.5, 4.75, 5.5],
    );
    assert.deepEqual(
      [0.75, 0.9].map(p => quantile([1, 2, 3, 4], p)),
      [3.25, 3.7],
    );
    assert.equal(quantile([7], 0.9), 7);
  });
});
