import assert from 'node:assert/strict';
import { dealOf, type Entry } from '../../../../src/core/deal/entry';
import { problemsIn } from '../../../../src/core/deal/problems/problemsIn';
import { readDeal } from '../../../../src/core/deal/readDeal';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { error } from '../../../../src/core/problem';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { day, file } from '../../support/deals';
import { sayFile } from '../../../../src/core/fileSays';

const PATH = 'deals/acme.md';

function entryOf(text: string): Entry {
  return toEntry({ path: PATH, text }, DEFAULT_PROCESS);
}

/** The side that counts, and the other, in a few words. */
function sidesIn(text: string): string[] | string {
  const entry = entryOf(text);
  const deal = dealOf(entry);
  if (!deal?.conflict) return entry.kind;
  const { counts, other } = deal.conflict;
  return [`${counts}: ${deal.title} in ${deal.stage}`, other ? `${other.title} in ${other.stage}` : 'unread'];
}

const conflict = (ours: string, theirs: string, base = '') =>
  `<<<<<<< HEAD\n${ours}${base && `||||||| 1a2b3c4\n${base}`}=======\n${theirs}>>>>>>> main\n`;

describe('a deal in conflict is what its first side says, and has the other', () => {
  for (const [where, text, sides] of [
    [
      'in the front matter',
      file(`title: Acme\n${conflict('stage: closing\n', 'stage: proposal\n', 'stage: prospecting\n')}`),
      ['first: Acme in closing', 'Acme in proposal'],
    ],
    [
      'in the notes',
      file('stage: proposal', conflict('# Acme\n', '# Acme, scanners\n')),
      ['first: Acme in proposal', 'Acme, scanners in proposal'],
    ],
    [
      'in both',
      file(`title: Acme\n${conflict('stage: closing\n', 'stage: proposal\n')}`, conflict('a\n', 'b\n')),
      ['first: Acme in closing', 'Acme in proposal'],
    ],
    [
      'where both have added the file',
      conflict(file('title: A\nstage: closing'), file('title: B\nstage: proposal')),
      ['first: A in closing', 'B in proposal'],
    ],
    [
      'where only the first can be read',
      file(`title: A\n${conflict('stage: closing\n', 'stage: [\n')}`),
      ['first: A in closing', 'unread'],
    ],
    [
      'where only the second can be read',
      file(`title: A\n${conflict('stage: [\n', 'stage: closing\n')}`),
      ['second: A in closing', 'unread'],
    ],
    ['where neither is a deal', file(conflict('stage: [\n', 'owner: dana\n')), 'attention'],
    [
      'with longer markers',
      file(`title: Acme\n<<<<<<<<< a\nstage: closing\n=========\nstage: proposal\n>>>>>>>>> b`),
      ['first: Acme in closing', 'Acme in proposal'],
    ],
    [
      'in the notes, with longer markers',
      file('stage: proposal', '<<<<<<<<< a\n# A\n=========\n# B\n>>>>>>>>> b\n'),
      ['first: A in proposal', 'B in proposal'],
    ],
    [
      'with CRLF',
      file(`title: A\n${conflict('stage: closing\n', 'stage: proposal\n')}`).replaceAll('\n', '\r\n'),
      ['first: A in closing', 'A in proposal'],
    ],
  ] as const) {
    it(where, () => assert.deepEqual(sidesIn(text), sides));
  }

  it('with the one problem, at the line of the conflict, and no hints until it is settled', () => {
    const entry = entryOf(file(`title: Acme\n${conflict('stage: closing\n', 'stage: proposal\n')}`));
    const problems = problemsIn(entry, { process: DEFAULT_PROCESS, today: day(0), alike: [] });
    assert.deepEqual(
      problems.map(({ code, line, severity }) => [code, line, severity]),
      [['conflict-markers', 3, 'error']],
    );
    assert.equal(dealOf(entry)!.conflict!.line, 3);
  });

  it('and its to-dos at the lines that they have in the file', () => {
    const notes = `\n- [ ] 2026-12-01 Before\n${conflict('- [ ] 2026-12-02 Ours\nx\n', 'y\n', 'z\n')}- [ ] 2026-12-03 After\n`;
    const text = file(`title: A\n${conflict('value: 1\nstage: closing\n', 'stage: proposal\n')}`, notes);
    const lines = text.split('\n');
    const { todos = [] } = dealOf(entryOf(text))!;
    assert.equal(todos.length, 3);
    for (const { line, what } of todos) assert.match(lines[line - 1]!, new RegExp(`${what}$`));
    const { todos: others = [] } = dealOf(entryOf(text))!.conflict!.other!;
    assert.deepEqual(
      others.map(({ line, what }) => lines[line - 1]!.endsWith(what)),
      [true, true],
    );
  });

  it('but not where nobody can tell what belongs to which', () => {
    assert.equal(sidesIn(file(`stage: closing\n${conflict(conflict('a: 1\n', ''), 'a: 2\n')}`)), 'attention');
    assert.equal(sidesIn(file('<<<<<<< HEAD\nstage: closing\n=======\nstage: proposal')), 'attention');
  });
});

describe('what is no conflict', () => {
  it('is read as it stands', () => {
    const text = file('stage: proposal', 'A heading\n=======\n\n<<<<<<<<< longer than git’s own\n');
    assert.deepEqual(entryOf(text), readDeal(PATH, text, DEFAULT_PROCESS));
    assert.equal(entryOf(text).kind, 'deal');
    assert.equal(entryOf('# Notes\n').kind, 'note');
  });

  it('and cannot be read needs attention', () => {
    assert.equal(entryOf(file('stage: [')).kind, 'attention');
    const problem = error('unreadable', sayFile('fileGone'));
    const entry = toEntry({ path: PATH, problem }, DEFAULT_PROCESS);
    assert.deepEqual(entry, { kind: 'attention', path: PATH, title: 'acme', problem });
  });
});
