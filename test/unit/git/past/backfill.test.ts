import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backfill, tryBackfill } from '../../../../src/actions/backfill';
import { FoundHomes } from '../../../../src/actions/homes';
import type { Workspace } from '../../../../src/actions/workspace';
import { addDays, type CalendarDate } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealOf } from '../../../../src/core/deal/entry';
import type { GitFacts, KnownFromGit } from '../../../../src/core/deal/gitFacts';
import { pastOf } from '../../../../src/core/deal/past/events';
import { writePast } from '../../../../src/core/deal/past/writePast';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { makeReport } from '../../../../src/core/metrics/report';
import { dealsFor } from '../../../../src/core/metrics/standing';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { toAddress } from '../../../../src/files/disk/addresses';
import { DiskFiles } from '../../../../src/files/disk/diskFiles';
import { gitFrom } from '../../../../src/git/git';
import { temporaryFolder } from '../../cli/support/folder';
import { assertEnough, forAll, forAllInTime } from '../../support/property';
import { git } from '../support';
import { allByHand, anyStep, FIRST, mergesIn, play, someByHand, type Made } from './support/branches';
import { knownWithoutGit } from './support/inMemory';
import { recordCommits, type CommitToRecord } from './support/recordCommits';

const TODAY = addDays(FIRST, 300);

/** The commits of a pipeline whose files have no lines, or fewer, in their histories. */
const poorly = (made: readonly Made[]): CommitToRecord[] =>
  made.map(({ on, parents, tree }) => {
    const files = new Map([...tree].map(([deal, { poor }]) => [`${deal}.md`, poor]));
    return { on, parents, files };
  });

function opened(path: string, text: string, facts?: GitFacts): Deal {
  return dealOf(toEntry({ path, text }, DEFAULT_PROCESS, facts))!;
}

function report(deals: readonly Deal[], day?: CalendarDate) {
  return makeReport({
    ...dealsFor(deals, day),
    files: { needsAttention: 0, otherNotes: 0 },
    process: DEFAULT_PROCESS,
    asOf: day ?? TODAY,
  });
}

/** What is the same whether it is known from the file or from git. */
const toldOf = (deal: Deal) => pastOf(deal).map(({ kind, on, from, to }) => ({ kind, on, from, to }));

const WAYS = [
  [allByHand, 'all of them', true],
  [someByHand, 'those of moves made by hand', false],
] as const;

/** Each pipeline takes some, and dozens of calls of git. */
const TIMEOUT = 180_000 * Math.max(1, Number(process.env['PROPERTY_RUNS'] ?? 1));

/** Little happens twice in one stage on one day, unless there are few of both. */
const anyCloseStep = anyStep.map(step => ({
  ...step,
  ...{ branch: step.branch % 2, deal: step.deal % 2, days: step.days % 2, to: step.to % 3 },
}));

describe('deals whose history lines were taken away, and written again from what git knows', () => {
  for (const [how, what, isSame] of WAYS)
    for (const [step, when] of [
      [anyStep, 'now and then'],
      [anyCloseStep, 'to and fro on one day'],
    ] as const)
      it(`have the same past as before, and a second time changes nothing: ${what}, moved ${when}`, function () {
        this.timeout(TIMEOUT);
        let merges = 0;
        let lines = 0;
        forAll(
          fc.array(step, { minLength: 10, maxLength: 70 }),
          steps => {
            const made = play(steps, how);
            merges += mergesIn(made);
            const known = knownWithoutGit(poorly(made));
            const { tree } = made.at(-1)!;
            const [now, before]: [Deal[], Deal[]] = [[], []];
            for (const [deal, { poor, written }] of tree) {
              const path = `${deal}.md`;
              const facts = known.get(path)!;
              const write = (text: string) => {
                const done = writePast({ path, text, process: DEFAULT_PROCESS }, facts, TODAY);
                assert.ok(done.ok, JSON.stringify(done));
                return { text: done.edited.text, lines: done.lines.length };
              };
              const done = write(poor);
              lines += done.lines;
              if (isSame) assert.equal(done.text, written);
              assert.equal(write(done.text).lines, 0);
              now.push(opened(path, done.text, facts));
              before.push(opened(path, written, facts));
            }
            assert.deepEqual(now.map(toldOf), before.map(toldOf));
            assert.deepEqual(report(now), report(before));
          },
          25,
        );
        assertEnough(merges, 40);
        assertEnough(lines, 30);
      });
});

