import { makeProcess, type Process } from '../../../../../src/core/process/process';
import assert from 'node:assert/strict';
import { file } from '../../../support/deals';
import { offered, offers } from './support/offered';

const list = (...lines: readonly string[]) => `history:\n${lines.map(line => `  - ${line}\n`).join('')}`;
const LEAD = '{on: 2026-01-05, stage: lead}';

describe('a stage that was changed by hand', () => {
  const moved = (status: string, ...lines: readonly string[]) =>
    `stage: closing\n${status}${list('{on: 2026-01-05, stage: proposal}', ...lines)}`;
  const back = (text: string) => text.replace('stage: closing', 'stage: proposal');
  const only = (text: string) =>
    ['history-mismatch', text, ['Change the stage to “proposal”', 'offered', back(text)]] as const;
  const [won, ended, reopened] = [
    moved('status: won\nclosed_on: 2026-02-01\n'),
    moved('', '{on: 2026-02-01, status: lost}'),
    moved('', '{on: 2026-02-01, status: lost}', '{on: 2026-03-01, status: open}'),
  ];
  offers([
    // The stage of a line behind the end would not count.
    only(won),
    only(ended),
    [
      'history-mismatch',
      reopened,
      [
        'Add “closing” to the history, on 2026-11-20',
        'preferred',
        `${reopened}  - {on: 2026-11-20, stage: closing}`,
      ],
      ['Change the stage to “proposal”', 'offered', back(reopened)],
    ],
  ]);
});

describe('a stage that a line says was left', () => {
  const left = (from: string) =>
    `stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: proposal, from: ${from}}`;
  offers([
    ['invalid-history', left('prospectin'), ['Change to “prospecting”', 'preferred', left('prospecting')]],
    ['invalid-history', left('hm')],
    ['invalid-history', left('5')],
    ['invalid-history', left('[prospecting]')],
    ['invalid-history', left('proposal')],
  ]);
});

describe('a deal that says how it ended', () => {
  const head = 'stage: proposal\nclosed_on: 2026-11-01';
  const manner = (process: Process) =>
    offered(file(head), 'open-with-outcome', process).map(([title, how]) => `${title}: ${how}`);

  it('is called won first, unless the team does not allow that yet', () => {
    assert.match(manner(makeProcess()).join(), /^Mark as won: preferred,Mark as lost: offered,/);
    assert.match(
      manner(makeProcess({ winEarly: 'block' })).join(),
      /^Mark as won: offered,Mark as lost: offered,/,
    );
    assert.match(manner(makeProcess({ winEarly: 'warn' })).join(), /^Mark as won: preferred,/);
  });
});

describe('a status that is put right', () => {
  it('gets no line in a history that takes none', () => {
    const head = (status: string) =>
      `stage: lead\nstatus: ${status}\nclosed_on: 2026-11-01\nx: &a [{on: 2026-01-05, stage: lead}]\nhistory: *a`;
    assert.deepEqual(offered(file(head('wonn')), 'unknown-status'), [
      ['Change to “won”', 'preferred', file(head('won'))],
    ]);
  });
});

const STRICT = makeProcess({
  skip: 'block',
  winEarly: 'block',
  missingFields: 'block',
  stages: { prospecting: { required: ['owner'] } },
});

/** The front matter after what says that the move was meant; none where that is not offered. */
function meant(head: string, code: string): string[] {
  return offered(file(head), code, STRICT).flatMap(([title, , after]) =>
    /^Mark (?:the move|it as left)/.test(title)
      ? [after.replace(/^---\n([\s\S]*)---\nNotes\.\n$/, '$1')]
      : [],
  );
}

describe('a move that is said to be meant', () => {
  const head = 'stage: qualification\nvalue: 5\n';
  const passed = '{on: 2026-02-05, stage: qualification}';
  const marked = passed.replace('}', ', override: true}');

  it('is the one by which the stage was left, not a later one to the same stage', () => {
    const way = (line: string) =>
      `${head}${list(LEAD, '{on: 2026-01-06, stage: prospecting}', line, '{on: 2026-03-05, stage: proposal}', '{on: 2026-04-05, stage: qualification}')}`;
    assert.deepEqual(meant(way(passed), 'missing-field'), [way(marked)]);
  });

  it('is found whatever other entries of the day stand below it', () => {
    const way = (line: string, below: string) =>
      `${head}${list(LEAD, '{on: 2026-01-06, stage: prospecting}', line, below)}`;
    for (const below of ['words', '{on: 2026-02-05, stage: 5}', '{on: 2026-02-05, close_date: 2026-12-01}'])
      assert.deepEqual(meant(way(passed, below), 'missing-field'), [way(marked, below)], below);
  });

  it('may be the first line', () => {
    const won = (more: string) =>
      `stage: proposal\nstatus: won\n${list(`{on: 2026-02-05, status: won${more}}`)}`;
    assert.deepEqual(meant(won(''), 'won-early'), [won(', override: true')]);
  });

  it('is the win, whatever is below it', () => {
    const won = (more: string) =>
      `stage: proposal\nstatus: won\n${list(`{on: 2026-02-05, status: won${more}}`, '{on: 2026-02-06, close_date: 2026-12-01}')}`;
    assert.deepEqual(meant(won(''), 'won-early'), [won(', override: true')]);
  });

  it('is none where the stage was changed by hand since', () => {
    assert.deepEqual(meant(`stage: needs-analysis\nowner: dana\n${list(LEAD)}`, 'skipped-stage'), []);
    assert.deepEqual(
      meant(`stage: qualification\n${list(LEAD, '{on: 2026-01-06, stage: prospecting}')}`, 'missing-field'),
      [],
    );
  });
});
