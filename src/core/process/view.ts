import type { Status } from './outcome';

/** The ways to look at a pipeline: what stands in `views` of a `sales-process.yaml`, and what the view can be set to. */

export const SORT_KEYS = [
  'value',
  'close_date',
  'days_in_stage',
  'next_step',
  'title',
  'last_touch',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const GROUPINGS = ['stage', 'owner', 'account', 'close_month', 'forecast'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const CLOSINGS = ['month', 'quarter'] as const;

/** Which deals are shown. Of one kind any will do, of several kinds each must hold; what is absent holds for all. */
export interface Filter {
  /** Words, all of which stand somewhere in what a row or a person would call the deal by. */
  readonly text?: string;
  readonly owner?: readonly string[];
  readonly tag?: readonly string[];
  readonly status?: readonly Status[];
  readonly currency?: readonly string[];
  readonly stalled?: boolean;
  readonly idle?: boolean;
  readonly noNextStep?: boolean;
  /** Open deals that are expected to close in this month or quarter. */
  readonly closing?: (typeof CLOSINGS)[number];
  /** Also closed deals that were put into the archive. */
  readonly archived?: boolean;
}

export interface View {
  readonly sort: SortKey;
  /** The other way round than one would expect: the smallest value first. */
  readonly reversed: boolean;
  readonly group: Grouping;
  readonly filter: Filter;
}

/** A view that a team has given a name. */
export interface SavedView {
  readonly name: string;
  readonly view: View;
}

export const DEFAULT_VIEW: View = { sort: 'value', reversed: false, group: 'stage', filter: {} };

type ItemValue = string | boolean | readonly string[];

/** A view as an item of the list `views`: one line, with commas between several names, or as a list where one has a comma. */
export function viewAsItem({ name, view }: SavedView): Record<string, ItemValue> {
  const { sort, reversed, group, filter } = view;
  const names = (some: readonly string[] = []) =>
    some.some(one => one.includes(',')) ? some : some.join(', ');
  const item = {
    name,
    group: group === DEFAULT_VIEW.group ? undefined : group,
    sort: sort === DEFAULT_VIEW.sort ? undefined : sort,
    reversed: reversed || undefined,
    text: filter.text,
    owner: names(filter.owner),
    tag: names(filter.tag),
    status: names(filter.status),
    currency: names(filter.currency),
    stalled: filter.stalled,
    idle: filter.idle,
    no_next_step: filter.noNextStep,
    closing: filter.closing,
    archived: filter.archived,
  };
  const set = Object.entries(item).filter((entry): entry is [string, ItemValue] => Boolean(entry[1]));
  return Object.fromEntries(set);
}
