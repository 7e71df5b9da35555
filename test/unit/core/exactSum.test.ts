import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExactSum } from '../../../src/core/exactSum';
import { forAll } from '../support/property';

describe('an exact sum', () => {
  it('adds up what people write', () => {
    assert.equal(new ExactSum(0.1, 0.2).value, 0.3);
    assert.equal(new ExactSum(1e21, 1, -1e21).value, 1);
    assert.equal(new ExactSum(1e-7, 2e-7).value, 3e-7);
    assert.ok(Object.is(new ExactSum(-0.1, 0.1).value, 0));
  });

  it('is that of the cents', () => {
    forAll(fc.array(fc.integer({ min: -1e12, max: 1e12 })), cents => {
      const sum = cents.reduce((all, one) => all + one, 0);
      assert.equal(new ExactSum(...cents.map(one => one / 100)).value, sum / 100);
    });
  });
});
