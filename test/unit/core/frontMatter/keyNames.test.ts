import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inPattern } from '../../../../src/core/frontMatter/keyNames';
import { makeProcess } from '../../../../src/core/process/process';
import { file, readGood } from '../../support/deals';
import { forAll } from '../../support/property';

describe('a key of any team', () => {
  it('means itself in a pattern', () => {
    forAll(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), key => {
      assert.ok(new RegExp(`^${inPattern(key)}$`, 'u').test(key));
      assert.ok(!new RegExp(`^${inPattern(key)}$`, 'u').test(`${key}x`));
    });
  });

  it('may have blanks and joints in it, in a file with a comment', () => {
    for (const name of ['deal state', 'deal-state', 'état/2', "it's"]) {
      const process = makeProcess({ fields: new Map([['status', name]]) });
      assert.equal(readGood(file(`title: A # b\nstage: proposal\n${name}: won`), process).deal.status, 'won');
    }
  });
});
