import assert from 'node:assert/strict';
import { posix } from 'node:path';
import fc from 'fast-check';
import { relativePath } from '../../../src/core/relativePath';
import { forAll } from '../support/property';

describe('the way from one file to another', () => {
  it('is the shortest that leads there', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'a b'), { maxLength: 4 })
      .map(parts => ['', ...parts, 'x.md'].join('/'));
    forAll(fc.tuple(path, path), ([from, to]) => {
      assert.equal(relativePath(from, to), posix.relative(posix.dirname(from), to));
    });
    assert.equal(relativePath('/a/x.md', '/a/x.md'), 'x.md');
    assert.equal(relativePath('/a/b/x.md', '/a/y.md'), '../y.md');
    assert.equal(relativePath('/a/x.md', '/a/b/c/y.md'), 'b/c/y.md');
  });

  it('always names the file, also one that is called like a folder', () => {
    assert.equal(relativePath('/a/b/x.md', '/a/b'), '../b');
  });
});
