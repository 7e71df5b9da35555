import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealOf } from '../../../../src/core/deal/entry';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { latestOf } from '../../../../src/core/changes/across';
import { closedBy, type DealEvent } from '../../../../src/core/changes/event';
import { groupOf } from '../../../../src/core/changes/groups';
import { comparePoints } from '../../../../src/actions/changes/compare';
import { dayPoint } from '../../../../src/actions/changes/point';
import { makeReport } from '../../../../src/core/metrics/report';
import { dealsFor } from '../../../../src/core/metrics/standing';
import { changesSince } from '../../../../src/core/metrics/today/changes';
import { joinGit } from '../../../../src/core/pipeline/joinGit';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { toAddress } from '../../../../src/files/disk/addresses';
import { asText } from '../../../../src/files/disk/disk';
import { DiskFiles } from '../../../../src/files/disk/diskFiles';
import { loadPipeline } from '../../../../src/files/disk/loadDisk';
import { snapshotsFrom } from '../../../../src/git/snapshots/snapshots';
import { deal, temporaryFolder } from '../../cli/support/folder';
import { forAllInTime } from '../../support/property';
import { git, gitAskedIn } from '../support';
import { recordCommits, type CommitToRecord } from './support/recordCommits';

const FIRST = '2026-01-05' as CalendarDate;

const anyChange = fc.record({
  deal: fc.nat(4),
  days: fc.nat(6),
  what: fc.constantFrom(
    'stage',
    'stage',
    'outcome',
    'outcome',
    'value',
    'close_date',
    'owner',
    'no value',
    'no close_date',
    'no owner',
    'rename',
  ),
  to: fc.nat(6),
  /** Whether the history gets a line of it, where the deal has one. */
  isTold: fc.boolean(),
});

/** How a deal is kept: with a history, with the day of its beginning, with the day on which it was closed. */
const anyHabit = fc.record({ history: fc.boolean(), created: fc.boolean(), closedOn: fc.boolean() });

type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;
type Habit = typeof anyHabit extends fc.Arbitrary<infer T> ? T : never;

interface Kept {
  readonly path: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly history: readonly string[];
}

function begun(number: number, on: CalendarDate, to: number, { created, history }: Habit): Kept {
  const fields = new Map([
    ['title', `Deal ${number}`],
    ['stage', STAGE_IDS[to]!],
    ['status', 'open'],
    ['owner', 'dana'],
    ['value', `${1000 * number + 500}`],
    ['currency', 'EUR'],
    ['close_date', addDays(on, 40)],
  ]);
  if (created) fields.set('created', on);
  return { path: `${number}.md`, fields, history: history ? [`{on: ${on}, stage: ${STAGE_IDS[to]!}}`] : [] };
}

function changed(before: Kept, on: CalendarDate, { what, to, isTold }: Change, habit: Habit): Kept {
  const fields = new Map(before.fields);
  const kept = (line: string): Kept => ({
    ...before,
    fields,
    history: habit.history && isTold ? [...before.history, line] : before.history,
  });
  const status = fields.get('status')!;
  switch (what) {
    case 'stage': {
      const stage = STAGE_IDS[to]!;
      if (status !== 'open' || fields.get('stage') === stage) return before;
      const from = fields.get('stage')!;
      fields.set('stage', stage);
      return kept(`{on: ${on}, stage: ${stage}, from: ${from}}`);
    }
    case 'outcome': {
      const next = status === 'open' ? (['won', 'lost'] as const)[to % 2]! : 'open';
      fields.set('status', next);
      if (next === 'open') fields.delete('closed_on');
      else if (habit.closedOn) fields.set('closed_on', on);
      return kept(`{on: ${on}, status: ${next}}`);
    }
    case 'value':
      fields.set('value', `${500 * to + 250}`);
      break;
    case 'close_date':
      fields.set('close_date', addDays(FIRST, 30 * to + 10));
      break;
    case 'owner':
      fields.set('owner', ['dana', 'marek'][to % 2]!);
      break;
    case 'rename':
      return { ...before, path: `${to}/${before.path.replace(/.*\//, '')}` };
    default:
      fields.delete(what.slice('no '.length));
  }
  return { ...before, fields };
}

/** A commit for each change, on its day. */
function commitsOf(changes: readonly Change[], habits: readonly Habit[]): CommitToRecord[] {
  const deals = new Map<number, Kept>();
  let on = FIRST;
  return changes.map((change, at) => {
    on = addDays(on, change.days);
    const habit = habits[change.deal]!;
    const before = deals.get(change.deal);
    deals.set(
      change.deal,
      before ? changed(before, on, change, habit) : begun(change.deal, on, change.to, habit),
    );
    const files = new Map([...deals.values()].map(kept => [kept.path, textOf(kept)]));
    return { on, parents: at ? [at - 1] : [], files };
  });
}

function textOf({ fields, history }: Kept): string {
  const lines = [...fields].map(([key, value]) => `${key}: ${value}`);
  return deal(...lines, ...(history.length ? ['history:', ...history.map(line => `  - ${line}`)] : []));
}