describe('a pipeline whose history lines were taken away, and written again from git', () => {
  const folder = temporaryFolder();

  function record(made: readonly Made[]): void {
    git(folder.root, FIRST, 'init', '--quiet', '--initial-branch=main', 'deals');
    const cwd = folder.path('deals');
    recordCommits(cwd, poorly(made));
    git(cwd, FIRST, 'reset', '--quiet', '--hard', `all-${made.length - 1}`);
  }

  function disk(): Workspace {
    const files = new DiskFiles();
    const clock = { today: () => TODAY, now: () => 0 };
    const person = { knownIn: () => Promise.resolve({ name: undefined, email: undefined }) };
    return { files, homes: new FoundHomes(files), clock, person } as unknown as Workspace;
  }

  /** @returns how many lines were written, and what git knows */
  async function run(): Promise<{ readonly lines: number; readonly known: KnownFromGit }> {
    const at = toAddress(folder.path('deals'));
    const workspace = disk();
    const pipeline = await workspace.homes.open(at);
    const asked = gitFrom({ cwd: folder.root, env: process.env });
    const tried = await tryBackfill(workspace, { folder: at, pipeline }, asked);
    assert.ok(tried.kind === 'tried' && tried.gap === undefined);
    const { result, facts } = tried;
    assert.deepEqual(result.refused, []);
    const done = await backfill(
      workspace,
      result.done.map(({ file }) => file),
      facts,
    );
    assert.deepEqual(done.refused, []);
    assert.equal(done.units.length, done.done.length);
    const known = (await asked.factsOf(at, DEFAULT_PROCESS))!.known!;
    return { lines: done.done.reduce((sum, { plan }) => sum + plan.lines.length, 0), known };
  }

  const dealsIn = (texts: ReadonlyMap<number, string>, known?: KnownFromGit): Deal[] =>
    [...texts].map(([deal, text]) => opened(`${deal}.md`, text, known?.get(`${deal}.md`)));

  const withoutCommits = (known: KnownFromGit) =>
    new Map(
      [...known].toSorted().map(([path, { first, changes }]) => {
        const said = changes.map(({ on, set }) => ({ on, set }));
        return [path, { on: first.on, state: first.state, changes: said }];
      }),
    );

  for (const [how, what, isSame] of WAYS) {
    it(`has the same figures as before, on branches too, and a second time changes nothing: ${what}`, async function () {
      this.timeout(TIMEOUT);
      let merges = 0;
      let lines = 0;
      await forAllInTime(
        fc.array(anyStep, { minLength: 30, maxLength: 70 }),
        async steps => {
          const made = play(steps, how);
          merges += mergesIn(made);
          const { tree } = made.at(-1)!;
          if (!tree.size) return;
          folder.remove();
          folder.make();
          record(made);
          const first = await run();
          lines += first.lines;
          assert.deepEqual(withoutCommits(first.known), withoutCommits(knownWithoutGit(poorly(made))));
          const now = new Map([...tree.keys()].map(deal => [deal, folder.read(`deals/${deal}.md`)]));
          const written = new Map([...tree].map(([deal, version]) => [deal, version.written]));
          if (isSame) assert.deepEqual(now, written);
          assert.deepEqual(report(dealsIn(now)), report(dealsIn(written)));
          for (const days of [10, 40, 80, 150]) {
            const day = addDays(FIRST, days);
            assert.deepEqual(report(dealsIn(now), day), report(dealsIn(written), day));
            const { known } = first;
            assert.deepEqual(report(dealsIn(now, known), day), report(dealsIn(written, known), day));
          }
          assert.equal((await run()).lines, 0);
          git(folder.path('deals'), TODAY, 'commit', '--quiet', '--all', '--allow-empty', '--message', 'x');
          assert.equal((await run()).lines, 0);
        },
        3,
      );
      assertEnough(merges, 0);
      assertEnough(lines, 0);
    });
  }
});
