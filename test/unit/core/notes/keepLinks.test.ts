import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepLinks, linkedFrom } from '../../../../src/core/notes/keepLinks';
import { applyEdits } from '../../../../src/core/textEdit';
import { forAll } from '../../support/property';

const kept = (text: string, before: string, now: string, moved: Record<string, string> = {}) =>
  applyEdits(text, keepLinks(text, before, now, new Map(Object.entries(moved))));

describe('links of a file that moves', () => {
  it('lead to where they led, with the place in it', () => {
    const text = 'See [a](a.md), [b](<../b%20c.md#log>) and ![c](./img/c.png "C").\n';
    const now = 'See [a](../a.md), [b](<../../b%20c.md#log>) and ![c](../img/c.png "C").\n';
    assert.equal(kept(text, '/d/x.md', '/d/archive/x.md'), now);
  });

  it('stay as they are where they do not depend on it', () => {
    const text =
      '[a](https://acme.example/x.md) [b](/d/b.md) [c](#log) [d](mailto:a@b.example) [e](100%.md)\n';
    assert.equal(kept(text, '/d/x.md', '/d/archive/x.md'), text);
  });

  it('stay as they are in the front matter', () => {
    const text = '---\nstage: proposal\nnote: "[a](a.md)"\n---\n[a](a.md)\n';
    assert.equal(kept(text, '/d/x.md', '/d/e/x.md'), text.replace(/\(a\.md\)\n/, '(../a.md)\n'));
  });

  it('lead to those that have moved along', () => {
    assert.equal(
      kept('[a](a.md)', '/d/x.md', '/d/x.md', { '/d/a.md': '/d/archive/a (1).md' }),
      '[a](archive/a%20%281%29.md)',
    );
    assert.equal(kept('[a](a.md)', '/d/x.md', '/d/y/x.md', { '/d/a.md': '/d/y/a.md' }), '[a](a.md)');
  });

  it('of any kind lead to the same file before and after', () => {
    const step = fc.constantFrom('a', 'b c', 'd(1)', 'ä');
    const path = fc.array(step, { minLength: 1, maxLength: 4 }).map(steps => `/${steps.join('/')}.md`);
    forAll(fc.tuple(path, path, path), ([before, now, to]) => {
      const [first] = linkedFrom(kept('[x](y.md)', '/y.md', before, { '/y.md': to }), before);
      assert.equal(first, to);
      const text = kept('[x](y.md)', '/y.md', before, { '/y.md': to });
      assert.deepEqual(linkedFrom(kept(text, before, now), now), [to]);
    });
  });
});
