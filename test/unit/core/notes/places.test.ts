import assert from 'node:assert/strict';
import { firstHeading } from '../../../../src/core/notes/heading';
import { lineFrom, openEnd, sectionOf, type Notes } from '../../../../src/core/notes/notes';
import { readNotes, startOfNotes } from '../../../../src/core/notes/readNotes';
import { tasksIn } from '../../../../src/core/notes/tasks';
import { file } from '../../support/deals';

const headingsOf = (text: string) =>
  readNotes(text, 0).headings.map(
    ({ level, title, start, end, first, last }) =>
      `${level} “${title}” ${JSON.stringify(text.slice(start, end))} ${first}–${last}`,
  );

describe('a heading stands', () => {
  for (const [text, ...expected] of [
    ['# A b #', '1 “A b” "A b" 0–0'],
    ['x\n\n  ##   A b  ##  \n', '2 “A b” "A b" 2–2'],
    ['###\tA\t\r\nx', '3 “A” "A" 0–0'],
    ['# #1', '1 “#1” "#1" 0–0'],
    ['# C#', '1 “C#” "C#" 0–0'],
    ['# A \\#', '1 “A \\#” "A \\\\#" 0–0'],
    ['#\nx', '1 “” "" 0–0'],
    ['## ##', '2 “” "" 0–0'],
    ['# A # B ##', '1 “A # B” "A # B" 0–0'],
    ['#  A  \tB  \t', '1 “A  \tB” "A  \\tB" 0–0'],
    ['A\n===\nB \t\n  C \n---', '1 “A” "A" 0–1', '2 “B C” "B \\t\\n  C" 2–4'],
    ['[a]: b\n  Title\n---\n', '2 “Title” "Title" 1–2'],
    ['> # A\n\n- B\n  ===\n'],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(headingsOf(text), expected));
  }

  it('behind the front matter', () => {
    const text = file('stage: lead', '\n# Acme\n');
    assert.equal(startOfNotes(text), text.indexOf('\n# Acme'));
    const { start, headings, lines } = readNotes(text);
    assert.equal(start, startOfNotes(text));
    assert.equal(text.slice(headings[0]!.start, headings[0]!.end), 'Acme');
    assert.equal(headings[0]!.first, 1);
    assert.equal(lines.length, 2);
    assert.deepEqual([startOfNotes('\uFEFF# A'), startOfNotes('# A'), startOfNotes('')], [1, 0, 0]);
  });
});

/** Each item: how deep it is, its mark, the rest of its line, and what follows that belongs to it. */
const itemsOf = (text: string) => {
  const { items, lines } = readNotes(text, 0);
  return items.map(({ depth, mark, content, end, line }) => {
    const own = lines[line]!;
    assert.ok(own.start <= mark && mark < content && content <= own.end);
    return [depth, text.slice(mark, content), own.text.slice(content - own.start), text.slice(own.end, end)];
  });
};

describe('an item stands', () => {
  for (const [text, ...expected] of [
    ['- a\n- b', [0, '- ', 'a', ''], [0, '- ', 'b', '']],
    ['- a\nb\n\n  c\n\nd', [0, '- ', 'a', 'b\n\n  c\n']],
    ['10)   a\n\n      b\n', [0, '10)   ', 'a', '\n      b\n']],
    ['-\n  a\n\n-\n\n  b', [0, '-', '', '  a\n'], [0, '-', '', '']],
    ['-    a\n\n     b\n', [0, '-    ', 'a', '\n     b\n']],
    ['-      a\n', [0, '- ', '     a', '']],
    ['-\ta\n\n\tb\n', [0, '-\t', 'a', '\n\tb\n']],
    [' -\t\ta\n', [0, '-', '\t\ta', '']],
    [
      '- - a\n  - b\n- c',
      [0, '- ', '- a', '  - b\n'],
      [1, '- ', 'a', ''],
      [1, '- ', 'b', ''],
      [0, '- ', 'c', ''],
    ],
    ['> - a\n> b\n> - c\n\n- d', [1, '- ', 'a', '> b\n'], [1, '- ', 'c', ''], [0, '- ', 'd', '']],
    ['- a\n  ```\n  b\n\n  c\n  ```\n\nd', [0, '- ', 'a', '  ```\n  b\n\n  c\n  ```\n']],
    ['- a\r\n  - b\r\n\r\nc', [0, '- ', 'a', '  - b\r\n'], [1, '- ', 'b', '']],
    ['-   \na', [0, '- ', '  ', '']],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(itemsOf(text), expected));
  }
});

