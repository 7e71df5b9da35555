/**
 * What can be written behind a key: it says how the key is read, what is offered for it, and how it is explained.
 * `contact`, `tag`, `check` and `event` are what lists have as items.
 */
export type Kind =
  | 'text'
  /** A text that deals share, such as a customer: those that other deals have are offered. */
  | 'name'
  | 'stage'
  | 'status'
  | 'reason'
  /** A text for people: nothing is made of it, and so nothing can be wrong with it. */
  | 'remark'
  | 'amount'
  | 'currency'
  /** How often a value recurs, and for how many such periods. */
  | 'period'
  | 'term'
  | 'percent'
  | 'forecast'
  /** A day to come, or one that has been. */
  | 'day'
  | 'pastDay'
  | 'contact'
  | 'tag'
  | 'check'
  | 'event';

interface Row {
  readonly kind: Kind;
  /** It is a column of `list --csv`. The value is there as `amount`, beside its currency. */
  readonly inCsv?: true;
  /** What the filter is called that chooses deals by what they have there: in views, on the command line, for people. */
  readonly filter?: string;
  /** What other programs and other people call it: never read, but told of. */
  readonly alsoCalled?: readonly string[];
}

/**
 * The keys of a deal that mean something to us, in the order in which people write them. All else that is known of a
 * key follows from its row, or is held to it by a test; what a key means, in words, stands where words are.
 */
export const FIELD_TABLE = {
  title: { kind: 'text', inCsv: true },
  account: { kind: 'name', inCsv: true, filter: 'account', alsoCalled: ['account_name'] },
  owner: { kind: 'name', inCsv: true, filter: 'owner', alsoCalled: ['sales_rep', 'account_owner'] },
  stage: { kind: 'stage', inCsv: true, filter: 'stage', alsoCalled: ['sales_stage', 'pipeline_stage'] },
  status: { kind: 'status', inCsv: true, filter: 'status', alsoCalled: ['state', 'outcome'] },
  lost_reason: {
    kind: 'reason',
    inCsv: true,
    alsoCalled: ['loss_reason', 'reason_lost', 'closed_lost_reason'],
  },
  lost_note: { kind: 'remark' },
  source: { kind: 'name', filter: 'source', alsoCalled: ['lead_source'] },
  value: { kind: 'amount', alsoCalled: ['amount', 'deal_size'] },
  currency: { kind: 'currency', inCsv: true, filter: 'currency', alsoCalled: ['currency_code'] },
  value_period: { kind: 'period', inCsv: true, alsoCalled: ['billing_period', 'billing_frequency'] },
  term: { kind: 'term', inCsv: true },
  probability: { kind: 'percent', inCsv: true, alsoCalled: ['win_probability', 'prob'] },
  forecast: { kind: 'forecast', alsoCalled: ['forecast_category'] },
  close_date: {
    kind: 'day',
    inCsv: true,
    alsoCalled: ['closing_date', 'expected_close', 'expected_close_date', 'close_by'],
  },
  closed_on: {
    kind: 'pastDay',
    inCsv: true,
    alsoCalled: ['closed', 'closed_at', 'closed_date', 'date_closed'],
  },
  next_step: { kind: 'text', inCsv: true, alsoCalled: ['next_action'] },
  next_step_on: {
    kind: 'day',
    inCsv: true,
    alsoCalled: ['next_step_date', 'next_step_due', 'next_action_date'],
  },
  on_hold_until: { kind: 'day', alsoCalled: ['on_hold', 'hold_until', 'paused_until', 'snoozed_until'] },
  contacts: { kind: 'contact' },
  tags: { kind: 'tag', filter: 'tag' },
  checks: { kind: 'check' },
  created: {
    kind: 'pastDay',
    inCsv: true,
    alsoCalled: ['created_on', 'created_at', 'created_date', 'date_created'],
  },
  history: { kind: 'event' },
} as const satisfies Readonly<Record<string, Row>>;

type Table = typeof FIELD_TABLE;
export type Field = keyof Table;
export type KindOf<F extends Field> = Table[F]['kind'];
/** The fields of a kind. */
export type FieldOf<K extends Kind> = { [F in Field]: KindOf<F> extends K ? F : never }[Field];

export const FIELDS = Object.keys(FIELD_TABLE) as readonly Field[];

/** All that the table says of a field. */
export function rowOf(field: Field): Row {
  return FIELD_TABLE[field];
}

export function isField(key: string): key is Field {
  return Object.hasOwn(FIELD_TABLE, key);
}

const LIST_KINDS: ReadonlySet<Kind> = new Set(['contact', 'tag', 'check', 'event']);

/** Whether the value of a key is a list. */
export function isList(key: string): boolean {
  return isField(key) && LIST_KINDS.has(rowOf(key).kind);
}

/** What a deal has a field as: `close_date` as `closeDate`. */
export type PropertyOf<Key extends string> = Key extends `${infer Word}_${infer Rest}`
  ? `${Word}${Capitalize<PropertyOf<Rest>>}`
  : Key;

export function propertyOf<F extends Field>(field: F): PropertyOf<F> {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as PropertyOf<F>;
}
