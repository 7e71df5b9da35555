import { ascending, group, rollup } from 'd3-array';
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

export function outcomesOf(deals: Iterable<Deal>): Outcomes {
  const won = { count: 0, value: {} as MoneyMap };
  const lost = { count: 0, value: {} as MoneyMap };
  const lostDeals: Deal[] = [];
  for (const deal of deals) {
    if (deal.status === 'open') continue;
    const closed = deal.status === 'won' ? won : lost;
    closed.count++;
    addMoney(closed.value, deal.value);
    if (deal.status === 'lost') lostDeals.push(deal);
  }
  return { won, lost: { ...lost, reasons: lossReasons(lostDeals) } };
}

/** What was lost in a stage that nobody knows: no stage counts it. */
export function lostInUnknown(deals: Iterable<Deal>): ClosedDeals {
  const lost = { count: 0, value: {} as MoneyMap };
  for (const deal of deals) {
    if (deal.status !== 'lost' || !deal.stageNotKnown) continue;
    lost.count++;
    addMoney(lost.value, deal.value);
  }
  return lost;
}

/** Reasons that differ only in case or in the joints of their words are one; the most frequent comes first. */
export function lossReasons(lost: readonly Deal[]): LossReason[] {
  return [...group(lost, ({ lostReason }) => reasonKey(lostReason)).values()].map(reasonOf).sort(byCount);
}

/** More of a reason nobody reads. */
export const REASON_LENGTH = 80;

/** Alike for spellings of one reason, and for what is shown of it; empty where there is none. */
export function reasonKey(reason: string | null | undefined): string {
  return normaliseName(plainText(reason ?? '', REASON_LENGTH));
}

function reasonOf(deals: readonly Deal[]): LossReason {
  const value: MoneyMap = {};
  for (const deal of deals) addMoney(value, deal.value);
  const spellings = rollup(
    deals,
    same => same.length,
    ({ lostReason }) => lostReason?.trim() ?? '',
  );
  // Of spellings that are as frequent, always the same: files come in any order.
  const [spelling] = [...spellings].sort(([a, x], [b, y]) => y - x || ascending(a, b))[0]!;
  return { reason: spelling || null, count: deals.length, value };
}

function byCount(a: Reason, b: Reason): number {
  return b.count - a.count || ascending(a.reason ?? '\uffff', b.reason ?? '\uffff');
}
