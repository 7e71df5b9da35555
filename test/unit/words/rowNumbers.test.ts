import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rowNumbers } from '../../../src/words/en/rowNumbers';
import { forAll } from '../support/property';

describe('numbers of rows', () => {
  it('have those that follow each other as one, and say how many more there are', () => {
    assert.equal(rowNumbers([2], 3), '2');
    assert.equal(rowNumbers([2, 3, 7], 3), '2, 3, 7');
    assert.equal(rowNumbers([2, 3, 4, 9, 11, 12, 20], 2), '2–4, 9 and 3 more');
  });

  it('name each row once, or count it', () => {
    forAll(
      fc.tuple(
        fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 8 }),
      ),
      ([some, most]) => {
        const rows = some.toSorted((a, b) => a - b);
        const [named, more] = rowNumbers(rows, most).split(' and ');
        const told = named!.split(', ').flatMap(part => {
          const [from, to = from] = part.split('–').map(Number);
          return Array.from({ length: to! - from! + 1 }, (_, at) => from! + at);
        });
        assert.deepEqual(told, rows.slice(0, told.length));
        assert.equal(told.length + parseInt(more ?? '0'), rows.length);
      },
    );
  });
});
