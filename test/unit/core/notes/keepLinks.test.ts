import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepLinks, linkedFrom } from '../../../../src/core/notes/keepLinks';
import { linksIn } from '../../../../src/core/notes/links';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { applyEdits } from '../../../../src/core/textEdit';
import { forAll } from '../../support/property';
import { markdown } from './support/markdown';

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
    assert.equal(kept('[a](a//b.md)', '/d/x.md', '/d/x.md', { '/d/a/b.md': '/d/c.md' }), '[a](c.md)');
    // However they are written.
    const odd = '[a](./a%2Emd) [b](../d/a.md)';
    assert.equal(kept(odd, '/d/x.md', '/e/x.md', { '/d/a.md': '/e/a.md' }), '[a](./a%2Emd) [b](a.md)');
  });

  for (const [what, before, after] of [
    ['in a definition', '[a][r]\n\n[r]: a.md\n', '[a][r]\n\n[r]: ../a.md\n'],
    ['in brackets, with blanks and a title', '[r]: <a b.md> "A"\n', '[r]: <../a b.md> "A"\n'],
    ['with a title below', "[r]:\n  a.md\n  'A'\n", "[r]:\n  ../a.md\n  'A'\n"],
    ['around an image', '[![(a) [b]](c.png)](d.md)', '[![(a) [b]](../c.png)](../d.md)'],
    ['with parentheses', '[a](b(1).md) [a](c\\).md)', '[a](../b%281%29.md) [a](../c%29.md)'],
    ['with parentheses of path and place', '[a](b(1.md#c)\\)d)', '[a](../b%281.md#c%29\\)d)'],
    ['with words over lines', '> [a\n> b](c.md)\n', '> [a\n> b](../c.md)\n'],
    ['with entities', '[a](b&amp;c.md#d&amp;e)', '[a](../b%26c.md#d&amp;e)'],
    [
      'with other entities, and what only looks like one',
      '[a](b&#32;c.md) [a](b&#x2b;c.md) [a](b&nbsp;c.md) [a](b&foo;c.md) [a](b&#0;c.md)',
      '[a](../b%20c.md) [a](../b+c.md) [a](../b%C2%A0c.md) [a](../b%26foo;c.md) [a](../b\ufffdc.md)',
    ],
    ['with more slashes than one', '[a](b//c.md)', '[a](../b/c.md)'],
    ['in other letters', '[a](ä.md) [a](%C3%A4.md)', '[a](../ä.md) [a](../%C3%A4.md)'],
    [
      'in headings, items and cells',
      '# [a](b.md)\n- [c](d.md)\n\n|[e](f.md)|\n|-|\n',
      '# [a](../b.md)\n- [c](../d.md)\n\n|[e](../f.md)|\n|-|\n',
    ],
    [
      'in a file with Windows line ends',
      '\uFEFF[r]: a.md\r\n\r\n[r]\r\n[b](c.md)',
      '\uFEFF[r]: ../a.md\r\n\r\n[r]\r\n[b](../c.md)',
    ],
  ] as const) {
    it(`are kept ${what}`, () => assert.equal(kept(before, '/d/x.md', '/d/archive/x.md'), after));
  }

  for (const [what, text] of [
    ['in code between fences', '```\n[a](b.md)\n[r]: b.md\n```\n~~~~\n~~~\n[a](b.md)\n~~~~\n'],
    ['in code in a list and in a quote', '- a\n\n  ```\n  [a](b.md)\n  ```\n> ~~~\n> [a](b.md)\n'],
    ['in code that stands in', 'So:\n\n    [a](b.md)\n\t[r]: b.md\n'],
    ['in code in a line, and over lines', '`[a](b.md)` and ``[a](b.md)\n` [a](b.md)``'],
    ['in a comment', '<!-- [a](b.md) -->\n\nSo <!-- [a](b.md)\n[a](b.md) --> so'],
    ['in HTML', '<div>\n[a](b.md)\n</div>\n\n<i title="[a](b.md)">'],
    ['behind a backslash', '\\[a](b.md) [a\\](b.md) \\[r]: b.md'],
    ['in what only looks like one', '[a] (b.md) [a]xb.md) [a](b c.md) [a](<b.md) [a](b.md "c) (d.md)'],
  ] as const) {
    it(`are none ${what}`, () => assert.equal(kept(text, '/d/x.md', '/d/archive/x.md'), text));
  }

  it('are changed alone, and lead to where they led, in any notes', () => {
    const names = ['a.md', 'other file.md', 'b c.md', 'd(1).md', 'd(2.md', 'e(.md', 'ä.md', 'a&b.md'];
    const places = fc.dictionary(
      fc.constantFrom(...names.map(name => `/d/${name}`)),
      fc.constantFrom('/d/x/a b.md', '/d/ä(.md', '/e/`|.md', '/&amp;<#?.md'),
    );
    forAll(
      fc.tuple(
        markdown,
        fc.constantFrom('/d/me.md', '/d/y/me.md', '/me.md'),
        places,
        fc.constantFrom('\n', '\r\n'),
      ),
      ([written, now, moved, eol]) => {
        const text = written.replaceAll('\n', eol);
        fc.pre(!hasTargetsForWantOfBlanks(text));
        const before = '/d/me.md';
        const isAt = new Map(Object.entries(moved));
        const edits = keepLinks(text, before, now, isAt);
        const after = applyEdits(text, edits);
        const led = linkedFrom(text, before);
        assert.deepEqual(
          linkedFrom(after, now),
          led.map(path => isAt.get(path) ?? path),
        );
        const targets = linksIn(readNotes(text));
        for (const { start, end } of edits)
          assert.ok(targets.some(link => link.start === start && link.end === end));
        const back = new Map<string, string>([...isAt].map(([from, to]) => [to, from]));
        if (back.size === isAt.size && !led.some(path => back.has(path)))
          assert.deepEqual(linkedFrom(applyEdits(after, keepLinks(after, now, before, back)), before), led);
      },
      300,
    );
  });

  it('are told in their order, wherever they are defined', () => {
    const written = (text: string) => linksIn(readNotes(text)).map(link => link.written);
    assert.deepEqual(written('[a](a.md)\n\n[r]: b.md\n\n[c](c.md)\n'), ['a.md', 'b.md', 'c.md']);
    assert.deepEqual(written('[r]: b.md\n[a](a.md)\nmore [c](c.md)\n'), ['b.md', 'a.md', 'c.md']);
  });

  it('are read as far as others read them within parentheses', () => {
    const nested = (depth: number) => `[a](${'('.repeat(depth)}b.md${')'.repeat(depth)})`;
    assert.equal(linksIn(readNotes(nested(32))).length, 1);
    assert.equal(linksIn(readNotes(nested(33))).length, 0);
  });

  it('are those of a table only below a head with marks between', () => {
    const links = (text: string) => linksIn(readNotes(text)).length;
    assert.equal(links('| `a | b |  \n| - | - |\n| [x](y.md)` | c |\n'), 1);
    assert.equal(links('a `b\n:-:\n[x](y.md)` c\n'), 0);
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

/**
 * Whether what is no target for its blanks alone, `[](a](<b c.md>))`, becomes one when they go from a link within. No
 * name without blanks could be written in there so that only one link leads to it.
 */
function hasTargetsForWantOfBlanks(text: string): boolean {
  const all = linksIn(readNotes(text));
  const withoutBlanks = all.map(({ start, end }) => ({ start, end, text: 'x' }));
  const then = linksIn(readNotes(applyEdits(text, withoutBlanks)));
  return then.length !== all.length || then.some(({ written }) => written !== 'x');
}