describe('the lines of notes', () => {
  /** Each line: what it is, how deep, whether it waits for an end, and where its words begin. */
  const linesOf = (text: string) =>
    readNotes(text, 0).lines.map(({ leaf, text: line, content, start, isLazy }) =>
      [
        leaf ? `${leaf.kind} ${leaf.depth}${leaf.isOpen ? ' open' : ''}${isLazy ? ' lazy' : ''}` : 'nothing',
        line.slice(content - start),
      ].join(': '),
    );
  for (const [text, ...expected] of [
    ['\na', 'nothing: ', 'text 0: a'],
    ['a\n  b\n\n', 'text 0: a', 'text 0: b', 'nothing: '],
    ['> a\nb\n> - c\nd', 'text 1: a', 'text 1 lazy: b', 'text 2: c', 'text 2 lazy: d'],
    ['> > a\n> b\n', 'text 2: a', 'text 2 lazy: b'],
    ['# a\n---\n***', 'heading 0: # a', 'rule 0: ---', 'rule 0: ***'],
    ['a\n===\n', 'heading 0: a', 'rule 0: ==='],
    ['```\na\n```\nb', 'code 0: ```', 'code 0: a', 'code 0: ```', 'text 0: b'],
    ['```\n  a', 'code 0 open: ```', 'code 0 open: a'],
    ['> ```\n> a\nb', 'code 1: ```', 'code 1: a', 'text 0: b'],
    ['- ```\n  a', 'code 1 open: ```', 'code 1 open: a'],
    ['<!--\n\na', 'html 0 open: <!--', 'html 0 open: ', 'html 0 open: a'],
    ['<!-- a -->\nb', 'html 0: <!-- a -->', 'text 0: b'],
    ['<div>\na\n\nb', 'html 0: <div>', 'html 0: a', 'nothing: ', 'text 0: b'],
    ['    a\n\n    b\nc', 'code 0: a', 'code 0: ', 'code 0: b', 'text 0: c'],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(linesOf(text), expected));
  }

  it('are found from any place on', () => {
    const notes = readNotes('a\nb\r\n\nc', 0);
    assert.deepEqual(
      [0, 1, 2, 3, 5, 6, 7].map(at => lineFrom(notes, at)?.start),
      [0, 2, 2, 5, 5, 6, undefined],
    );
  });

  it('are open at the end where code or a comment is never closed, but in a list', () => {
    const open = (text: string) => openEnd(readNotes(text, 0));
    assert.deepEqual(
      ['a\n\n```\nb', '<!--\n\na', 'a\n~~~\n```\n', '- ```\n  a', '```\na\n```', 'a', '', '```\n\n- a'].map(
        open,
      ),
      [3, 0, 2, undefined, undefined, undefined, undefined, 0],
    );
  });
});

describe('a section', () => {
  const sections = (text: string) => {
    const notes = readNotes(text, 0);
    return notes.headings.map(heading => {
      const { first, behind } = sectionOf(notes, heading);
      return `${heading.title} ${first}–${behind}`;
    });
  };

  it('goes to the next heading of its level or above', () => {
    assert.deepEqual(sections('# A\n## B\nx\n### C\n## D\n# E\n\n'), [
      'A 0–5',
      'B 1–4',
      'C 3–4',
      'D 4–5',
      'E 5–7',
    ]);
    assert.deepEqual(sections('A\n---\nx\n\nB\n---'), ['A 0–4', 'B 4–6']);
  });
});

describe('the heading of the whole file', () => {
  const title = (notes: Notes) => firstHeading(notes)?.title;
  it('is the first of the first level that says something, near the top', () => {
    assert.equal(title(readNotes('## A\n#\n# B\n# C', 0)), 'B');
    assert.equal(title(readNotes('## A', 0)), undefined);
    const below = (blanks: number) => title(readNotes(file('x: 1', `${'\n'.repeat(blanks)}# A`)));
    assert.deepEqual([below(1997), below(1998), below(3000)], ['A', undefined, undefined]);
  });
});

it('tasks are items with a box, in lists and in those within them', () => {
  const text = '- [x] a  \n  - [ ]\tb\n1. [X] c\n- [y] d\n- [ ]e\n- [ ]\n> - [x] f\n- - [x] g\n- [x]  h\r\n';
  assert.deepEqual(
    tasksIn(readNotes(text, 0)).map(({ isTicked, at, bullet, words, item }) => [
      isTicked,
      text[at],
      bullet,
      words,
      item.depth,
    ]),
    [
      [true, 'x', '- ', 'a  ', 0],
      [false, ' ', '  - ', 'b', 1],
      [true, 'X', '1. ', 'c', 0],
      [true, 'x', '- ', 'h', 0],
    ],
  );
});
