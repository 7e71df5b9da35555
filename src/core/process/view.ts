import { askedIn, isChoice, type DealFilter, type FilterKey } from '../filter/table';

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

export interface View {
  readonly sort: SortKey;
  /** The other way round than one would expect: the smallest value first. */
  readonly reversed: boolean;
  readonly group: Grouping;
  readonly filter: DealFilter;
}

/** A view that a team has given a name. */
export interface SavedView {
  readonly name: string;
  readonly view: View;
}

export const DEFAULT_VIEW: View = { sort: 'value', reversed: false, group: 'stage', filter: {} };

type ItemValue = string | number | boolean | readonly string[];

/** The key that a view has for what its filter asks for: `no_next_step`. */
export function keyInView(key: FilterKey): string {
  return key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

/** A view as an item of the list `views`: one line, with commas between several names, or as a list where one has a comma. */
export function viewAsItem({ name, view }: SavedView): Record<string, ItemValue> {
  const { sort, reversed, group, filter } = view;
  return {
    name,
    ...(group !== DEFAULT_VIEW.group && { group }),
    ...(sort !== DEFAULT_VIEW.sort && { sort }),
    ...(reversed && { reversed }),
    ...Object.fromEntries(askedIn(filter).map(key => [keyInView(key), itemValue(filter, key)])),
  };
}

function itemValue(filter: DealFilter, key: FilterKey): ItemValue {
  if (!isChoice(key)) return filter[key]!;
  const names: readonly string[] = filter[key]!;
  return names.some(name => name.includes(',')) ? names : names.join(', ');
}
