import assert from 'node:assert/strict';
import { mayHaveLinks } from '../../../../src/core/notes/links';
import { pathOf, readTarget, writeTarget } from '../../../../src/core/notes/path';

describe('the path that a link is written with', () => {
  for (const [written, path, place, isEncoded] of [
    ['a.md', 'a.md', '', false],
    ['../a/b.md#log', '../a/b.md', '#log', false],
    ['a.md?x=1#y', 'a.md', '?x=1#y', false],
    ['a%20b%23.md#c%20d', 'a b#.md', '#c%20d', true],
    ['a\\(b\\).md', 'a(b).md', '', false],
    ['a\\b.md', 'a\\b.md', '', false],
    ['a&amp;b&lt;&gt;&quot;&apos;.md', 'a&b<>"\'.md', '', false],
    ['a&nbsp;b.md', 'a\u00a0b.md', '', false],
    ['a&#98;&#x63;&#X64;.md', 'abcd.md', '', false],
    ['a&#128640;.md', 'a🚀.md', '', false],
    ['a&#0;&#xD800;&#xDFFF;&#x110000;.md', 'a\ufffd\ufffd\ufffd\ufffd.md', '', false],
    ['a&#xE000;&#x10FFFF;.md', 'a\ue000\u{10ffff}.md', '', false],
    ['a&#12345678;&;&foo;&ampx;.md', 'a&', '#12345678;&;&foo;&ampx;.md', false],
    ['a&#35;b.md', 'a', '&#35;b.md', false],
    ['a\\#b.md', 'a', '\\#b.md', false],
    ['C/a.md', 'C/a.md', '', false],
    ['a/b:c.md', 'a/b:c.md', '', false],
  ] as const) {
    it(written, () => assert.deepEqual(pathOf({ written }), { path, place, isEncoded }));
  }

  for (const written of [
    '',
    '#a',
    '?a',
    '/a.md',
    'https://a.example',
    'mailto:a@b.example',
    'C:\\a',
    'x+y-z.1:a',
    '%zz.md',
    'a%.md',
    'a\ud800.md',
    '&#x2f;a',
  ])
    it(`is none in “${written}”`, () => assert.equal(pathOf({ written }), undefined));
});

it('a target is read without its escapes', () => {
  assert.equal(readTarget('a\\_b%20c&amp;d\\e#f\\#g'), 'a_b%20c&d\\e#f#g');
});

describe('a path is written in the manner of its link', () => {
  const link = (isBracketed: boolean) => ({ isBracketed, written: '', start: 0, end: 0 });
  for (const [path, isBracketed, isEncoded, place, written] of [
    ['a.md', false, false, '#b', 'a.md#b'],
    ['a b(c).md', false, false, '', 'a%20b%28c%29.md'],
    ['a b(c).md', true, false, '', 'a b(c).md'],
    ['a b(c)ä.md', true, true, '', 'a%20b%28c%29%C3%A4.md'],
    ['a%#?:\\<>&`|b.md', false, false, '', 'a%25%23%3F%3A%5C%3C%3E%26%60%7Cb.md'],
    ['a%#?:\\<>&`|b.md', true, false, '', 'a%25%23%3F%3A%5C%3C%3E%26%60%7Cb.md'],
    ["a_b-c.d/e~f!'*.md", false, true, '', 'a_b-c.d/e~f%21%27%2A.md'],
    ["ä!'*\u2028.md", false, false, '', "ä!'*%E2%80%A8.md"],
    ["ä!'*\u2028\n.md", true, false, '', "ä!'*%E2%80%A8%0A.md"],
    ['a.md', false, false, '#b)c', 'a.md#b%29c'],
    ['a.md', false, false, '#b(c', 'a.md#b%28c'],
    ['a.md', false, false, '#b(c)d', 'a.md#b(c)d'],
    ['a.md', false, false, '#b)\\(c', 'a.md#b%29\\(c'],
    ['a.md', true, false, '#b)c', 'a.md#b)c'],
  ] as const) {
    it(written, () =>
      assert.equal(writeTarget(path, link(isBracketed), { path: '', isEncoded, place }), written),
    );
  }
});

it('a text may have links where it has a target or a definition', () => {
  assert.deepEqual(['[a](b)', '[a]: b', '[a] b', '', 'a'].map(mayHaveLinks), [
    true,
    true,
    false,
    false,
    false,
  ]);
});
