import type { CalendarDate } from '../calendar';
import { compareTexts } from '../compareTexts';
import { isStalled } from '../deal/condition';
import type { Deal } from '../deal/deal';
import { dealOf, type Entry } from '../deal/entry';
import { byUse } from '../deal/typedValues';
import { normaliseName, stageOf, type Forecast, type Process } from '../process/process';
import { STAGE_IDS } from '../process/stages';
import { DEFAULT_VIEW, type Grouping, type View } from '../process/view';
import { dealFilter } from '../filter/dealFilter';
import { isFiltering } from '../filter/table';
import { GROUP_IDS, totalsOf, type GroupId, type GroupTotals, type Pipeline } from './pipeline';
import { sortEntries } from './sort';

/** Some of the deals of a pipeline under one heading, as a view shows them. Worked out only as far as it is looked at. */
export interface ViewGroup {
  /** Stays the same as long as the view is grouped in one way: `proposal`, `owner:dana`. */
  readonly id: string;
  /** What the group is one of: the stages and the three others are in each view. */
  readonly kind: 'stage' | 'won' | 'lost' | 'attention' | Exclude<Grouping, 'stage'>;
  /** A stage; else what the deals have in common, `undefined` where they have none: `dana`, `2026-12`, `best_case`. */
  readonly name: string | undefined;
  /** In the order of the view. */
  readonly entries: readonly Entry[];
  readonly totals: GroupTotals;
  readonly stalled: number;
}

/** A pipeline as a person wants to see it: filtered, grouped and sorted. Follows the pipeline from change to change. */
export class PipelineView {
  private groupsById: Map<string, Group>;
  private readonly isShown: (deal: Deal) => boolean;
  private readonly isFiltering: boolean;

  constructor(
    private readonly pipeline: Pipeline,
    private readonly view: View = DEFAULT_VIEW,
    private readonly today: CalendarDate,
  ) {
    this.isShown = dealFilter(
      // Who has picked deals wants to see them, wherever they are.
      { archived: view.filter.picked !== undefined, ...view.filter },
      { process: pipeline.process, asOf: today },
    );
    this.isFiltering = isFiltering(view.filter);
    this.groupsById = this.build();
  }

  /** From top to bottom. The stages are all there unless deals are left out; of the others those with something in them. */
  get groups(): readonly ViewGroup[] {
    return [...this.groupsById.values()];
  }

  group(id: string): ViewGroup | undefined {
    return this.groupsById.get(id);
  }

  /** The group in which a deal stands, if it is shown. */
  groupOf(path: string): ViewGroup | undefined {
    return this.groups.find(group => (group as Group).has(path));
  }

  /** The open deals that are shown, of all that there are. */
  get openDeals(): { readonly shown: number; readonly all: number } {
    const shown = this.groups.filter(({ kind }) => !OTHERS.some(id => id === kind));
    const count = shown.reduce((sum, { totals }) => sum + totals.count, 0);
    return { shown: count, all: this.pipeline.files.open };
  }

  /**
   * Takes in a change of the pipeline. Answers with the ids of the groups that look different now, or with `undefined`
   * where there are others than before.
   */
  update(changed: ReadonlySet<GroupId>): readonly string[] | undefined {
    const before = this.groupsById;
    this.groupsById = this.build(before, changed);
    const ids = [...this.groupsById.keys()];
    const areSame = ids.length === before.size && [...before.keys()].every((id, at) => id === ids[at]);
    return areSame ? ids.filter(id => this.groupsById.get(id) !== before.get(id)) : undefined;
  }

  private build(before?: ReadonlyMap<string, Group>, changed?: ReadonlySet<GroupId>): Map<string, Group> {
    const { group: grouping } = this.view;
    const groups = new Map<string, Group>();
    const add = (id: string, kind: ViewGroup['kind'], name: string | undefined, found: () => Entry[]) => {
      const known = before?.get(id);
      const isUntouched = isGroupId(id) && changed && !changed.has(id);
      const entries = known && isUntouched ? known.found : found();
      const isSame = known && (isUntouched || areEqual(known.found, entries));
      groups.set(
        id,
        isSame ? known : new Group(id, kind, name, entries, this.pipeline, this.view, this.today),
      );
    };
    if (grouping === 'stage') {
      for (const id of STAGE_IDS) add(id, 'stage', id, () => this.shownIn(id));
    } else {
      for (const { key, name, entries } of this.grouped(grouping)) {
        add(`${grouping}:${key}`, grouping, name, () => entries);
      }
    }
    for (const id of OTHERS) add(id, id, undefined, () => this.shownIn(id));
    for (const [id, { found, kind }] of groups)
      if (!found.length && !this.isShownEmpty(kind)) groups.delete(id);
    return groups;
  }

