import assert from 'node:assert/strict';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { file } from '../../../support/deals';

/** The lines of what is told of the notes of a deal, which counts all the same. */
function linesTold(notes: string): number[] {
  const entry = readDeal('a.md', file('title: A\nstage: proposal', notes), DEFAULT_PROCESS);
  assert.ok(entry.kind === 'deal');
  assert.equal(entry.deal.conflict, undefined);
  return entry.problems.flatMap(({ code, line }) => (code === 'conflict-markers' ? [line] : []));
}

describe('of a conflict that was resolved by hand, and not whole', () => {
  for (const [what, notes, line] of [
    ['the beginning', 'a\n<<<<<<< HEAD\nb\n', 6],
    ['the beginning and the middle', 'a\n<<<<<<< HEAD\nb\n=======\nc\n', 6],
    ['the middle and the end', 'a\n=======\nc\n>>>>>>> main\n', 8],
    ['the end', 'a\n>>>>>>> 1a2b3c4 (A deal is won)\n', 6],
    ['what both come from', 'a\n||||||| 1a2b3c4\nb\n', 6],
    ['a longer one', 'a\n<<<<<<<<< ours:deals/a.md\nb\n', 6],
    ['one with CRLF', 'a\r\n>>>>>>> main\r\nb\r\n', 6],
    ['one on the last line', 'a\n>>>>>>> main', 6],
  ] as const) {
    it(`${what} is told`, () => assert.deepEqual(linesTold(notes), [line]));
  }

  it('is told as far as the marker goes', () => {
    const entry = readDeal('a.md', file('stage: proposal', 'a\n>>>>>>> main\nb\n'), DEFAULT_PROCESS);
    assert.ok(entry.kind === 'deal');
    assert.deepEqual(
      entry.problems.map(({ line, column, end }) => ({ line, column, end })),
      [{ line: 5, column: 1, end: { line: 5, column: 13 } }],
    );
  });

  for (const [what, notes] of [
    ['an arrow before a word', '<<<<<<<here\n'],
    ['an underlined heading', 'Title\n=======\n'],
    ['a quoted mail', '>>>>>> a\n>>>>>>> Hello\n>>>>>>> there\n>> b\n'],
    ['a row of a table', '| a | b |\n|---|---|\n||||||| x |\n'],
    ['arrows in a line', 'Prices <<<<<<< last year, >>>>>>> next\n'],
  ] as const) {
    it(`nothing is told of ${what}`, () => assert.deepEqual(linesTold(notes), []));
  }
});
