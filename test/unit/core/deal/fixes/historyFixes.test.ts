import assert from 'node:assert/strict';
import { makeProcess, type Process } from '../../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { file } from '../../../support/deals';
import { offered, offers } from './support/offered';

const SORT = 'Sort the history by date';
const history = (...lines: readonly string[]) => `stage: proposal\nhistory:\n${lines.join('\n')}`;
const repeated = Array<string>(200).fill('  - {on: 2026-03-01, stage: *s}');
const [MARCH, LEAD] = ['  - {on: 2026-03-01, stage: proposal}', '  - {on: 2026-01-05, stage: lead}'];

describe('a history out of order', () => {
  offers([
    // Lines without a day stay behind the one that they follow; lines of one day stay as they are.
    [
      'history-order',
      history(MARCH, '  - words', '  - {stage: x}', LEAD, '  - {on: 2026-01-05, status: open}'),
      [
        SORT,
        'safe',
        history(LEAD, '  - {on: 2026-01-05, status: open}', MARCH, '  - words', '  - {stage: x}'),
      ],
    ],
    // Before all others, where they follow none.
    ['history-order', history('  - null', MARCH, LEAD), [SORT, 'safe', history('  - null', LEAD, MARCH)]],
    [
      'history-order',
      'stage: proposal\nhistory: [{on: 2026-03-01, stage: proposal}, {on: 2026-02-01, stage: lead}, {on: 2026-01-05, stage: lead}, null]',
      [
        SORT,
        'safe',
        'stage: proposal\nhistory: [{on: 2026-01-05, stage: lead}, null, {on: 2026-02-01, stage: lead}, {on: 2026-03-01, stage: proposal}]',
      ],
    ],
    // Comments go with the line below them, those above the first stay with the key.
    [
      'history-order',
      'history:\n# a\n- on: 2026-03-01\n  stage: proposal\n  # b\n\n# c\n# d\n- {on: 2026-02-01, stage: lead} # e\n# f\nstage: proposal',
      [
        SORT,
        'safe',
        'history:\n# a\n# c\n# d\n- {on: 2026-02-01, stage: lead} # e\n- on: 2026-03-01\n  stage: proposal\n  # b\n\n# f\nstage: proposal',
      ],
    ],
    [
      'history-order',
      history('  - on: 2026-03-01', '    stage: proposal', '    note: "a #"', LEAD),
      [SORT, 'safe', history(LEAD, '  - on: 2026-03-01', '    stage: proposal', '    note: "a #"')],
    ],
    // However many lines repeat what stands elsewhere.
    [
      'history-order',
      `last: &s proposal\n${history(MARCH, ...repeated, LEAD)}`,
      [SORT, 'safe', `last: &s proposal\n${history(LEAD, MARCH, ...repeated)}`],
    ],
    // What another line repeats cannot come before it.
    ['history-order', history('  - {on: 2026-03-01, stage: &a proposal}', '  - {on: 2026-02-01, stage: *a}')],
  ]);
});

describe('a history that ends otherwise than the deal', () => {
  const ends = (status: string, more = '') =>
    `stage: proposal\nstatus: ${status}\nhistory:\n  - {on: 2026-03-01, status: open}${more}`;
  offers([
    [
      'history-outcome',
      `${ends('won')}\nclosed_on: 2026-03-01`,
      [
        'Add “won” to the history, on 2026-11-20',
        'preferred',
        `${ends('won', '\n  - {on: 2026-11-20, status: won}')}\nclosed_on: 2026-03-01`,
      ],
      ['Change the status to “open”', 'offered', `${ends('open')}\nclosed_on: 2026-03-01`],
    ],
  ]);
  // The team wants none: its history is only put right, not added to.
  offers(
    [
      [
        'history-outcome',
        `${ends('won')}\nclosed_on: 2026-03-01`,
        ['Change the status to “open”', 'offered', `${ends('open')}\nclosed_on: 2026-03-01`],
      ],
    ],
    makeProcess({ writesHistory: false }),
  );
});

describe('a line of the history that makes no sense', () => {
  const status = (name: string) => history(`  - {on: 2026-01-05, status: ${name}}`);
  const stage = (name: string) => history(`  - {on: 2026-01-05, stage: ${name}}`);
  offers([
    ['invalid-history', status('opn'), ['Change to “open”', 'preferred', status('open')]],
    [
      'invalid-history',
      status('closed'),
      ['Change to “won”', 'preferred', status('won')],
      ['Change to “lost”', 'offered', status('lost')],
    ],
    [
      'invalid-history',
      status('hm'),
      ['Change to “open”', 'offered', status('open')],
      ['Change to “won”', 'offered', status('won')],
      ['Change to “lost”', 'offered', status('lost')],
    ],
    ['invalid-history', stage('Propsal'), ['Change to “Proposal”', 'preferred', stage('Proposal')]],
    [
      'invalid-history',
      stage('nonsense'),
      ...STAGE_IDS.map(id => [`Change to “${id}”`, 'offered', stage(id)] as const),
    ],
    ['invalid-history', stage('[x]')],
    ['invalid-history', stage('5')],
    ['invalid-history', history('  - words')],
    ['invalid-history', history('  - {on: 2026-01-05}')],
    ['invalid-history', 'stage: proposal\nhistory: words'],
  ]);
});

const GATES = makeProcess({
  back: 'warn',
  skip: 'block',
  missingFields: 'block',
  unmetCriteria: 'block',
  stages: {
    'lead-generation': { exitCriteria: [{ id: 'named', text: 'We know a name' }] },
    prospecting: { required: ['owner', 'value'] },
    closing: { required: ['po_number'] },
  },
});
const START = '  - {on: 2026-01-05, stage: lead-generation}';

