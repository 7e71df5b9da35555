import assert from 'node:assert/strict';
import { GitFailed } from '../../../src/actions/ports/git';
import { whyGitFailed } from '../../../src/actions/whyGitFailed';

describe('why git could not answer', () => {
  it('is said where git says it, and anything else is thrown on, as nobody has foreseen it', () => {
    const failed = new GitFailed({ kind: 'noSuchRevision', revision: 'v9' });
    assert.deepEqual(whyGitFailed(failed), { say: 'gitFailed', args: { failure: failed.failure } });
    for (const other of [new TypeError('x is undefined'), 'x', undefined])
      assert.throws(
        () => whyGitFailed(other),
        (thrown: unknown) => thrown === other,
      );
  });
});
