import type { CalendarDate } from '../calendar';
import { type FIELD_TABLE, FIELDS, rowOf, type Field, type Kind } from '../fields/table';
import type { Status } from '../process/outcome';
import type { StageId } from '../process/stages';

type Table = typeof FIELD_TABLE;
type ChosenField = { [F in Field]: Table[F] extends { readonly filter: string } ? F : never }[Field];

/** The filters that choose deals by what they have in a field: any of the values will do. */
export type ChoiceKey = Table[ChosenField]['filter'];

type FieldOfChoice<K extends ChoiceKey> = {
  [F in ChosenField]: Table[F]['filter'] extends K ? F : never;
}[ChosenField];

/** What is chosen from, by the kind of the field. */
type Chosen<K extends Kind> = K extends 'stage' ? StageId : K extends 'status' ? Status : string;

type Choices = { readonly [K in ChoiceKey]?: readonly Chosen<Table[FieldOfChoice<K>]['kind']>[] };

export const CLOSINGS = ['month', 'quarter'] as const;

/** What a filter asks for that is not a choice from the values of a field, by how it is written. */
interface FilterValues {
  readonly text: string;
  /** Of money, whatever its currency. */
  readonly amount: number;
  readonly day: CalendarDate;
  readonly flag: boolean;
  readonly closing: (typeof CLOSINGS)[number];
  readonly archive: boolean;
}

const OTHERS = {
  /** Words, all of which stand somewhere in what a row or a person would call the deal by. */
  text: 'text',
  /** Deals whose first known day is this or a later one. */
  from: 'day',
  /** Deals whose first known day is this or an earlier one. */
  to: 'day',
  /** Amounts, both included. A deal without a value is in no band. */
  minValue: 'amount',
  maxValue: 'amount',
  /** Open deals that are expected to close by the end of this month or quarter. */
  closing: 'closing',
  stalled: 'flag',
  idle: 'flag',
  /** Open deals whose next step is overdue. */
  overdue: 'flag',
  /** Open deals that have none, nor a to-do with a day in its place. */
  noNextStep: 'flag',
  /** Whether closed deals count that were put into the archive; what counts where nothing is said is for each place to say. */
  archived: 'archive',
} as const satisfies Readonly<Record<string, keyof FilterValues>>;

export type OtherKey = keyof typeof OTHERS;
export type FilterKey = ChoiceKey | OtherKey;

/**
 * Which deals are meant: in the view, in the saved ones, on the funnel page and on the command line. Of one kind any will
 * do, of several kinds each must hold; what is absent holds for all.
 */
export type DealFilter = Choices & {
  readonly [K in OtherKey]?: FilterValues[(typeof OTHERS)[K]];
} & { readonly picked?: PickedDeals | undefined };

/**
 * Deals that are meant one by one, such as those behind a number. They are of the moment: no saved view, no message and no
 * option has them.
 */
export interface PickedDeals {
  /** What they are, in a few words: `Lost in Proposal`. */
  readonly words: string;
  /** The pipeline that they are in, by its address. */
  readonly home: string;
  readonly paths: ReadonlySet<string>;
}

/** How what a filter asks for is written: as one of `FilterValues`, or chosen from names, currencies, stages or statuses. */
export type FilterKind = keyof FilterValues | 'names' | 'currency' | 'stage' | 'status';

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap(field => {
    const { filter } = rowOf(field);
    return filter === undefined ? [] : [[filter, field] as const];
  }),
);

/** Accounts come last: there may be nearly as many as deals. */
const ALL_CHOICES = [...FIELD_OF.keys()] as readonly ChoiceKey[];
export const CHOICE_KEYS: readonly ChoiceKey[] = [
  ...ALL_CHOICES.filter(key => key !== 'account'),
  ...ALL_CHOICES.filter(key => key === 'account'),
];
export const OTHER_KEYS = Object.keys(OTHERS) as readonly OtherKey[];
/** All kinds of filters, in the order in which people are offered them. */
export const FILTER_KEYS: readonly FilterKey[] = [...CHOICE_KEYS, ...OTHER_KEYS];

export function isChoice(key: FilterKey): key is ChoiceKey {
  return FIELD_OF.has(key);
}

export function fieldOf(key: ChoiceKey): Field {
  return FIELD_OF.get(key)!;
}

export function kindOf(key: FilterKey): FilterKind {
  if (!isChoice(key)) return OTHERS[key];
  const { kind } = rowOf(fieldOf(key));
  return kind === 'currency' || kind === 'stage' || kind === 'status' ? kind : 'names';
}

/** What a filter asks for, without what leaves nothing out: lists of none, blanks, flags that are not set. */
export function askedIn(filter: DealFilter): readonly FilterKey[] {
  return FILTER_KEYS.filter(key => {
    const asked = filter[key];
    if (kindOf(key) === 'archive') return asked !== undefined;
    if (typeof asked === 'string') return asked.trim() !== '';
    return Array.isArray(asked) ? asked.length > 0 : asked !== undefined && asked !== false;
  });
}

/** Whether a filter leaves out anything but the archive. */
export function isFiltering(filter: DealFilter): boolean {
  return filter.picked !== undefined || askedIn(filter).some(key => key !== 'archived');
}
