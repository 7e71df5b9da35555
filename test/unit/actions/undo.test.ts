import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completeNextStep, logInDeals, setNextStep } from '../../../src/actions/activities';
import { archiveDeals } from '../../../src/actions/archive';
import { createDeal } from '../../../src/actions/createDeal';
import { fixDeals } from '../../../src/actions/fixDeals';
import { createFollowUp } from '../../../src/actions/followUp';
import { moveDeals } from '../../../src/actions/moveDeals';
import { nameByTitle, renameDeal } from '../../../src/actions/renameDeal';
import type { Result } from '../../../src/actions/result';
import { setField } from '../../../src/actions/setFields';
import { undo } from '../../../src/actions/undo';
import { isDealPath } from '../../../src/core/pipeline/paths';
import { forAllInTime } from '../support/property';
import { memoryWorld, onAllFiles, openDeal, TODAY, wonDeal, type World } from './support/worlds';
import { sentenceOf } from '../../../src/words/sentence';

/** What is done, and to which of the deals that are there then. */
interface Step {
  readonly what: keyof typeof DO;
  readonly which: readonly number[];
}

type Doing = (world: World, files: readonly string[]) => Promise<Result>;

const deal = (title: string) => ({ title, stage: 'proposal', today: TODAY }) as const;

const DO = {
  advance: ({ workspace }, files) => moveDeals(workspace, files, { wish: { kind: 'advance' } }),
  back: ({ workspace }, files) => moveDeals(workspace, files, { wish: { kind: 'back' } }),
  win: ({ workspace }, files) => moveDeals(workspace, files, { wish: { kind: 'win' } }),
  stop: ({ workspace }, files) => moveDeals(workspace, files, { wish: { kind: 'stop', reason: 'price' } }),
  reopen: ({ workspace }, files) => moveDeals(workspace, files, { wish: { kind: 'reopen' } }),
  set: ({ workspace }, files) => setField(workspace, files, { key: 'value', value: '9k', language: 'en' }),
  clear: ({ workspace }, files) => setField(workspace, files, { key: 'owner', value: '', language: 'en' }),
  log: ({ workspace }, files) => logInDeals(workspace, files, 'call'),
  next: ({ workspace }, files) => setNextStep(workspace, files, { step: 'Write', on: TODAY }),
  complete: ({ workspace }, files) => completeNextStep(workspace, files, { step: '' }),
  archive: ({ workspace }, files) => archiveDeals(workspace, files),
  rename: async ({ workspace }, [file]) => {
    const title = 'Another, longer title';
    return renameDeal(workspace, file!, title, await nameByTitle(workspace.files, file!, title));
  },
  create: async ({ workspace, at }) =>
    createDeal(workspace, (await workspace.homes.homeOf(at('x.md')))!, deal('A new one')),
  followUp: ({ workspace }, [file]) => createFollowUp(workspace, file!, deal('The next one')),
  fix: ({ workspace, folder }) => fixDeals(workspace, folder),
} as const satisfies Record<string, Doing>;

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(DO) as Step['what'][])),
    which: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

function fill({ write }: World): void {
  write('a.md', openDeal('A', 'owner: dana\nnext_step: Call\n', '[B](b.md) [C](sub/c.md)\n'));
  write('b.md', wonDeal('B', '# B\n\n[A](./a.md#log), [self](b.md)\n\n## Log\n\n- 2026-02-01 met\n'));
  write('sub/c.md', wonDeal('C', '[A](../a.md) [B](<../b.md>)\n').replaceAll('\n', '\r\n'));
  write('broken.md', '---\ntitle: Acme: scanners\nvalue: "48k"\nstage: proposal\n---\n[A](a.md)\n');
  write('note.md', '[A](a.md)\n');
  write('archive/b.md', `\uFEFF${wonDeal('Old B', '[B](../b.md)\n')}`);
}

function act(world: World, { what, which }: Step): Promise<Result> {
  const there = Object.keys(world.all()).filter(isDealPath);
  return DO[what](
    world,
    which.map(at => world.at(there[at % there.length]!)),
  );
}

/** What another process has that reads of it. */
const recorded = ({ units }: Result) => JSON.parse(JSON.stringify(units)) as Result['units'];

describe('any actions, one after the other', () => {
  it('are taken back from the last to the first, and every file has its bytes', () =>
    forAllInTime(steps, async steps => {
      const world = memoryWorld();
      fill(world);
      const before = world.all();
      const results: Result[] = [];
      for (const step of steps) results.push(await act(world, step));
      for (const result of results.toReversed()) {
        const { refused, left } = await undo(world.files, recorded(result));
        assert.deepEqual([refused, left], [[], []]);
      }
      assert.deepEqual(world.all(), before);
    }));

  it('leave a file that somebody has changed since, and all that goes with it, and tell of it', () =>
    forAllInTime(fc.tuple(steps, fc.nat(20)), async ([steps, which]) => {
      const world = memoryWorld();
      fill(world);
      let last: Result | undefined;
      for (const step of steps) last = await act(world, step);
      const touched = last!.units.flat();
      if (!touched.length) return;
      const { file } = touched[which % touched.length]!;
      const path = file.slice(world.folder.length + 1);
      world.write(path, `${world.all()[path]}Written by somebody else.\n`);
      const asChanged = world.all();
      const { refused } = await undo(world.files, recorded(last!));
      assert.ok(refused.some(one => one.file === file && /has changed since/.test(sentenceOf(one.problem))));
      const unit = last!.units.find(one => one.some(effect => effect.file === file))!;
      for (const { file } of unit) {
        const path = file.slice(world.folder.length + 1);
        assert.equal(world.all()[path], asChanged[path]);
      }
    }));
});

onAllFiles('an action that is taken back', world => {
  it('is so once: a second time there is nothing to do, and nothing is told', async () => {
    const { write, workspace, all, files } = world();
    const file = write('a.md', openDeal('A'));
    const { units } = await logInDeals(workspace, [file], 'call');
    await undo(files, units);
    assert.deepEqual((await undo(files, units)).refused, []);
    assert.equal(all()['a.md'], openDeal('A'));
  });

  it('is told of a file that is gone', async () => {
    const { write, workspace, files } = world();
    const { units } = await logInDeals(workspace, [write('a.md', openDeal('A'))], 'call');
    await files.rename([{ from: world().at('a.md'), to: world().at('b.md') }]);
    const { refused, files: back } = await undo(files, units);
    assert.deepEqual([refused.length, back], [1, []]);
  });
});
