import assert from 'node:assert/strict';
import { linksIn } from '../../../../src/core/notes/links';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { forAll } from '../../support/property';
import { judged, markdown } from './support/markdown';
import { read } from './support/read';

const NOTHING = { links: [], headings: [], items: [], code: [] };

describe('notes are read as Markdown has it', () => {
  it('headings, lists, code, HTML and links', () => {
    forAll(markdown, text => assert.deepEqual(read(text), judged(text)), 400);
  });

  // What the judge has another opinion of, by the specification.
  for (const [what, text, found] of [
    ['empty items', '-\n\n  a\n\n* \n  - b\n', { items: [0, 4] }],
    ['empty items below code', '    a\n  - ', { items: [1], code: [0] }],
    ['other numbers than 1', 'a\n2. b\n\n2. c\n3) d\n', { items: [3, 4] }],
    ['lists below code', '    a\n2) b\n', { items: [1], code: [0] }],
    ['code over the cells of no table', '> a ` | b\n|---|---|\n| [x](y.md) ` | c |\n', {}],
    [
      'cells, in which no code goes on',
      '> a ` | b\n> |---|---|\n> | [x](y.md) ` | c |\n',
      { links: ['y.md'] },
    ],
    ['definitions that are underlined', '[a]: b.md\n===\n', { links: ['b.md'] }],
    ['definitions below what is no heading', '[a]: b.md\n===\n[c]: d.md\n', { links: ['b.md'] }],
    ['a heading below definitions', '[a]: b.md\nTitle\n===\n', { links: ['b.md'], headings: ['h1 1'] }],
    ['tags in a paragraph', '- a\n</b>\nb\n', { items: [0] }],
    ['titles with parentheses', '[r]: a.md\n([](b.md)\n', { links: ['a.md', 'b.md'] }],
    ['labels before brackets', '[ref][[no](a.md)\n\n[ref]: b.md\n', { links: ['a.md', 'b.md'] }],
    [
      'Windows line ends',
      '# A\r\n\r\n```\r\n# B\r\n```\r\n- [a](b.md)\r\n',
      { headings: ['h1 0'], items: [5], code: [2, 3, 4], links: ['b.md'] },
    ],
  ] as const) {
    it(what, () => assert.deepEqual(read(text), { ...NOTHING, ...found }));
  }

  it('in no more time where brackets, fences and marks go on for ever', () => {
    for (const part of [
      '[',
      '![',
      '[a](',
      '`',
      '` ``',
      '<!--',
      '<a b="',
      '> ',
      '- ',
      '[a]: ',
      '(',
      '*',
      '\\',
      '| ',
      '# ',
      '[a](b "',
    ])
      for (const text of [part.repeat(50_000), `${part}\n`.repeat(20_000)]) linksIn(readNotes(text, 0));
  });
});
