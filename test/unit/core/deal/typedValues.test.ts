import assert from 'node:assert/strict';
import { byUse, readTag } from '../../../../src/core/deal/typedValues';

describe('a tag as it is typed', () => {
  for (const [typed, tag] of [
    ['hardware', 'hardware'],
    [' #hardware ', 'hardware'],
    ['two  words', 'two words'],
    ['', undefined],
    ['#', undefined],
    ['a, b', undefined],
  ] as const) {
    it(`“${typed}” is ${tag}`, () => assert.equal(readTag(typed), tag));
  }

  it('is offered by how often it is used', () => {
    assert.deepEqual(byUse(['b', 'a', 'c', 'b', 'toString']), ['b', 'a', 'c', 'toString']);
  });
});
