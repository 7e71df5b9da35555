import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstOf } from '../../../src/core/firstOf';
import { forAll } from '../support/property';

describe('the first of a long list', () => {
  it('are those that come first where all of it is sorted, and the list stays as it is', () => {
    const list = fc.uniqueArray(fc.nat(1000), { maxLength: 60 });
    const order = fc.constantFrom<1 | -1>(1, -1);
    forAll(fc.tuple(list, fc.integer({ min: 1, max: 12 }), order), ([all, most, way]) => {
      const compare = (a: number, b: number) => way * (a - b);
      const before = [...all];
      assert.deepEqual(firstOf(all, most, compare), all.toSorted(compare).slice(0, most));
      assert.deepEqual(all, before);
    });
  });

  it('takes one walk: what comes behind those that are found is compared once', () => {
    let asked = 0;
    const all = Array.from({ length: 10_000 }, (_, at) => at);
    firstOf(all, 10, (a, b) => {
      asked++;
      return a - b;
    });
    assert.ok(asked < 11_000, String(asked));
  });
});
