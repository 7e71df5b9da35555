import { BRIDGE_PARTS } from '../core/changes/bridge';
import { GROUPS_OF_CHANGES } from '../core/changes/groups';
import {
  count,
  day,
  flag,
  listOf,
  literal,
  mapOf,
  nullable,
  number,
  object,
  text,
  variants,
  type Infer,
  type Shape,
} from '../core/shapes';

/** What happened to one deal. */
const changedDeal = object({
  /** Of its file: where that is, or was if it is gone. */
  path: text,
  isGone: flag,
  title: text,
  /** `Prospecting → Proposal` */
  said: text,
  value: nullable(object({ amount: number, currency: text })),
  on: nullable(day),
  by: nullable(text),
});
export type ChangedDealShown = Infer<typeof changedDeal>;

/** Deals, of which the largest are named. */
const changedDeals = {
  count,
  /** What they are worth. */
  value: mapOf(number),
  deals: listOf(changedDeal),
} as const;

const numbers = ['from', ...BRIDGE_PARTS, 'to'] as const;
const bridge = object(
  Object.fromEntries(numbers.map(name => [name, number])) as Readonly<
    Record<(typeof numbers)[number], Shape<number>>
  >,
);

const owner = object({
  owner: nullable(text),
  /** Open before and after. */
  from: mapOf(number),
  to: mapOf(number),
  ...{ won: count, lost: count, slipped: count },
});

/** What lies between the chosen point and the second one; or why that isn't known. */
const between = variants('kind', {
  failed: { reason: text },
  compared: {
    /** The chosen point, as it stands behind “since”. */
    since: text,
    /** What has to be said of how it was found out. */
    notes: listOf(text),
    /** By currency. */
    bridges: mapOf(bridge),
    groups: listOf(object({ group: literal(...GROUPS_OF_CHANGES), ...changedDeals })),
    owners: listOf(owner),
  },
});
export type ChangesBetweenShown = Infer<typeof between>;

const slips = object({ period: text, ...changedDeals });
export type SlipsShown = Infer<typeof slips>;

const dealSum = object({ count, value: mapOf(number) });
/** A mean, and how many deals it rests on. */
const mean = object({ count: number, value: mapOf(number), n: count });
export type MeanShown = Infer<typeof mean>;

const pace = object({
  /** Which day of the running quarter it is. */
  day: count,
  /** The running one first. */
  quarters: listOf(object({ quarter: text, day, won: dealSum, open: dealSum, inTheEnd: dealSum })),
  /** Of the quarters before; `null` where none is known. */
  usual: object({ won: nullable(mean), open: nullable(mean), inTheEnd: nullable(mean) }),
});
export type PaceShown = Infer<typeof pace>;

/** All that the tab of changes shows of one pipeline. Texts are on one line. */
export const isChangesSheet = object({
  /** The name of the point that is chosen: one of `NAMED_POINTS`, a day, or what git calls a commit. */
  point: text,
  between,
  /** Out of the periods that are running, since they began. */
  slips: object({ quarter: slips, month: slips }),
  pace,
});
export type ChangesSheet = Infer<typeof isChangesSheet>;
