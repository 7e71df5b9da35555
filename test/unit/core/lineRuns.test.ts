import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesIn, runsOf } from '../../../src/core/lineRuns';
import { forAll } from '../support/property';

describe('runs of lines', () => {
  it('are the same lines again, in whatever order these stand', () => {
    const run = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, -1))
      .map(([first, count, step]) => Array.from({ length: count }, (_, nth) => first + nth * step));
    forAll(fc.array(run, { maxLength: 6 }), some => {
      const lines = some.flat();
      assert.deepEqual(linesIn(runsOf(lines)), lines);
    });
  });

  it('take two numbers for lines that stand one below the other, read from either end', () => {
    assert.deepEqual(runsOf([7, 8, 9, 10]), [7, 4]);
    assert.deepEqual(runsOf([10, 9, 8, 7]), [10, -4]);
    assert.deepEqual(runsOf([7, 8, 12]), [7, 2, 12, 1]);
  });
});
