import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conflictAt, sidesOf } from '../../../../src/core/frontMatter/conflict';
import { forAll } from '../../support/property';

const texts = (text: string) => {
  const sides = sidesOf(text);
  return sides && [sides.ours.text, sides.theirs.text, sides.base?.text];
};

const conflict = (ours: string, theirs: string, length = 7) => {
  const mark = (sign: string) => sign.repeat(length);
  return `${mark('<')} HEAD\n${ours}${mark('=')}\n${theirs}${mark('>')} their/branch\n`;
};

const withBase = (ours: string, base: string, theirs: string) =>
  `<<<<<<< HEAD\n${ours}||||||| 1a2b3c4\n${base}=======\n${theirs}>>>>>>> their/branch\n`;

describe('the sides of a conflict', () => {
  for (const [where, text, sides] of [
    [
      'in the front matter',
      `---\n${conflict('stage: closing\n', 'stage: proposal\n')}---\nNotes\n`,
      ['---\nstage: closing\n---\nNotes\n', '---\nstage: proposal\n---\nNotes\n', undefined],
    ],
    [
      'around the opening fence',
      `${conflict('---\na: 1\n', '---\na: 2\n')}---\n`,
      ['---\na: 1\n---\n', '---\na: 2\n---\n', undefined],
    ],
    [
      'several of them',
      `${conflict('a\n', 'b\n')}same\n${conflict('', 'c\n')}`,
      ['a\nsame\n', 'b\nsame\nc\n', undefined],
    ],
    ['with what both come from', `x\n${withBase('a\n', 'c\n', 'b\n')}`, ['x\na\n', 'x\nb\n', 'x\nc\n']],
    ['with longer markers', conflict('a\n', 'b\n', 12), ['a\n', 'b\n', undefined]],
    ['with CRLF', conflict('a\n', 'b\n').replaceAll('\n', '\r\n'), ['a\r\n', 'b\r\n', undefined]],
    ['without names', '<<<<<<<\na\n=======\nb\n>>>>>>>', ['a\n', 'b\n', undefined]],
    [
      'beside an underlined heading',
      `Title\n=======\n\n${conflict('a\n', 'b\n')}`,
      ['Title\n=======\n\na\n', 'Title\n=======\n\nb\n', undefined],
    ],
    [
      'with a heading underlined at length in one of them',
      conflict('a\n', 'Title\n==========\n'),
      ['a\n', 'Title\n==========\n', undefined],
    ],
    [
      'without what both come from, where git could not merge that either',
      withBase('a\n', '<<<<<<<<< x\nc\n=========\nd\n>>>>>>>>> y\n', 'b\n'),
      ['a\n', 'b\n', undefined],
    ],
    [
      'without what both come from, where that is named twice',
      withBase('a\n', 'b\n||||||| x\nc\n', 'd\n'),
      ['a\n', 'd\n', undefined],
    ],
    [
      'without what both come from, where one conflict does not say it',
      `${withBase('a\n', 'c\n', 'b\n')}${conflict('d\n', 'e\n')}`,
      ['a\nd\n', 'b\ne\n', undefined],
    ],
  ] as const) {
    it(where, () => assert.deepEqual(texts(text), sides));
  }

  for (const [what, text] of [
    ['a text without one', '---\nstage: closing\n---\n'],
    ['markers within lines', 'a <<<<<<< b\n=======\nc >>>>>>> d\n'],
    ['a beginning alone', '<<<<<<< a\nx\n=======\ny\n'],
    ['a beginning behind a whole one', `${conflict('a\n', 'b\n')}<<<<<<< HEAD\nc\n`],
    ['an end behind a whole one', `${conflict('a\n', 'b\n')}c\n>>>>>>> x\n`],
    ['one within our side', conflict(conflict('a\n', 'b\n'), 'c\n')],
    ['one within their side', conflict('a\n', conflict('b\n', 'c\n'))],
    ['a longer one within our side', conflict(conflict('a\n', 'b\n', 9), 'c\n')],
    ['two lines that may part the sides', conflict('a\n', 'Title\n=======\nb\n')],
    ['markers of several lengths', '<<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'],
  ] as const) {
    it(`cannot be told of ${what}`, () => assert.equal(sidesOf(text), undefined));
  }

  it('are called what git calls them in the first conflict', () => {
    const sides = sidesOf(`${withBase('a\n', 'b\n', 'c\n')}<<<<<<<\n|||||||\n=======\n>>>>>>>\n`)!;
    assert.deepEqual(
      [sides.ours, sides.theirs, sides.base].map(side => side?.label),
      ['HEAD', 'their/branch', '1a2b3c4'],
    );
    assert.equal(sidesOf('<<<<<<<\na\n=======\nb\n>>>>>>>\n')!.ours.label, undefined);
  });

  it('are the two texts that git had, of whatever lines', () => {
    const lines = fc
      .array(fc.constantFrom('a: 1', '---', '', '- x', 'Title', '====', '> quoted', '\tb\r'), {
        maxLength: 4,
      })
      .map(all => all.map(line => `${line}\n`).join(''));
    const parts = fc.array(fc.record({ same: lines, ours: lines, theirs: lines }), {
      minLength: 1,
      maxLength: 3,
    });
    const any = fc.record({ all: parts, end: lines, length: fc.integer({ min: 7, max: 12 }) });
    forAll(any, ({ all, end, length }) => {
      const side = (name: 'ours' | 'theirs') => all.map(part => part.same + part[name]).join('') + end;
      const text = all.map(({ same, ours, theirs }) => same + conflict(ours, theirs, length)).join('') + end;
      assert.deepEqual(texts(text), [side('ours'), side('theirs'), undefined]);
    });
  });
});

it('the conflict on a line is the one that begins there, or next', () => {
  const text = `${conflict('a\n', 'b\n')}\n${conflict('c\n', 'd\n')}`;
  assert.equal(conflictAt(text, 1)!.ours.text, 'a\n');
  assert.deepEqual(
    [2, 7].map(line => conflictAt(text, line)!.ours.text),
    ['c\n', 'c\n'],
  );
  assert.equal(conflictAt(text, 8), undefined);
});
