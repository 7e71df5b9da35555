import assert from 'node:assert/strict';
import { isSameData } from '../../../../src/core/merge/pick';

describe('what two sides of a merge say', () => {
  for (const [a, b, isSame] of [
    ['5', 5, true],
    [5, '5', true],
    ['é', 'e\u0301', true],
    ['true', true, false],
    [true, 'true', false],
    [null, undefined, true],
    ['', null, false],
    [['a', 5], ['a', '5'], true],
  ] as const)
    it(`is ${isSame ? 'the same' : 'not the same'}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`, () =>
      assert.equal(isSameData(a, b), isSame));
});
