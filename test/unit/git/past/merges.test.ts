import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Keep } from '../../../../src/actions/ports/keep';
import { addDays, type CalendarDate } from '../../../../src/core/calendar';
import type { KnownFromGit } from '../../../../src/core/deal/gitFacts';
import { STATE_FIELDS, type StateField } from '../../../../src/core/deal/past/fileState';
import { stateOn } from '../../../../src/core/deal/past/stateOn';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { gitFrom } from '../../../../src/git/git';
import { temporaryFolder } from '../../cli/support/folder';
import { forAll, forAllInTime } from '../../support/property';
import { git } from '../support';
import { knownWithoutGit } from './support/inMemory';
import { recordCommits, type CommitToRecord } from './support/recordCommits';

const FIRST = '2026-01-05' as CalendarDate;
const BRANCHES = ['main', 'dana', 'marek'] as const;
const FIELDS = ['stage', 'owner', 'nextStep'] as const satisfies readonly StateField[];
type Field = (typeof FIELDS)[number];

/** A deal on one branch: what its file is called, and what it says. */
interface Said extends Readonly<Record<Field, string>> {
  readonly path: string;
}
type Tree = ReadonlyMap<number, Said>;

interface Made {
  readonly on: CalendarDate;
  readonly parents: readonly number[];
  readonly tree: Tree;
}

type Step =
  | { readonly kind: 'edit'; branch: number; deal: number; field: Field; value: number; day: number }
  | { readonly kind: 'rename' | 'remove' | 'add'; branch: number; deal: number; day: number }
  | { readonly kind: 'merge'; branch: number; other: number; takes: readonly number[]; day: number };

const at = fc.record({ branch: fc.nat(2), deal: fc.nat(3), day: fc.nat(3) });
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(at, fc.constantFrom(...FIELDS), fc.nat(2))
        .map(([where, field, value]): Step => ({ kind: 'edit', ...where, field, value })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(at, fc.constantFrom('rename', 'add', 'remove'))
        .map(([where, kind]): Step => ({ kind, ...where })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(at, fc.nat(2), fc.array(fc.nat(2), { minLength: 16, maxLength: 16 }))
        .map(([{ branch, day }, other, takes]): Step => ({ kind: 'merge', branch, day, other, takes })),
    },
  ),
  { minLength: 5, maxLength: 40 },
);

const valueOf = (field: Field, value: number) =>
  field === 'stage' ? STAGE_IDS[value]! : `${field} ${value}`;

/** The commits that steps make, in their order, and where the branches end. */
function play(all: readonly Step[]): { readonly made: readonly Made[]; readonly ends: readonly number[] } {
  const begun = (deal: number): Said => ({
    path: `deal-${deal}.md`,
    ...{ stage: valueOf('stage', 0), owner: valueOf('owner', 0), nextStep: valueOf('nextStep', 0) },
  });
  const made: Made[] = [{ on: FIRST, parents: [], tree: new Map([0, 1].map(deal => [deal, begun(deal)])) }];
  const ends = BRANCHES.map(() => 0);
  const commit = (branch: number, tree: Tree, day: number, ...others: number[]) => {
    made.push({ on: addDays(FIRST, made.length + day), parents: [ends[branch]!, ...others], tree });
    ends[branch] = made.length - 1;
  };
  const last: Step[] = [1, 2].map(other => ({ kind: 'merge', branch: 0, other, takes: [], day: 0 }));
  for (const step of [...all, ...last]) {
    const tree = new Map(made[ends[step.branch]!]!.tree);
    if (step.kind === 'merge') {
      const [ours, theirs] = [ends[step.branch]!, ends[step.other]!];
      if (ours !== theirs) commit(step.branch, merged(made, ours, theirs, step.takes), step.day, theirs);
      continue;
    }
    const { deal } = step;
    const said = tree.get(deal);
    // Nobody knows whether a new deal by the name of one that was there is the same.
    const isNew = !made.some(one => one.tree.has(deal));
    if (step.kind === 'add' && isNew) tree.set(deal, begun(deal));
    else if (!said) continue;
    else if (step.kind === 'edit') tree.set(deal, { ...said, [step.field]: valueOf(step.field, step.value) });
    else if (step.kind === 'rename') tree.set(deal, { ...said, path: `deal-${deal} ${made.length}.md` });
    else tree.delete(deal);
    commit(step.branch, tree, step.day);
  }
  return { made, ends };
}

/** Each value is ours, theirs, or seldom neither's. */
function merged(made: readonly Made[], ours: number, theirs: number, takes: readonly number[]): Tree {
  const [one, other] = [made[ours]!.tree, made[theirs]!.tree];
  let at = 0;
  const take = () => takes[at++ % Math.max(takes.length, 1)] ?? 0;
  const tree = new Map<number, Said>();
  for (const deal of new Set([...one.keys(), ...other.keys()])) {
    const sides = [one.get(deal), other.get(deal)];
    if (sides.includes(undefined) && take() === 2) continue;
    const [mine, its] = [sides[0] ?? sides[1]!, sides[1] ?? sides[0]!];
    const pick = (key: keyof Said) => (take() === 1 ? its : mine)[key];
    const said = { path: pick('path'), stage: pick('stage'), owner: pick('owner') };
    tree.set(deal, { ...said, nextStep: takes[0] === 2 ? 'Neither' : pick('nextStep') });
  }
  return tree;
}

