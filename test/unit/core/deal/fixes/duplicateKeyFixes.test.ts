import assert from 'node:assert/strict';
import { file } from '../../../support/deals';
import { offered, offers } from './support/offered';

const REMOVE = 'Remove the second line, which is the same';
const keep = (line: string) => `Keep “${line}” and comment out the other`;

describe('a key that stands twice', () => {
  offers([
    ['duplicate-key', 'stage: x\nvalue: 1\nvalue: 1  ', [REMOVE, 'safe', 'stage: x\nvalue: 1']],
    [
      'duplicate-key',
      'value: 1\nstage: x\nvalue: 2\nvalue: 3',
      [keep('value: 1'), 'offered', 'value: 1\nstage: x\n# value: 2\nvalue: 3'],
      [keep('value: 2'), 'offered', '# value: 1\nstage: x\nvalue: 2\nvalue: 3'],
    ],
    // One pair after the other.
    [
      'duplicate-key',
      'value: 1\nowner: a\nvalue: 2\nowner: b',
      [keep('value: 1'), 'offered', 'value: 1\nowner: a\n# value: 2\nowner: b'],
      [keep('value: 2'), 'offered', '# value: 1\nowner: a\nvalue: 2\nowner: b'],
    ],
    [
      'duplicate-key',
      'note: |\n  a\n\n  b\nstage: x\nnote: c',
      [keep('note: |'), 'offered', 'note: |\n  a\n\n  b\nstage: x\n# note: c'],
      [keep('note: c'), 'offered', '# note: |\n#   a\n# \n#   b\nstage: x\nnote: c'],
    ],
    // Comments are not the same, though the values are.
    [
      'duplicate-key',
      '# first\nvalue: 1 # a\n# second\nvalue: 1 # b',
      [keep('value: 1 # a'), 'offered', '# first\nvalue: 1 # a\n# second\n# value: 1 # b'],
      [keep('value: 1 # b'), 'offered', '# first\n# value: 1 # a\n# second\nvalue: 1 # b'],
    ],
    [
      'duplicate-key',
      'note: "a\n  b" # c\nstage: x\nnote: d',
      [keep('note: "a'), 'offered', 'note: "a\n  b" # c\nstage: x\n# note: d'],
      [keep('note: d'), 'offered', '# note: "a\n#   b" # c\nstage: x\nnote: d'],
    ],
    [
      'duplicate-key',
      '? stage\n: proposal\n? stage\n: closing',
      [keep('? stage'), 'offered', '? stage\n: proposal\n# ? stage\n# : closing'],
      [keep('? stage'), 'offered', '# ? stage\n# : proposal\n? stage\n: closing'],
    ],
    [
      'duplicate-key',
      'owner: x\n?\n  stage\n: proposal\nstage: closing',
      [keep('?'), 'offered', 'owner: x\n?\n  stage\n: proposal\n# stage: closing'],
      [keep('stage: closing'), 'offered', 'owner: x\n# ?\n#   stage\n# : proposal\nstage: closing'],
    ],
    // The owner is that stage: it cannot become a comment.
    [
      'duplicate-key',
      'stage: &a proposal\nstage: x\nowner: *a',
      [keep('stage: &a proposal'), 'offered', 'stage: &a proposal\n# stage: x\nowner: *a'],
    ],
    ['duplicate-key', '{stage: proposal, stage: closing}'],
    ['duplicate-key', 'stage: x\nhistory:\n  - {on: 2026-01-05, on: 2026-01-06}'],
    ['duplicate-key', 'stage: x\nhistory:\n  - stage: a\n    stage: b'],
  ]);

  it('is commented out with the line ends of the file', () => {
    const text = file('value: 1\nvalue: 2\nstage: x').replaceAll('\n', '\r\n');
    assert.deepEqual(
      offered(text, 'duplicate-key').map(([, , after]) => after),
      [text.replace('value: 2', '# value: 2'), text.replace('value: 1', '# value: 1')],
    );
  });
});
