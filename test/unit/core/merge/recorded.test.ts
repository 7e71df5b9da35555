import assert from 'node:assert/strict';
import { mergeDeal } from '../../../../src/core/merge/mergeDeal';
import { CASE_FILES, casesIn, resultOf } from './recorded/cases';

for (const file of CASE_FILES)
  describe(`merging two versions of a deal, ${file}`, () => {
    for (const { name, base, ours, theirs, merged, turned } of casesIn(file))
      it(name, () => {
        assert.equal(resultOf(mergeDeal({ base, ours, theirs })), merged);
        assert.equal(resultOf(mergeDeal({ base, ours: theirs, theirs: ours })), turned);
      });
  });

const HEAD = '---\nstage: proposal\n---\n';
/** Base, ours, theirs and what comes of them, all below the same front matter. */
const FORMS: readonly (readonly [
  what: string,
  base: string,
  ours: string,
  theirs: string,
  merged: string,
])[] = [
  ['ours has other line ends', 'a\nb\nc\n', 'a\r\nb\r\nc!\r\n', 'a!\nb\nc\n', 'a!\r\nb\r\nc!\r\n'],
  ['theirs has other line ends', 'a\nb\nc\n', 'a\nb\nc!\n', 'a!\r\nb\r\nc\r\n', 'a!\r\nb\r\nc!\r\n'],
  [
    'all have Windows line ends',
    'a\r\nb\r\nc\r\n',
    'a\r\nb\r\nc!\r\n',
    'a!\r\nb\r\nc\r\n',
    'a!\r\nb\r\nc!\r\n',
  ],
  ['the last line has no end', 'a\nb\nc', 'a\nb\nc!', 'a!\nb\nc', 'a!\nb\nc!'],
  ['ours has lost its last line end', 'a\nb\nc\n', 'a\nb\nc', 'a!\nb\nc\n', 'a!\nb\nc'],
  ['theirs has a last line end more', 'a\nb\nc', 'a!\nb\nc', 'a\nb\nc\n', 'a!\nb\nc\n'],
  ['a marker would have no line end', 'a', 'b', 'c', '<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n'],
  ['there is no base', '', 'a\r\nb\r\n', 'a\r\nb\r\n', 'a\r\nb\r\n'],
];

describe('the form of a merged deal', () => {
  for (const [what, base, ours, theirs, merged] of FORMS)
    it(`is kept where ${what}`, () => {
      const below = (notes: string) =>
        (notes.includes('\r\n') ? HEAD.replaceAll('\n', '\r\n') : HEAD) + notes;
      const versions = { base: base && below(base), ours: below(ours), theirs: below(theirs) };
      const result = mergeDeal(versions);
      assert.ok(result.kind === 'merged');
      assert.equal(result.text, below(merged));
    });

  it('has each line as the first side has it where line ends are mixed', () => {
    const base = `${HEAD}a\r\n\nb\nsame\nsame\r\nc\n`;
    const ours = base.replace('a\r\n', 'a\r\nours\r\n');
    const theirs = base.replace('c\n', 'c!\r\nd\n');
    const result = mergeDeal({ base, ours, theirs });
    assert.ok(result.kind === 'merged');
    assert.equal(result.text, `${HEAD}a\r\nours\r\n\nb\nsame\nsame\r\nc!\r\nd\n`);
  });

  it('has the byte order mark that a side has added or taken out', () => {
    const [plain, marked] = [`${HEAD}Up.\n\nLow.\n`, `\uFEFF${HEAD}Up.\n\nLow.\n`];
    const [ours, theirs] = [
      (text: string) => text.replace('Up', 'Here'),
      (text: string) => text.replace('Low', 'There'),
    ];
    for (const [base, mine, others, wanted] of [
      [plain, ours(marked), theirs(plain), marked],
      [plain, ours(plain), theirs(marked), marked],
      [marked, ours(plain), theirs(marked), plain],
      [marked, ours(marked), theirs(marked), marked],
    ] as const) {
      const result = mergeDeal({ base, ours: mine, theirs: others });
      assert.ok(result.kind === 'merged');
      assert.equal(result.text, ours(theirs(wanted)));
    }
  });

  it('has the base between the sides of each conflict, where that is wished for', () => {
    const versions = {
      base: `${HEAD}One.\n\n## Log\n\n- 2026-01-05 call: first talk\n`,
      ours: `${HEAD}One!\n\n## Log\n\n- 2026-01-05 call: first long talk\n`,
      theirs: `${HEAD}One?\n\n## Log\n\n- 2026-01-05 call: first short talk\n`,
    };
    const result = mergeDeal(versions, { markers: { withBase: true } });
    assert.ok(result.kind === 'merged');
    assert.equal(
      result.text,
      `${HEAD}<<<<<<< ours
One!
||||||| base
One.
=======
One?
>>>>>>> theirs

## Log

<<<<<<< ours: Log
- 2026-01-05 call: first long talk
||||||| base: Log
- 2026-01-05 call: first talk
=======
- 2026-01-05 call: first short talk
>>>>>>> theirs: Log
`,
    );
  });
});
