import { ascending } from 'd3-array';
import type { Deal } from '../deal/deal';
import { plainText } from '../escape';
import { addMoney, type MoneyMap } from '../money';
import { normaliseName } from '../process/process';

/** What became of the deals that are closed. */
export interface Outcomes {
  readonly won: ClosedDeals;
  readonly lost: ClosedDeals & { readonly reasons: readonly LossReason[] };
}

export interface ClosedDeals {
  readonly count: number;
  readonly value: Readonly<MoneyMap>;
}

export interface Reason {
  /** As most often spelled; `null` where the deal gives none. */
  readonly reason: string | null;
  readonly count: number;
}

export interface LossReason extends Reason {
  readonly value: Readonly<MoneyMap>;
}

/** What is added up of closed deals. */
export interface OutcomesTally {
  readonly won: ClosedDeals;
  readonly lost: ClosedDeals;
  readonly reasons: ReasonsTally;
  readonly lostInUnknown: ClosedDeals;
}

/** By what spellings of one reason have in common. */
export type ReasonsTally = ReadonlyMap<
  string,
  ClosedDeals & { readonly spellings: ReadonlyMap<string, number> }
>;

export function outcomesOf(deals: Iterable<Deal>): Outcomes {
  return outcomesIn(tallyOutcomes(deals));
}

export function tallyOutcomes(deals: Iterable<Deal>): OutcomesTally {
  const sums = { won: none(), lost: none() };
  const lostInUnknown = none();
  const lost: Deal[] = [];
  for (const deal of deals) {
    if (deal.status === 'open') continue;
    add(sums[deal.status], deal);
    if (deal.status === 'won') continue;
    lost.push(deal);
    if (deal.stageNotKnown) add(lostInUnknown, deal);
  }
  return { ...sums, reasons: tallyReasons(lost), lostInUnknown };
}

export function outcomesIn({ won, lost, reasons }: OutcomesTally): Outcomes {
  return { won, lost: { ...lost, reasons: lossReasons(reasons) } };
}

export function tallyReasons(lost: readonly Deal[]): ReasonsTally {
  const reasons = new Map<string, ClosedSum & { readonly spellings: Map<string, number> }>();
  for (const deal of lost) {
    const key = reasonKey(deal.lostReason);
    let own = reasons.get(key);
    if (!own) reasons.set(key, (own = { ...none(), spellings: new Map() }));
    add(own, deal);
    const spelling = deal.lostReason?.trim() ?? '';
    own.spellings.set(spelling, (own.spellings.get(spelling) ?? 0) + 1);
  }
  return reasons;
}

/** Reasons that differ only in case or in the joints of their words are one; the most frequent comes first. */
export function lossReasons(reasons: ReasonsTally): LossReason[] {
  return [...reasons.values()]
    .map(({ count, value, spellings }) => {
      // Of spellings that are as frequent, always the same: files come in any order.
      const [spelling] = [...spellings].sort(([a, x], [b, y]) => y - x || ascending(a, b))[0]!;
      return { reason: spelling || null, count, value };
    })
    .sort(byCount);
}

type ClosedSum = { count: number; value: MoneyMap };
const none = (): ClosedSum => ({ count: 0, value: {} });

function add(sum: ClosedSum, { value }: Deal): void {
  sum.count++;
  addMoney(sum.value, value);
}

/** More of a reason nobody reads. */
export const REASON_LENGTH = 80;

/** Alike for spellings of one reason, and for what is shown of it; empty where there is none. */
export function reasonKey(reason: string | null | undefined): string {
  return normaliseName(plainText(reason ?? '', REASON_LENGTH));
}

function byCount(a: Reason, b: Reason): number {
  return b.count - a.count || ascending(a.reason ?? '\uffff', b.reason ?? '\uffff');
}
