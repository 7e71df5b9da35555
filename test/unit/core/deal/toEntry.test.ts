import assert from 'node:assert/strict';
import type { Entry } from '../../../../src/core/deal/entry';
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

/** Each side in a few words. */
function sidesIn(text: string): string[] | string {
  const entry = entryOf(text);
  if (entry.kind !== 'conflict') return entry.kind;
  const { ours, theirs, base } = entry.sides;
  return [ours, theirs, base].flatMap(side => {
    if (!side) return [];
    const { entry: read, label } = side;
    const what = read.kind === 'deal' ? `${read.deal.title} in ${read.deal.stage}` : read.kind;
    return [`${label ?? 'unnamed'}: ${what}`];
  });
}

const conflict = (ours: string, theirs: string, base = '') =>
  `<<<<<<< HEAD\n${ours}${base && `||||||| 1a2b3c4\n${base}`}=======\n${theirs}>>>>>>> main\n`;

describe('a deal in conflict has both its sides', () => {
  for (const [where, text, sides] of [
    [
      'in the front matter',
      file(`title: Acme\n${conflict('stage: closing\n', 'stage: proposal\n', 'stage: prospecting\n')}`),
      ['HEAD: Acme in closing', 'main: Acme in proposal', '1a2b3c4: Acme in prospecting'],
    ],
    [
      'in the notes',
      file('stage: proposal', conflict('# Acme\n', '# Acme, scanners\n')),
      ['HEAD: Acme in proposal', 'main: Acme, scanners in proposal'],
    ],
    [
      'in both',
      file(`title: Acme\n${conflict('stage: closing\n', 'stage: proposal\n')}`, conflict('a\n', 'b\n')),
      ['HEAD: Acme in closing', 'main: Acme in proposal'],
    ],
    [
      'where both have added the file',
      conflict(file('title: A\nstage: closing'), file('title: B\nstage: proposal')),
      ['HEAD: A in closing', 'main: B in proposal'],
    ],
    [
      'where one of them cannot be read, and one is no deal',
      file(conflict('stage: [\n', 'owner: dana\n')),
      ['HEAD: attention', 'main: note'],
    ],
    [
      'with longer markers',
      file(`title: Acme\n<<<<<<<<< a\nstage: closing\n=========\nstage: proposal\n>>>>>>>>> b`),
      ['a: Acme in closing', 'b: Acme in proposal'],
    ],
  ] as const) {
    it(where, () => assert.deepEqual(sidesIn(text), sides));
  }

  it('and the same problem at the same line as the text as it stands', () => {
    const text = file(`title: Acme\n${conflict('stage: closing\n', 'stage: proposal\n')}`);
    const whole = readDeal(PATH, text, DEFAULT_PROCESS);
    assert.ok(whole.kind === 'attention');
    const entry = entryOf(text);
    assert.ok(entry.kind === 'conflict');
    assert.deepEqual([entry.problem, entry.title], [whole.problem, 'acme']);
    assert.deepEqual([entry.problem.code, entry.problem.line], ['conflict-markers', 3]);
    const around = { process: DEFAULT_PROCESS, today: day(0), alike: [] };
    assert.deepEqual(problemsIn(entry, around), problemsIn(whole, around));
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
