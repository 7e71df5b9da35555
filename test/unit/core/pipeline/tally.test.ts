import assert from 'node:assert/strict';
import { addedUp } from '../../../../src/core/pipeline/tally';

describe('what is counted of groups of deals', () => {
  it('is added up by its names, also where only some of the groups have them', () => {
    const [a, b, c] = [
      { n: 1, paths: ['a'], owners: new Map([['dana', 1]]) },
      { n: 2, paths: [], owners: new Map([['marek', 2]]), won: 5 },
      { n: 3, paths: ['c', 'd'], owners: new Map([['dana', 3]]), won: 1 },
    ];
    const all = addedUp<object>([a, b, c]);
    assert.deepEqual(all, {
      ...{ n: 6, paths: ['a', 'c', 'd'], won: 6 },
      owners: new Map([
        ['dana', 4],
        ['marek', 2],
      ]),
    });
    assert.deepEqual(addedUp<object>([addedUp<object>([a, b]), c]), all);
    assert.equal(addedUp([a]), a);
    assert.equal(addedUp([]), undefined);
  });
});
