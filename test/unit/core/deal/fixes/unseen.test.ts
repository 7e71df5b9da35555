import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { sentence } from '../../../../../src/words/sentence';
import { file } from '../../../support/deals';
import { forAll } from '../../../support/property';
import { offered, offers } from './support/offered';

const PLAIN = 'Write plain spaces and colons';
const CLOSE = 'Close the quote at the end of the line';

/** What is told of a file first, with its line and column. */
function told(head: string): string {
  const entry = readDeal('a.md', file(head), DEFAULT_PROCESS);
  assert.equal(entry.kind, 'attention', head);
  const { problem } = entry as Extract<typeof entry, { kind: 'attention' }>;
  return `${problem.line}:${problem.column} ${sentence(problem.says)}`;
}

describe('a character that looks like another one', () => {
  for (const [head, expected] of [
    [
      'stage:\u00a0proposal',
      '2:7 .* here is a no-break space \\(U\\+00A0\\). Replace it with a plain space.',
    ],
    ['title: a\nstage\uff1aproposal', '3:6 .* here is a full-width colon \\(U\\+FF1A\\).'],
    ['stage: a\nowner:\u3000dana', '3:7 .* here is a full-width space \\(U\\+3000\\)'],
    ['\u200bstage: proposal', '2:1 .*\\[U\\+200B\\]stage'],
    ['stage: pro\u200bposal', '2:8 There is no stage “pro\\[U\\+200B\\]posal”. Did you mean “proposal”\\?'],
  ] as const) {
    it(`is named where ${JSON.stringify(head)} has it`, () =>
      assert.match(told(head), new RegExp(`^${expected}`)));
  }

  offers([
    ['invalid-yaml', 'stage:\u00a0proposal', [PLAIN, 'safe', 'stage: proposal']],
    ['invalid-yaml', 'title: a\nstage\uff1aproposal', [PLAIN, 'safe', 'title: a\nstage: proposal']],
    ['invalid-yaml', 'stage\uff1a proposal', [PLAIN, 'safe', 'stage: proposal']],
    ['invalid-yaml', 'stage:\u00a0\u00a0a\nowner\u200b\uff1ab', [PLAIN, 'safe', 'stage:  a\nowner: b']],
    // A key of the team's own may be meant otherwise, and so may the beginning of a line.
    ['invalid-yaml', 'stage: a\nregion\uff1anorth', [PLAIN, 'preferred', 'stage: a\nregion: north']],
    [
      'invalid-yaml',
      'stage: a\nhistory:\n\u00a0 - {on: 2026-01-05, stage: a}',
      [PLAIN, 'preferred', 'stage: a\nhistory:\n  - {on: 2026-01-05, stage: a}'],
    ],
    ['unknown-stage', 'stage: pro\u200bposal', ['Change to “proposal”', 'safe', 'stage: proposal']],
    ['unknown-stage', 'stage: “Proposal”', ['Change to “Proposal”', 'preferred', 'stage: Proposal']],
    [
      'invalid-date',
      'stage: proposal\nclose_date: 2026-12-\u200b18',
      ['Change to “2026-12-18”', 'safe', 'stage: proposal\nclose_date: 2026-12-18'],
    ],
    [
      'unknown-status',
      'stage: proposal\nstatus: won\u200b',
      ['Change to “won”', 'safe', 'stage: proposal\nstatus: won'],
    ],
  ]);

  it('is nothing to tell within a text', () => {
    const entry = readDeal('a.md', file('title: a\u00a0b：c\u200bd\nstage: proposal'), DEFAULT_PROCESS);
    assert.deepEqual(entry.kind === 'deal' && entry.problems, []);
    assert.equal(readDeal('a.md', file('title\u200b: a'), DEFAULT_PROCESS).kind, 'note');
  });

  it('is mended wherever it stands, and nothing else is', () =>
    forAll(
      fc.tuple(
        fc.constantFrom('title', 'owner', 'account', 'next_step'),
        fc.constantFrom('\u00a0', '\u202f', '\u3000', ' \u00a0', '\u200b ', '\u2009'),
        fc.constantFrom(':', '\uff1a'),
        fc.constantFrom('a', 'a\u00a0b', '日本：語', 'x y'),
      ),
      ([key, gap, colon, value]) => {
        const text = file(`stage: proposal\n${key}${colon}${gap}${value}`);
        // A blank that YAML knows follows the colon.
        if (readDeal('a.md', text, DEFAULT_PROCESS).kind === 'deal') return;
        const [title, , after] = offered(text, 'invalid-yaml')[0]!;
        const plain = gap.replace('\u200b', '').replace(/[^ ]/gu, ' ');
        assert.deepEqual([title, after], [PLAIN, file(`stage: proposal\n${key}:${plain}${value}`)]);
      },
    ));
});

describe('a quote that is not closed', () => {
  for (const [head, line] of [
    ['title: "Acme\nstage: proposal\nowner: dana', '2:8'],
    ['stage: proposal\nowner: "dana\ntitle: "Acme"', '3:8'],
    ["stage: proposal\ntags:\n  - 'a\n  - b", '4:5'],
    ['title: "a \\" b\nstage: x', '2:8'],
    ["title: 'it''s\nstage: x", '2:8'],
    ['title: "one\n  and two"\nowner: "dana\nstage: x', '4:8'],
  ] as const) {
    it(`is told at ${line} of ${JSON.stringify(head)}`, () =>
      assert.match(told(head), new RegExp(`^${line} .*the quote that begins here isn’t closed`)));
  }
  offers([
    [
      'invalid-yaml',
      'title: "Acme\nstage: proposal\nowner: dana',
      [CLOSE, 'preferred', 'title: "Acme"\nstage: proposal\nowner: dana'],
    ],
  ]);
  it('one after the other, where there are two', () => {
    const two = file('title: "Acme\nowner: "dana\nstage: proposal');
    const [, , once] = offered(two, 'invalid-yaml')[0]!;
    const [, , twice] = offered(once, 'invalid-yaml')[0]!;
    assert.equal(twice, file('title: "Acme"\nowner: "dana"\nstage: proposal'));
  });
  it('text over several lines has its quotes', () => {
    const entry = readDeal(
      'a.md',
      file('title: "a\n  b"\nowner: \'c\n\n  d\' # e\nstage: proposal'),
      DEFAULT_PROCESS,
    );
    assert.equal(entry.kind, 'deal');
  });
});