/** What says, in the history, that a move was meant; the titles, each with the front matter after it. */
function meant(head: string, code: string, process: Process = GATES): string[] {
  return offered(file(head), code, process).flatMap(([title, manner, after]) => {
    if (!/^Mark (?:the move|it as left)/.test(title)) return [];
    assert.equal(manner, 'offered');
    assert.ok(title.endsWith('in the history') || title.endsWith('to the history'), title);
    return after.replace(/^---\n([\s\S]*)\n---\nNotes\.\n$/, '$1');
  });
}

describe('a move that was made by hand past the rules', () => {
  const moved = (line: string) => `stage: prospecting\nhistory:\n${START}\n  - ${line}`;
  const flow = '{on: 2026-02-05, stage: prospecting}';

  it('can be said to be meant in its line', () => {
    assert.deepEqual(meant(moved(flow), 'unmet-criterion'), [
      moved('{on: 2026-02-05, stage: prospecting, override: true}'),
    ]);
    assert.deepEqual(
      meant(moved('on: 2026-02-05\n    stage: prospecting # hm\n\n  # end'), 'unmet-criterion'),
      [moved('on: 2026-02-05\n    stage: prospecting # hm\n    override: true\n\n  # end')],
    );
    assert.deepEqual(
      meant(
        'stage: prospecting\nhistory: [{on: 2026-01-05, stage: lead}, {on: 2026-02-05, stage: prospecting }]',
        'unmet-criterion',
      ),
      [
        'stage: prospecting\nhistory: [{on: 2026-01-05, stage: lead}, {on: 2026-02-05, stage: prospecting, override: true }]',
      ],
    );
  });

  it('can be said to be meant in the line of each move that left criteria open, at once', () => {
    const process = makeProcess({
      unmetCriteria: 'block',
      stages: {
        'lead-generation': { exitCriteria: ['a', 'b'].map(id => ({ id, text: id })) },
        prospecting: { exitCriteria: ['c', 'd'].map(id => ({ id, text: id })) },
      },
    });
    const two = (first: string, second: string) =>
      `stage: qualification\nhistory:\n${START}\n  - {on: 2026-02-05, stage: prospecting${first}}\n  - {on: 2026-03-05, stage: qualification${second}}`;
    assert.deepEqual(meant(two('', ', skipped: [x]'), 'unmet-criterion', process), [
      two(', override: true', ', skipped: [x, c, d]'),
    ]);
    assert.deepEqual(meant(two('', ', skipped: []'), 'unmet-criterion', process), []);
  });

  it('is not said to be meant twice, nor in a line that says otherwise', () => {
    for (const line of [
      flow.replace('}', ', override: false}'),
      flow.replace('}', ', skipped: []}'),
      flow.replace('}', ', skipped: [named]}'),
      'on: 2026-02-05\n    stage: prospecting\n    skipped:\n      - x',
    ])
      assert.deepEqual(meant(moved(line), 'unmet-criterion'), [], line);
  });

  it('is the last one by which the deal left the stage, of several on one day', () => {
    const two = (first: string, second: string) =>
      `stage: qualification\nchecks: [named]\nvalue: 5\nhistory:\n  - words\n${START}\n  - {on: 2026-02-05, stage: prospecting${first}}\n  - {on: 2026-02-05, stage: Qualification${second}}`;
    assert.deepEqual(meant(two('', ''), 'missing-field'), [two('', ', override: true')]);
    assert.deepEqual(meant(two(', override: true', ', skipped: [x]'), 'missing-field'), [
      two(', override: true', ', skipped: [x, owner]'),
    ]);
  });

  it('is the one by which it left, not the last of all', () => {
    const three = (day: string, more: string) =>
      `stage: needs-analysis\nchecks: [named]\nvalue: 5\nhistory:\n${START}\n  - {on: 2026-02-05, stage: prospecting}\n  - words\n  - {on: 2026-02-05, stage: 5}\n  - {on: 2026-02-05, stage: qualification${more}}\n  - {on: ${day}, stage: needs-analysis}`;
    for (const day of ['2026-02-05', '2026-03-05'])
      assert.deepEqual(meant(three(day, ''), 'missing-field'), [three(day, ', override: true')]);
  });

  it('may be how the deal was won', () => {
    const won = (more: string) =>
      `stage: closing\nstatus: won\nclosed_on: 2026-03-05\nowner: a\nvalue: 5\nchecks: [named]\nhistory:\n  - {on: 2026-03-05, stage: closing}\n  - {on: 2026-03-05, status: won${more}}`;
    assert.deepEqual(meant(won(''), 'missing-field'), [won(', override: true')]);
  });

  it('may be a step back', () => {
    const back = (more: string) =>
      `stage: prospecting\nchecks: [named]\nhistory:\n  - {on: 2026-02-05, stage: qualification}\n  - {on: 2026-03-05, stage: prospecting${more}}`;
    assert.deepEqual(meant(back(''), 'step-back'), [back(', override: true')]);
    // Of a step it counts that it was meant, whatever its line lists.
    assert.deepEqual(meant(back(', skipped: [x]'), 'step-back'), [back(', skipped: [x], override: true')]);
  });

  it('has no line to say it in where the history does not tell of it', () => {
    const head = 'stage: qualification\nchecks: [named]\nowner: a\nvalue: 5';
    assert.deepEqual(meant(`${head}\nhistory:\n${START}`, 'skipped-stage'), []);
    assert.deepEqual(meant('stage: qualification\nchecks: [named]', 'missing-field'), []);
    assert.deepEqual(meant('stage: prospecting\nchecks: [named]', 'missing-field'), []);
  });
});