/** The values of a field up to a commit, each with the commit that brought it, told from whole trees. */
function naive(made: readonly Made[], at: number, deal: number, field: Field): (readonly [string, number])[] {
  const value = made[at]!.tree.get(deal)![field];
  const before = made[at]!.parents.filter(parent => made[parent]!.tree.has(deal));
  const same = before.find(parent => made[parent]!.tree.get(deal)![field] === value);
  if (same !== undefined) return naive(made, same, deal, field);
  return [...(before.length ? naive(made, before[0]!, deal, field) : []), [value, at]];
}

/** Unlike in another deal, so that git takes none for another. */
const notes = (deal: number) => `They need ${['saws', 'pens', 'cups', 'jars'][deal]!} and more.\n`.repeat(30);

function textOf(deal: number, { stage, owner, nextStep }: Said): string {
  const fields = [`stage: ${stage}`, `owner: ${owner}`, `next_step: ${nextStep}`];
  return `---\ntitle: Deal ${deal}\n${fields.join('\n')}\n---\n${notes(deal)}`;
}

/** Each pipeline takes dozens of calls of git. */
const TIMEOUT = 180_000 * Math.max(1, Number(process.env['PROPERTY_RUNS'] ?? 1));

const commitsOf = (made: readonly Made[]): CommitToRecord[] =>
  made.map(({ on, parents, tree }) => {
    const files = new Map([...tree].map(([deal, said]) => [said.path, textOf(deal, said)]));
    return { on, parents, files };
  });

/** @param ids of the commits, in the order in which they were made */
function assertTold(
  { made, ends }: ReturnType<typeof play>,
  now: KnownFromGit,
  ids: readonly string[],
): void {
  const end = ends[0]!;
  const { tree } = made[end]!;
  assert.deepEqual([...now.keys()].toSorted(), [...tree.values()].map(({ path }) => path).toSorted());
  for (const [deal, { path }] of tree) {
    const facts = now.get(path)!;
    for (const field of FIELDS) {
      const told = [facts.first, ...facts.changes].flatMap(version => {
        const set = 'state' in version ? version.state : version.set;
        return field in set ? [set[field]] : [];
      });
      const meant = naive(made, end, deal, field);
      assert.deepEqual(
        told,
        meant.map(([value]) => value),
        `${path}, ${field}`,
      );
      assert.equal(stateOn(facts, addDays(FIRST, 1000))![field], tree.get(deal)![field]);
      const brought = facts.changes.flatMap(({ set, commit, on }) =>
        field in set ? [[ids.indexOf(commit), on] as const] : [],
      );
      assert.deepEqual(
        brought.map(([commit]) => commit),
        meant.slice(1).map(([, commit]) => commit),
        `${path}, ${field}`,
      );
      for (const [commit, on] of brought) assert.ok(on >= made[commit]!.on);
    }
    const days = [facts.first, ...facts.changes].map(({ on }) => on);
    assert.deepEqual(days, days.toSorted());
    assert.deepEqual(Object.keys(facts.first.state), [...STATE_FIELDS]);
  }
}

const TOLD = 'is told once of each change, as what the merges have kept says, and ends with what HEAD says';

describe('what the commits of branches tell of deals', () => {
  it(TOLD, function () {
    this.timeout(TIMEOUT);
    const titleIn = (text: string) => /^title: .*$/m.exec(text)![0];
    forAll(
      steps,
      all => {
        const played = play(all);
        const commits = commitsOf(played.made).slice(0, played.ends[0]! + 1);
        const now = knownWithoutGit(commits, (gone, added) => titleIn(gone) === titleIn(added));
        const ids = commits.map((_, at) => `c${at}`);
        assertTold(played, now, ids);
      },
      200,
    );
  });
});

describe('what git knows of deals on branches', () => {
  const folder = temporaryFolder();

  /** Their ids, in the order in which they were made. */
  function record(made: readonly Made[]): string[] {
    git(folder.root, FIRST, 'init', '--quiet', '--initial-branch=main');
    return recordCommits(folder.root, commitsOf(made));
  }

  async function known(head: string, keep?: Keep): Promise<KnownFromGit> {
    git(folder.root, FIRST, 'update-ref', 'refs/heads/main', head);
    const asked = gitFrom({ cwd: folder.root, env: process.env }, { keepFor: () => keep });
    const found = await asked.factsOf(folder.root, DEFAULT_PROCESS);
    assert.equal(found?.gap, undefined);
    return found!.known!;
  }

  it(TOLD, async function () {
    this.timeout(TIMEOUT);
    await forAllInTime(
      steps,
      async all => {
        folder.remove();
        folder.make();
        const played = play(all);
        const ids = record(played.made);
        assertTold(played, await known(ids[played.ends[0]!]!), ids);
      },
      5,
    );
  });

  it('is the same where it was read on from an earlier commit', async function () {
    this.timeout(TIMEOUT);
    await forAllInTime(
      fc.tuple(steps, fc.nat()),
      async ([all, early]) => {
        folder.remove();
        folder.make();
        const { made, ends } = play(all);
        const ids = record(made);
        const kept = new Map<string, string>();
        const keep: Keep = {
          read: async name => kept.get(name),
          write: async (name, text) => void kept.set(name, text),
        };
        const end = ids[ends[0]!]!;
        await known(ids[early % ids.length]!, keep);
        const anew = await known(end);
        assert.deepEqual(await known(end, keep), anew);
        assert.deepEqual(await known(end, keep), anew);
      },
      5,
    );
  });
});
