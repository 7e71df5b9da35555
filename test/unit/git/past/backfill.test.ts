import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backfill, tryBackfill } from '../../../../src/actions/backfill';
import { FoundHomes } from '../../../../src/actions/homes';
import type { Workspace } from '../../../../src/actions/workspace';
import { addDays, type CalendarDate } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealOf } from '../../../../src/core/deal/entry';
import type { KnownFromGit } from '../../../../src/core/deal/gitFacts';
import { toEntry } from '../../../../src/core/deal/toEntry';
import { moveDeal, type Wish } from '../../../../src/core/deal/transition';
import { editFrontMatter } from '../../../../src/core/frontMatter/edit/editFrontMatter';
import { makeReport } from '../../../../src/core/metrics/report';
import { dealsFor } from '../../../../src/core/metrics/standing';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { toAddress } from '../../../../src/files/disk/addresses';
import { DiskFiles } from '../../../../src/files/disk/diskFiles';
import { gitFrom } from '../../../../src/git/git';
import { temporaryFolder } from '../../cli/support/folder';
import { assertEnough, forAllInTime } from '../../support/property';
import { git } from '../support';
import { recordCommits } from './support/recordCommits';

const FIRST = '2026-01-05' as CalendarDate;
const TODAY = addDays(FIRST, 300);

