import assert from 'node:assert/strict';
import { completeNextStep, logInDeals, setNextStep } from '../../../src/actions/activities';
import { archiveDeals } from '../../../src/actions/archive';
import { createFollowUp } from '../../../src/actions/followUp';
import { moveDeals, tryMove } from '../../../src/actions/moveDeals';
import type { Homes } from '../../../src/actions/ports/homes';
import { renameDeal } from '../../../src/actions/renameDeal';
import type { Result } from '../../../src/actions/result';
import { setField } from '../../../src/actions/setFields';
import type { Workspace } from '../../../src/actions/workspace';
import { sentenceOf } from '../../../src/words/sentence';
import { stubbornWorld, TODAY, wonDeal } from './support/worlds';

type Doing = (workspace: Workspace, file: string) => Promise<Result>;

/** All that can be done with a deal that is there. */
const DO: Readonly<Record<string, Doing>> = {
  moved: (workspace, file) => moveDeals(workspace, [file], { wish: { kind: 'reopen' } }),
  'moved by its process': (workspace, file) =>
    moveDeals(workspace, [file], () => ({ wish: { kind: 'reopen' } })),
  set: (workspace, file) => setField(workspace, [file], { key: 'value', value: '9k', language: 'en' }),
  logged: (workspace, file) => logInDeals(workspace, [file], 'call'),
  'given a next step': (workspace, file) => setNextStep(workspace, [file], { step: 'Write' }),
  'done with its next step': (workspace, file) => completeNextStep(workspace, [file], { step: '' }, 'called'),
  archived: (workspace, file) => archiveDeals(workspace, [file]),
  retitled: (workspace, file) => renameDeal(workspace, file, 'B', undefined),
  renamed: (workspace, file) => renameDeal(workspace, file, 'B', 'b.md'),
  followed: (workspace, file) =>
    createFollowUp(workspace, file, { title: 'B', stage: 'proposal', today: TODAY }),
};

/** What may be named that is no deal: where it is, what it says, what is answered, and as which problem. */
const CASES = [
  ['gone.md', undefined, 'unreadable', 'This file can’t be read: it, or what it links to, doesn’t exist.'],
  ['gone.txt', undefined, 'not-possible', 'This file can’t be read: it, or what it links to, doesn’t exist.'],
  ['2026', undefined, 'not-possible', 'This is a folder, not a file.'],
  [
    'notes.txt',
    'x',
    'not-possible',
    'This isn’t a deal file: a deal’s file name ends in .md. Nothing was changed.',
  ],
  [
    'a.md.bak',
    'x',
    'not-possible',
    'This isn’t a deal file: a deal’s file name ends in .md. Nothing was changed.',
  ],
  [
    'README.MD',
    wonDeal('A'),
    'not-possible',
    'This isn’t a deal file: README.md and names that begin with “_” or “.” never are. Nothing was changed.',
  ],
  [
    '_template.md',
    wonDeal('A'),
    'not-possible',
    'This isn’t a deal file: README.md and names that begin with “_” or “.” never are. Nothing was changed.',
  ],
  ['locked.md', wonDeal('A'), 'unreadable', 'This file can’t be read: you don’t have permission to read it.'],
  ['elsewhere.md', wonDeal('A'), 'not-possible', 'This file isn’t part of a pipeline.'],
  ['note.md', '# Note\n', 'not-possible', 'This file isn’t a deal: its front matter has no “stage”.'],
  [
    'conflict.md',
    `---\ntitle: C\nstage: closing\nstatus: won\n<<<<<<< HEAD\nvalue: 1\n=======\nvalue: 2\n>>>>>>> main\n---\n`,
    'not-possible',
    '“C” is in conflict, so nothing else is changed in it. Run Resolve Conflict… in the editor, or keep one side by hand and save; then try again.',
  ],
  [
    'conflict-in-notes.md',
    `${wonDeal('C')}<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n`,
    'not-possible',
    /“C” is in conflict/,
  ],
  ['broken.md', '---\nstage: nowhere\n---\n', 'unknown-stage', /“nowhere”/],
] as const;

describe('what is no deal', () => {
  function worldWith(path: string, text: string | undefined) {
    const world = stubbornWorld();
    world.write('2026/a.md', wonDeal('A', '[x](../locked.md)\n'));
    const file = text === undefined ? world.at(path) : world.write(path, text);
    world.files.unreadable.add(world.at('locked.md'));
    const { workspace } = world;
    const homes: Homes = {
      open: folder => workspace.homes.open(folder),
      homeOf: async file => (file.endsWith('/elsewhere.md') ? undefined : workspace.homes.homeOf(file)),
    };
    return { world, file, workspace: { ...workspace, homes } };
  }

  for (const [path, text, code, why] of CASES) {
    for (const [what, doing] of Object.entries(DO)) {
      it(`is not ${what}, and that is told: ${path}`, async () => {
        const { world, file, workspace } = worldWith(path, text);
        const before = world.all();
        const { done, refused, units, folders } = await doing(workspace, file);
        assert.deepEqual([done, units, folders], [[], [], []]);
        assert.deepEqual(
          refused.map(({ file, problem }) => [file, problem.code]),
          [[file, code]],
        );
        assertSays(sentenceOf(refused[0]!.problem), why);
        assert.deepEqual(world.all(), before);
      });
    }

    it(`has no move that could be tried: ${path}`, async () => {
      const { file, workspace } = worldWith(path, text);
      const tried = await tryMove(workspace, file, { wish: { kind: 'reopen' } });
      assert.ok(!tried.ok);
      assert.equal(tried.problem.code, code);
      assertSays(sentenceOf(tried.problem), why);
    });
  }
});

function assertSays(said: string, wanted: string | RegExp): void {
  if (typeof wanted === 'string') assert.equal(said, wanted);
  else assert.match(said, wanted);
}