describe('deals as of a day, where each change was committed on its day', () => {
  const folder = temporaryFolder();

  /** The deals as a checkout of a commit has them. */
  async function dealsAt(id: string, { files }: CommitToRecord): Promise<Deal[]> {
    git(folder.root, FIRST, 'update-ref', '--no-deref', 'HEAD', id);
    const found = await gitAskedIn(folder.root).factsOf(folder.root, DEFAULT_PROCESS);
    return [...files].map(([path, text]) =>
      dealOf(toEntry({ path, text }, DEFAULT_PROCESS, found!.known!.get(path)))!,
    );
  }

  const stood = ({ title, status, stage, stageNotKnown, value, owner, closeDate }: Deal) => ({
    title,
    status,
    stage: stageNotKnown ? null : stage,
    value: value?.amount ?? null,
    owner: owner ?? null,
    closeDate: closeDate ?? null,
  });

  it('are those of the files that were checked out on that day, and so are their sums', async () => {
    await forAllInTime(
      fc.tuple(
        fc.array(anyChange, { minLength: 1, maxLength: 40 }),
        fc.array(anyHabit, { minLength: 5, maxLength: 5 }),
        fc.array(fc.nat(120), { minLength: 1, maxLength: 3 }),
        fc.nat(120),
      ),
      async ([changes, habits, after, until]) => {
        folder.remove();
        folder.make();
        git(folder.root, FIRST, 'init', '--quiet', '--initial-branch=main');
        const commits = commitsOf(changes, habits);
        const ids = recordCommits(folder.root, commits);
        const committed = commits.findLastIndex(({ on }) => on <= addDays(commits[0]!.on, until));
        const now = await dealsAt(ids[committed]!, commits.at(-1)!);
        for (const days of after) {
          const day = addDays(commits[0]!.on, Math.min(days, until));
          const last = commits.findLastIndex(({ on }) => on <= day);
          const then = await dealsAt(ids[last]!, commits[last]!);
          const back = dealsFor(now, day).deals;
          assert.deepEqual([...back].map(stood), then.map(stood));
          const sums = (deals: Iterable<Deal>) => {
            const report = makeReport({
              deals,
              files: { needsAttention: 0, otherNotes: 0 },
              process: DEFAULT_PROCESS,
              asOf: day,
            });
            const { open, outcomes, forecast, owners, stages } = report;
            return {
              open,
              outcomes,
              forecast,
              owners: owners.map(({ owner, open, won }) => ({ owner, open, won })),
              stages: stages.map(({ open, lostIn }) => ({ open, lostIn })),
            };
          };
          assert.deepEqual(sums(back), sums(then));
        }
      },
      6,
    );
  });

  it('are held against those of now by Today as by the tab Changes', async () => {
    await forAllInTime(
      fc.tuple(
        fc.array(anyChange, { minLength: 1, maxLength: 40 }),
        fc.array(anyHabit, { minLength: 5, maxLength: 5 }),
        fc.integer({ min: -5, max: 120 }),
      ),
      async ([changes, habits, after]) => {
        folder.remove();
        folder.make();
        git(folder.root, FIRST, 'init', '--quiet', '--initial-branch=main');
        const commits = commitsOf(changes, habits);
        const id = recordCommits(folder.root, commits).at(-1)!;
        git(folder.root, FIRST, 'checkout', '--quiet', id);
        const deals = await dealsAt(id, commits.at(-1)!);
        const [day, today] = [addDays(commits[0]!.on, after), addDays(FIRST, 400)];
        const since = changesSince(deals, addDays(day, 1), today);
        const { pipeline } = await loadPipeline(folder.root);
        const found = await gitAskedIn(folder.root).factsOf(folder.root, pipeline.process);
        joinGit(pipeline, found!.known!);
        const snapshots = await snapshotsFrom({ cwd: folder.root, env: process.env })(folder.root);
        const { events } = await comparePoints(
          { folder: toAddress(folder.root), pipeline },
          { snapshots, files: new DiskFiles(), asText, today },
          { from: await dayPoint(day, { snapshots }), to: { kind: 'now' }, period: 'quarter' },
        );
        const titles = (isMeant: (event: DealEvent) => boolean) =>
          events.filter(isMeant).map(({ across }) => latestOf(across).title);
        const isOpenStill = ({ across }: DealEvent) => latestOf(across).status === 'open';
        const ofChanges = {
          new: titles(event => groupOf(event) === 'new'),
          movedOn: titles(event => groupOf(event) === 'advanced'),
          movedBack: titles(event => groupOf(event) === 'back'),
          won: titles(event => closedBy(event) === 'won'),
          lost: titles(event => closedBy(event) === 'lost'),
          pushed: titles(event => groupOf(event) === 'later' && isOpenStill(event)),
        };
        const kinds = Object.keys(ofChanges) as (keyof typeof ofChanges)[];
        const ofToday = kinds.map(kind => [kind, since[kind].deals.map(({ title }) => title)]);
        assert.deepEqual(Object.fromEntries(ofToday), ofChanges);
      },
      8,
    );
  });
});
