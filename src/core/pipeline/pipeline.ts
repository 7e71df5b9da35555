import type { Deal } from '../deal/deal';
import type { Call } from '../calls/call';
import { dealOf, match, type ByKind, type Entry } from '../deal/entry';
import { addMoney, type MoneyMap } from '../money';
import type { Currencies } from '../moneyFormat';
import { stageOf, type Process } from '../process/process';
import { remembered } from '../remember';
import { STAGE_IDS, type StageId } from '../process/stages';
import { DealTree, type Bundle } from './dealTree';
import { byValueThenTitle } from './sort';

/** Where an entry stands in the view of a pipeline: an open deal in its stage, else in one of the three others. */
export type GroupId = StageId | 'won' | 'lost' | 'attention';

export const GROUP_IDS: readonly GroupId[] = [...STAGE_IDS, 'won', 'lost', 'attention'];

const NONE: readonly GroupId[] = [];

/** To hang all deals into a tree anew is as quick as so many changes one by one. */
const MANY_CHANGES = 1000;

/** `total` is the sum of the others. */
export interface FileCounts {
  readonly total: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  readonly needsAttention: number;
  readonly otherNotes: number;
}

export interface GroupTotals {
  readonly count: number;
  readonly value: Readonly<MoneyMap>;
  /** Value times probability. */
  readonly weighted: Readonly<MoneyMap>;
}

/** What was read of a file earlier, of which only the group is at hand: all else is looked up when somebody asks. */
export interface LateEntry {
  readonly path: string;
  /** None of a note. */
  readonly group: GroupId | undefined;
  /** Answers with what was read. */
  readonly look: () => Entry;
}

interface Group {
  readonly paths: Set<string>;
  sorted: readonly Entry[] | undefined;
  totals: GroupTotals | undefined;
}

/** All files of one pipeline, by the group they stand in. A change of one file costs what its group costs. */
export class Pipeline {
  private readonly entries = new Map<string, Entry | LateEntry>();
  private readonly groups = new Map<GroupId, Group>(
    GROUP_IDS.map(id => [id, { paths: new Set(), sorted: undefined, totals: undefined }]),
  );
  /** How many of the entries are looked up when somebody asks for them. */
  private late = 0;
  private known: DealTree | undefined;
  /** Deals that are others now than in the tree that is known. */
  private readonly others = new Map<string, Deal | undefined>();
  private notes = 0;
  private found: Currencies | undefined;
  private called: readonly Call[] = [];

  /** @param entries what is known of the files already */
  constructor(
    readonly process: Process,
    entries: Iterable<Entry> = [],
  ) {
    for (const entry of entries) this.set(entry);
  }

  /** Adds a file or replaces what was known of it; answers with the groups that look different now. */
  set(entry: Entry): readonly GroupId[] {
    const touched = this.put(entry, groupOf(entry));
    this.note(entry.path, dealOf(entry));
    return touched;
  }

  /** The same with what is looked up only when somebody asks for it. */
  setLate(entry: LateEntry): readonly GroupId[] {
    const touched = this.put(entry, entry.group);
    this.forgetTree();
    this.late++;
    return touched;
  }