const step = fc.record({
  branch: fc.nat(2),
  deal: fc.nat(3),
  days: fc.nat(5),
  what: fc.constantFrom('stage', 'stage', 'stage', 'stage', 'close', 'field', 'merge', 'merge'),
  to: fc.nat(6),
  isByHand: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A version of a deal as it is with every move in its history, and as it is with fewer lines. */
interface Version {
  readonly number: number;
  readonly written: string;
  readonly poor: string;
}
type Tree = ReadonlyMap<number, Version>;
interface Made {
  readonly on: CalendarDate;
  readonly parents: readonly number[];
  readonly tree: Tree;
}

/** How the poor version of a file is changed, by a wish or by the new values of its fields. */
type Poorly = (
  text: string,
  how: { readonly wish: Wish; readonly fields: Readonly<Record<string, string>> },
  on: CalendarDate,
  isByHand: boolean,
) => string;

function moved(text: string, wish: Wish, on: CalendarDate): string {
  const done = moveDeal('a.md', text, wish, DEFAULT_PROCESS, { today: on }, { despite: 'rules' });
  assert.ok(done.ok, JSON.stringify(done));
  return done.edited.text;
}

function set(text: string, fields: Readonly<Record<string, string>>): string {
  const edited = editFrontMatter(text, { set: fields });
  assert.ok(edited.ok);
  return edited.text;
}

/** No line of any history is there. */
const allByHand: Poorly = (text, { fields }) => {
  const { closed_on: closedOn, ...others } = fields;
  if (closedOn !== '') return set(text, fields);
  const edited = editFrontMatter(text, { set: others, clear: ['closed_on', 'lost_reason'] });
  assert.ok(edited.ok);
  return edited.text;
};

/** Some have changed the stage by hand, others have moved the deal. */
const someByHand: Poorly = (text, { wish, fields }, on, isByHand) =>
  isByHand && wish.kind === 'set' ? set(text, fields) : moved(text, wish, on);

const begun = (deal: number, on: CalendarDate, history: string) =>
  `---\ntitle: Deal ${deal}\nstage: ${STAGE_IDS[0]}\nstatus: open\ncreated: ${on}\nvalue: ${500 * deal + 100}\ncurrency: EUR\nowner: dana\nclose_date: ${addDays(on, 40)}\n${history}---\n${`They need ${['saws', 'pens', 'cups', 'jars'][deal]!} and more.\n`.repeat(20)}`;

/** The commits that steps make, on three branches, which are merged into the first at the end. */
function play(steps: readonly Step[], poorly: Poorly): readonly Made[] {
  const made: Made[] = [{ on: FIRST, parents: [], tree: new Map() }];
  const ends = [0, 0, 0];
  const newest = new Map<number, Version>();
  let on = FIRST;
  let number = 0;
  const commit = (branch: number, tree: Tree, ...others: number[]) => {
    made.push({ on, parents: [ends[branch]!, ...others], tree });
    ends[branch] = made.length - 1;
  };
  const others = (branch: number) =>
    ends.flatMap((end, other) => (other === branch ? [] : [made[end]!.tree]));
  const merge = (branch: number, other: number) => {
    const [ours, theirs] = [ends[branch]!, ends[other]!];
    if (ours === theirs) return;
    const tree = new Map(made[ours]!.tree);
    for (const [deal, version] of made[theirs]!.tree)
      if ((tree.get(deal)?.number ?? -1) < version.number) tree.set(deal, version);
    commit(branch, tree, theirs);
  };
  for (const { branch, deal, days, what, to, isByHand } of steps) {
    on = addDays(on, days);
    if (what === 'merge') {
      merge(branch, to % 3);
      continue;
    }
    const tree = new Map(made[ends[branch]!]!.tree);
    const before = tree.get(deal);
    // Whoever works on a deal has what was done to it last.
    if (before !== newest.get(deal)) continue;
    const version = before
      ? after(before, number, { what, to, isByHand, on }, poorly)
      : {
          number,
          written: begun(deal, on, `history:\n  - {on: ${on}, stage: ${STAGE_IDS[0]}}\n`),
          poor: begun(deal, on, ''),
        };
    if (!version || others(branch).some(tree => saysAgain(version, before, tree.get(deal)))) continue;
    number++;
    newest.set(deal, version);
    commit(branch, tree.set(deal, version));
  }
  for (const other of [1, 2]) merge(0, other);
  return made.slice(0, ends[0]! + 1);
}

/**
 * Whether a change brings a deal back to what another branch has said all along. Where the two meet, both say the same, and what
 * one of them has said in between counts for nothing: see `followFiles`.
 */
function saysAgain(now: Version, before: Version | undefined, there: Version | undefined): boolean {
  if (!before || !there) return false;
  const [is, was, elsewhere] = [now, before, there].map(({ written }) => standing(written));
  return (
    (is!.stage !== was!.stage && is!.stage === elsewhere!.stage) ||
    (is!.status !== was!.status && is!.status === elsewhere!.status)
  );
}

function standing(text: string): Pick<Deal, 'stage' | 'status'> {
  return dealOf(toEntry({ path: 'a.md', text }, DEFAULT_PROCESS))!;
}

function after(
  { written, poor }: Version,
  number: number,
  { what, to, isByHand, on }: Pick<Step, 'what' | 'to' | 'isByHand'> & { readonly on: CalendarDate },
  poorly: Poorly,
): Version | undefined {
  const { stage, status } = standing(written);
  if (what === 'field') {
    const fields = { owner: to % 2 ? 'dana' : 'marek', next_step: `Step ${to}` };
    const texts = { written: set(written, fields), poor: set(poor, fields) };
    return texts.written === written ? undefined : { number, ...texts };
  }
  const wish: Wish =
    what === 'stage'
      ? { kind: 'set', stage: STAGE_IDS[to]! }
      : status !== 'open'
        ? { kind: 'reopen' }
        : to % 2
          ? { kind: 'win' }
          : { kind: 'stop', reason: 'price' };
  if (what === 'stage' && (status !== 'open' || stage === STAGE_IDS[to])) return undefined;
  const fields: Record<string, string> =
    wish.kind === 'set'
      ? { stage: wish.stage }
      : wish.kind === 'reopen'
        ? { status: 'open', closed_on: '' }
        : wish.kind === 'win'
          ? { status: 'won', closed_on: on }
          : { status: 'lost', lost_reason: 'price', closed_on: on };
  return {
    number,
    written: moved(written, wish, on),
    poor: poorly(poor, { wish, fields }, on, isByHand),
  };
}

/** Each pipeline takes dozens of calls of git. */
const TIMEOUT = 180_000 * Math.max(1, Number(process.env['PROPERTY_RUNS'] ?? 1));

describe('a pipeline whose history lines were taken away, and written again from git', () => {
  const folder = temporaryFolder();

  function record(made: readonly Made[]): void {
    git(folder.root, FIRST, 'init', '--quiet', '--initial-branch=main', 'deals');
    const cwd = folder.path('deals');
    const commits = made.map(({ on, parents, tree }) => {
      const files = new Map([...tree].map(([deal, { poor }]) => [`${deal}.md`, poor]));
      return { on, parents, files };
    });
    recordCommits(cwd, commits);
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
    [...texts].map(([deal, text]) =>
      dealOf(toEntry({ path: `${deal}.md`, text }, DEFAULT_PROCESS, known?.get(`${deal}.md`)))!,
    );

  function report(deals: readonly Deal[], day?: CalendarDate) {
    return makeReport({
      ...dealsFor(deals, day),
      files: { needsAttention: 0, otherNotes: 0 },
      process: DEFAULT_PROCESS,
      asOf: day ?? TODAY,
    });
  }

  for (const [poorly, what, isSame] of [
    [allByHand, 'all of them', true],
    [someByHand, 'those of moves made by hand', false],
  ] as const) {
    it(`has the same figures as before, on branches too, and a second time changes nothing: ${what}`, async function () {
      this.timeout(TIMEOUT);
      let merges = 0;
      let lines = 0;
      await forAllInTime(
        fc.array(step, { minLength: 10, maxLength: 70 }),
        async steps => {
          const made = play(steps, poorly);
          merges += made.filter(({ parents }) => parents.length > 1).length;
          const { tree } = made.at(-1)!;
          if (!tree.size) return;
          folder.remove();
          folder.make();
          record(made);
          const first = await run();
          lines += first.lines;
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
        12,
      );
      assertEnough(merges, 10);
      assertEnough(lines, 40);
    });
  }
});
