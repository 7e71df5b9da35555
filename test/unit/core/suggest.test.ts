import assert from 'node:assert/strict';
import { suggest, suggestions } from '../../../src/core/suggest';

describe('suggest', () => {
  const names = ['proposal', 'prospecting', 'closing', 'skip', 'label'];
  for (const [written, meant] of [
    ['propsal', 'proposal'],
    ['PROPOSAL', 'proposal'],
    ['prospectign', 'prospecting'],
    ['skp', 'skip'],
    ['lable', 'label'],
    ['somewhere', undefined],
    ['xyz', undefined],
    ['', undefined],
    ['proposal'.repeat(1000), undefined],
  ] as const) {
    it(`takes ${JSON.stringify(written.slice(0, 20))} for ${meant}`, () => {
      assert.equal(suggest(written, names), meant);
    });
  }

  it('has all that are near enough, the nearest first', () => {
    assert.deepEqual(suggestions('labels', ['lapel', 'lapels', 'labels', 'skip']), [
      'labels',
      'lapels',
      'lapel',
    ]);
    assert.equal(suggest('clossing', ['crossing', 'closing']), 'crossing');
    assert.equal(suggest('ab', ['a', 'c']), 'a');
    assert.equal(suggest('', ['a']), undefined);
  });

  it('takes no book for a name', () => {
    const [long, longer] = ['x'.repeat(80), 'x'.repeat(81)];
    assert.deepEqual([suggest(long, [long]), suggest(longer, [longer])], [long, undefined]);
  });

  it('has nothing to suggest from nothing', () => assert.equal(suggest('proposal', []), undefined));
});
