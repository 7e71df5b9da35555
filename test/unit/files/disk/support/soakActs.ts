import fc from 'fast-check';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Entry } from '../../../../../src/core/deal/entry';
import type { Pipeline } from '../../../../../src/core/pipeline/pipeline';
import type { PipelineView } from '../../../../../src/core/pipeline/view';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { rounded } from '../../../support/rounded';

/** A deal's file. */
export const textOf = (number: number, amount: number, stage: number, status = 'open') =>
  [
    '---',
    `title: Deal ${number}`,
    `account: Account ${number % 40}`,
    `owner: ${['dana', 'Dana', 'ben'][number % 3]}`,
    `stage: ${STAGE_IDS[stage]}`,
    `status: ${status}`,
    `value: ${amount}`,
    `currency: ${number % 4 ? 'EUR' : 'GBP'}`,
    'created: 2026-01-02',
    'history:',
    `  - {on: 2026-02-03, stage: ${STAGE_IDS[stage]}}`,
    ...(status === 'open' ? [] : [`  - {on: 2026-03-04, status: ${status}}`]),
    '---',
    '- 2026-03-01 call: asked for a quote',
    '',
  ].join('\n');

/** Whether the watcher tells of it. */
const isTold = fc.integer({ min: 0, max: 3 }).map(one => one > 0);
const edit = fc.record({
  amount: fc.integer({ min: 0, max: 90_000 }),
  stage: fc.nat(6),
  status: fc.constantFrom('open', 'open', 'open', 'won', 'lost'),
});

/**
 * What happens to a pipeline, and what a person looks at.
 *
 * @param count how many deals it has at first: `deal-0.md` and so on
 */
export function actsOn(count: number) {
  const which = fc.nat(count - 1);
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ what: fc.constant('edit' as const), which, isTold, edit }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('half' as const), which, isTold, edit }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('garbled' as const), which, isTold }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('rename' as const), which, isTold }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('delete' as const), which, isTold }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('branch' as const), which, edit }) },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant('process' as const), days: fc.integer({ min: 1, max: 60 }) }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('day' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant('filter' as const),
        filter: fc.constantFrom({}, { owner: ['dana'] }, { minValue: 40_000 }, { stalled: true as const }),
      }),
    },
  );
}
export type Act = ReturnType<typeof actsOn> extends fc.Arbitrary<infer T> ? T : never;
/** What happens to files. */
export type FileAct = Extract<Act, { which: number }>;

/** What a view shows from top to bottom. */
export function rowsOf(view: PipelineView) {
  return view.groups.map(({ id, entries, totals, stalled }) => ({
    ...{ id, stalled, totals: rounded(totals) },
    rows: entries.map(({ path }) => path),
  }));
}

export function writeIn(root: string, path: string, content: string | Uint8Array): void {
  writeFileSync(join(root, path), content);
}

/** Does something to the files; answers with the paths that the watcher tells of. */
export function happen(root: string, act: FileAct, count: number): readonly string[] {
  const path = `deal-${act.which}.md`;
  switch (act.what) {
    case 'edit':
    case 'half': {
      const text = textOf(act.which, act.edit.amount, act.edit.stage, act.edit.status);
      writeIn(root, path, act.what === 'edit' ? text : text.slice(0, text.length / 3));
      return act.isTold ? [path] : [];
    }
    case 'garbled':
      writeIn(root, path, Uint8Array.of(0xff, 0, 0xfe, 0x80));
      return act.isTold ? [path] : [];
    case 'rename': {
      const to = `renamed-${act.which}.md`;
      if (!existsSync(join(root, path))) return [];
      renameSync(join(root, path), join(root, to));
      return act.isTold ? [path, to] : [to];
    }
    case 'delete':
      rmSync(join(root, path), { force: true });
      return act.isTold ? [path] : [];
    case 'branch': {
      // Of a burst of changes a watcher loses some.
      const numbers = Array.from({ length: 60 }, (_, at) => (act.which + at * 7) % count);
      for (const number of numbers)
        writeIn(root, `deal-${number}.md`, textOf(number, act.edit.amount + number, act.edit.stage));
      return numbers.filter(number => number % 3).map(number => `deal-${number}.md`);
    }
  }
}

export function byPath(pipeline: Pipeline): readonly Entry[] {
  return [...pipeline.all()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a heap holds once what nobody needs is gone. */
export function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
