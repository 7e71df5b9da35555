import type { Field } from '../fields/table';

/** A field that a cell can be as it is, or by the reader of its kind. */
export type CellField = Exclude<Field, 'contacts' | 'checks' | 'history'>;

/** Fields that may stand in a column, in the order in which they are offered. */
export const CELL_FIELDS = [
  ...(['title', 'account', 'owner', 'stage', 'status', 'value', 'currency', 'value_period', 'term'] as const),
  ...(['close_date', 'closed_on', 'created', 'lost_reason', 'lost_note', 'source', 'probability'] as const),
  ...(['forecast', 'next_step', 'next_step_on', 'on_hold_until', 'tags'] as const),
] as const satisfies readonly CellField[];

/** What a column may be besides a field. */
export const OTHER_TARGETS = [
  /** Another system's id of the deal. */
  'id',
  /** Where our own export has the file. */
  'path',
  /** The close date while a deal is open, and the day of its close from then on. */
  'close_day',
  /** The last stage before the deal was closed; the day on which its stage was entered. */
  ...(['last_stage', 'stage_entered', 'won_on', 'lost_on', 'is_won', 'is_lost'] as const),
  /** Where losing a deal archives it: one that isn't active is lost. */
  'is_active',
  /** The deal lies in the other system's bin. */
  'is_deleted',
  /** Parts of contacts. */
  ...(['contact', 'contact_email', 'contact_phone', 'contact_role'] as const),
  /** Lists, as our own JSON has them. */
  ...(['contact_list', 'check_list', 'tag_list', 'history_list'] as const),
  /** The id that a file has of another system, and what else stands behind its standard keys, as our own export has them. */
  ...(['source_id', 'as_written'] as const),
  /** Becomes an own key, and a part of the title where there is no title. */
  'product',
  'pipeline',
  'notes',
  'nothing',
] as const;

/**
 * What a column becomes. `{ key }` is a key of the team's own; `{ entered }` is the day on which the deal entered a stage,
 * by the name that the file has for it.
 */
export type ColumnTarget =
  | (typeof CELL_FIELDS)[number]
  | (typeof OTHER_TARGETS)[number]
  | { readonly key: string }
  | { readonly entered: string };

const NAMES: ReadonlySet<string> = new Set([...CELL_FIELDS, ...OTHER_TARGETS]);

export function isTargetName(name: string): name is Extract<ColumnTarget, string> {
  return NAMES.has(name);
}

/** Those of which a deal has one: of two columns the first is it. */
const SEVERAL: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>(['notes', 'nothing', 'tags']);

export function isOnce(target: ColumnTarget): boolean {
  return typeof target === 'string' && !SEVERAL.has(target);
}

const DAYS: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  ...(['close_date', 'closed_on', 'created', 'next_step_on', 'on_hold_until'] as const),
  ...(['close_day', 'stage_entered', 'won_on', 'lost_on'] as const),
]);

/** Whether days stand in a column. */
export function isDayTarget(target: ColumnTarget): boolean {
  return typeof target === 'string' ? DAYS.has(target) : 'entered' in target;
}

/** What a column becomes, by its name; of a key of the team's own, the key. */
export function targetName(target: ColumnTarget): string {
  if (typeof target === 'string') return target;
  return 'key' in target ? target.key : 'history';
}