  /** What is left out by a filter should not look as if there were nothing. */
  private isShownEmpty(kind: ViewGroup['kind']): boolean {
    return kind !== 'attention' && !this.isFiltering;
  }

  /** Files that need attention are in each view: no filter can know what they are. */
  private shownIn(id: GroupId): Entry[] {
    return [...this.pipeline.unsorted(id)].filter(entry => {
      const deal = dealOf(entry);
      return !deal || this.isShown(deal);
    });
  }

  /** The open deals by what they have in common, those that have nothing of it at the end. */
  private grouped(grouping: Exclude<Grouping, 'stage'>) {
    const groups = new Map<string, { names: string[]; entries: Entry[] }>();
    for (const entry of STAGE_IDS.flatMap(id => this.shownIn(id))) {
      // In the stages there are only deals.
      const name = nameIn(grouping, dealOf(entry)!, this.pipeline.process);
      const key = name === undefined ? '' : normaliseName(name);
      const group = groups.get(key) ?? { names: [], entries: [] };
      groups.set(key, group);
      if (name !== undefined) group.names.push(name);
      group.entries.push(entry);
    }
    return [...groups]
      .map(([key, { names, entries }]) => ({
        key,
        name: byUse(names)[0],
        entries,
      }))
      .sort((a, b) => compareNames(grouping, a.name, b.name) || (a.key < b.key ? -1 : 1));
  }
}

const OTHERS = ['won', 'lost', 'attention'] as const;

class Group implements ViewGroup {
  private sorted: readonly Entry[] | undefined;
  private sums: GroupTotals | undefined;
  private stalledDeals: number | undefined;

  constructor(
    readonly id: string,
    readonly kind: ViewGroup['kind'],
    readonly name: string | undefined,
    /** In no order. */
    readonly found: readonly Entry[],
    private readonly pipeline: Pipeline,
    private readonly view: View,
    private readonly today: CalendarDate,
  ) {}

  get entries(): readonly Entry[] {
    const { sort, reversed } = this.view;
    return (this.sorted ??= sortEntries(this.found, sort, this.pipeline.process, this.today, reversed));
  }

  get totals(): GroupTotals {
    return (this.sums ??= totalsOf(this.found, this.pipeline.process));
  }

  get stalled(): number {
    const { process } = this.pipeline;
    const isIt = (entry: Entry) => {
      const deal = dealOf(entry);
      return deal !== undefined && isStalled(deal, process, this.today);
    };
    return (this.stalledDeals ??= this.found.filter(isIt).length);
  }

  has(path: string): boolean {
    return this.found.some(entry => entry.path === path);
  }
}

function isGroupId(id: string): id is GroupId {
  return GROUP_IDS.some(one => one === id);
}

/** Entries are never changed but replaced. */
function areEqual(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at]);
}

function nameIn(grouping: Exclude<Grouping, 'stage'>, deal: Deal, process: Process): string | undefined {
  switch (grouping) {
    case 'owner':
      return deal.owner;
    case 'account':
      return deal.account;
    case 'close_month':
      return deal.closeDate?.slice(0, 7);
    case 'forecast':
      return deal.forecast ?? stageOf(process, deal.stage).forecast;
  }
}

/** The surest first. */
const BY_SURENESS: readonly string[] = ['commit', 'best_case', 'pipeline', 'omitted'] satisfies Forecast[];

function compareNames(grouping: Grouping, a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return grouping === 'forecast' ? BY_SURENESS.indexOf(a) - BY_SURENESS.indexOf(b) : compareTexts(a, b);
}