  delete(path: string): readonly GroupId[] {
    const entry = this.entries.get(path);
    if (!entry) return NONE;
    this.found = undefined;
    this.entries.delete(path);
    this.note(path, undefined);
    if (isLate(entry)) this.late--;
    const group = isLate(entry) ? entry.group : groupOf(entry);
    if (!group) {
      this.notes--;
      return NONE;
    }
    this.touch(group).paths.delete(path);
    return [group];
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  get(path: string): Entry | undefined {
    const entry = this.entries.get(path);
    if (!entry || !isLate(entry)) return entry;
    const found = entry.look();
    this.late--;
    this.entries.set(path, found);
    return found;
  }

  /** Nothing is left to be looked up. */
  get isWhole(): boolean {
    return this.late === 0;
  }

  get paths(): Iterable<string> {
    return this.entries.keys();
  }

  all(): Iterable<Entry> {
    if (this.late) for (const path of this.entries.keys()) this.get(path);
    return this.entries.values() as Iterable<Entry>;
  }

  *deals(): Iterable<Deal> {
    for (const entry of this.all()) {
      const deal = dealOf(entry);
      if (deal) yield deal;
    }
  }

  /** The same in a tree, of which a change leaves most as it is. */
  get dealTree(): DealTree {
    const { others } = this;
    const tree = this.known?.with(others) ?? DealTree.of(this.deals());
    others.clear();
    return (this.known = tree);
  }

  /** The deals by stage, then those that are won, then those that are lost; in each group as `group` has them. */
  dealsInOrder(): Deal[] {
    return [...STAGE_IDS, 'won' as const, 'lost' as const].flatMap(id =>
      this.group(id).flatMap(entry => dealOf(entry) ?? []),
    );
  }

  /** The entries of a group, the largest value first, then by title. */
  group(id: GroupId): readonly Entry[] {
    const group = this.groups.get(id)!;
    return (group.sorted ??= [...this.unsorted(id)].sort(byValueThenTitle(this.process)));
  }

  /** The same in no order. */
  *unsorted(id: GroupId): Iterable<Entry> {
    for (const path of this.groups.get(id)!.paths) yield this.get(path)!;
  }

  totals(id: GroupId): GroupTotals {
    const group = this.groups.get(id)!;
    return (group.totals ??= totalsOf(this.unsorted(id), this.process));
  }

  /** What the owners of its deals say that quarters will bring, in the order of their file. */
  get calls(): readonly Call[] {
    return this.called;
  }

  set calls(calls: readonly Call[]) {
    this.found = undefined;
    this.called = calls;
  }

  /** Those that its amounts are in: of its deals, its team, its quota and its calls. */
  get currencies(): Currencies {
    return (this.found ??= currenciesIn(this.dealTree, this.calls, this.process));
  }

  get files(): FileCounts {
    const count = (id: GroupId) => this.groups.get(id)!.paths.size;
    return {
      total: this.entries.size,
      open: STAGE_IDS.reduce((sum, id) => sum + count(id), 0),
      won: count('won'),
      lost: count('lost'),
      needsAttention: count('attention'),
      otherNotes: this.notes,
    };
  }

  private put(entry: Entry | LateEntry, group: GroupId | undefined): readonly GroupId[] {
    const touched = this.delete(entry.path);
    this.found = undefined;
    this.entries.set(entry.path, entry);
    if (!group) {
      this.notes++;
      return touched;
    }
    this.touch(group).paths.add(entry.path);
    return touched.includes(group) ? touched : touched.concat(group);
  }

  private note(path: string, deal: Deal | undefined): void {
    const { others } = this;
    if (this.known) others.set(path, deal);
    if (others.size > MANY_CHANGES) this.forgetTree();
  }

  /** Where there is none, no deal is another than in it: even to empty an empty table takes a moment, and this is asked for each file. */
  private forgetTree(): void {
    if (!this.known) return;
    this.known = undefined;
    this.others.clear();
  }

  private touch(id: GroupId): Group {
    const group = this.groups.get(id)!;
    group.sorted = group.totals = undefined;
    return group;
  }
}

function isLate(entry: Entry | LateEntry): entry is LateEntry {
  return 'look' in entry;
}

/** Remembered, since a change leaves most bundles as they are. */
const currenciesOf = remembered(
  ({ deals }: Bundle): ReadonlySet<string> => new Set(deals.flatMap(({ value }) => value?.currency ?? [])),
);

function currenciesIn(deals: DealTree, calls: readonly Call[], process: Process): Currencies {
  const { currency, rates, quota, ownerQuota } = process;
  const quotas = [quota, ...ownerQuota.values()].flatMap(one => [...one.values()]);
  const used = new Set(quotas.map(money => money.currency));
  if (currency !== undefined) used.add(currency);
  for (const { money } of calls) used.add(money.currency);
  for (const { bundles } of deals.branches) {
    for (const bundle of bundles) for (const one of currenciesOf(bundle)) used.add(one);
  }
  return { own: currency ?? null, rates: Object.fromEntries(rates), used: [...used].sort() };
}

export function totalsOf(entries: Iterable<Entry>, process: Process): GroupTotals {
  const totals = { count: 0, value: {} as MoneyMap, weighted: {} as MoneyMap };
  for (const entry of entries) {
    totals.count++;
    const deal = dealOf(entry);
    if (!deal) continue;
    addMoney(totals.value, deal.value);
    addMoney(totals.weighted, deal.value, probabilityOf(deal, process) / 100);
  }
  return totals;
}

/** Percent: what a person has set for the deal, else what its stage stands for. */
export function probabilityOf(deal: Deal, process: Process): number {
  return deal.probability ?? stageOf(process, deal.stage).probability;
}

/** The group that an entry stands in; a note stands in none. */
export function groupOf(entry: Entry): GroupId | undefined {
  return match(entry, GROUP);
}

const GROUP: ByKind<GroupId | undefined> = {
  deal: ({ deal }) => (deal.status === 'open' ? deal.stage : deal.status),
  attention: () => 'attention',
  note: () => undefined,
};
