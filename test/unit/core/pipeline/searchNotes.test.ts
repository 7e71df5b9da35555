import assert from 'node:assert/strict';
import { NotesSearch } from '../../../../src/core/pipeline/searchNotes';

const notes = [
  '# Acme\r\n\r\nThey asked for a demo.\r\nThe depot is in Łódź.\r\n',
  '\n- 2026-11-20 call: a demo of the trolleys in the depot\n',
  'Nothing yet.\n',
];
const found = (typed: string) => new NotesSearch(notes).find(typed).map(({ at, line }) => [at, line]);

describe('the search in notes', () => {
  for (const [what, typed, hits] of [
    ['shows the line that has what was typed', 'NOTHING  yet', [[2, 'Nothing yet.']]],
    [
      'has those first that have all in one line',
      'depot demo',
      [
        [1, '- 2026-11-20 call: a demo of the trolleys in the depot'],
        [0, 'They asked for a demo.'],
      ],
    ],
    ['finds parts of words', 'troll', [[1, '- 2026-11-20 call: a demo of the trolleys in the depot']]],
    ['does not need accents', 'łodz', [[0, 'The depot is in Łódź.']]],
    ['needs all words', 'nothing demo', []],
    ['finds nothing for nothing', ' ', []],
  ] as const)
    it(what, () => assert.deepEqual(found(typed), hits));
});
