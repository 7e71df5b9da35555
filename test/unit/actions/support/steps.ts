import fc from 'fast-check';
import { completeNextStep, logInDeals, setNextStep } from '../../../../src/actions/activities';
import { archiveDeals } from '../../../../src/actions/archive';
import { createDeal } from '../../../../src/actions/createDeal';
import { fixDeals } from '../../../../src/actions/fixDeals';
import { createFollowUp } from '../../../../src/actions/followUp';
import { moveDeals } from '../../../../src/actions/moveDeals';
import { nameByTitle, renameDeal } from '../../../../src/actions/renameDeal';
import type { Result } from '../../../../src/actions/result';
import { setField } from '../../../../src/actions/setFields';
import { isDealPath } from '../../../../src/core/pipeline/paths';
import { openDeal, TODAY, wonDeal, type World } from './worlds';

/** What is done, and to which of the deals that are there then. */
export interface Step {
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

/** Any actions, one after the other. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(DO) as Step['what'][])),
    which: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** A pipeline in which everything can be done that can be done. */
export function fill({ write }: World): void {
  write('a.md', openDeal('A', 'owner: dana\nnext_step: Call\n', '[B](b.md) [C](sub/c.md)\n'));
  write('b.md', wonDeal('B', '# B\n\n[A](./a.md#log), [self](b.md)\n\n## Log\n\n- 2026-02-01 met\n'));
  write('sub/c.md', wonDeal('C', '[A](../a.md) [B](<../b.md>)\n').replaceAll('\n', '\r\n'));
  write('broken.md', '---\ntitle: Acme: scanners\nvalue: "48k"\nstage: proposal\n---\n[A](a.md)\n');
  write('note.md', '[A](a.md)\n');
  write('archive/b.md', `\uFEFF${wonDeal('Old B', '[B](../b.md)\n')}`);
}

/** Does a step in a pipeline, by the files that are there now. */
export function act(world: World, { what, which }: Step): Promise<Result> {
  const there = Object.keys(world.all()).filter(isDealPath);
  return DO[what](
    world,
    which.map(at => world.at(there[at % there.length]!)),
  );
}
