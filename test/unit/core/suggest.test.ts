import assert from 'node:assert/strict';
import { suggest } from '../../../src/core/suggest';

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

  it('has nothing to suggest from nothing', () => assert.equal(suggest('proposal', []), undefined));
});
