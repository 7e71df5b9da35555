import type { Deal } from '../deal/deal';
import { addMoney, type MoneyMap } from '../money';
import { normaliseName } from '../process/process';

/** What became of the deals that are closed. */
export interface Outcomes {
  readonly won: ClosedDeals;
  readonly lost: ClosedDeals & { readonly reasons: readonly Reason[] };
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

/** Reasons that differ only in case or in the joints of their words are one; the most frequent comes first. */
export function outcomesOf(deals: Iterable<Deal>): Outcomes {
  const won = { count: 0, value: {} as MoneyMap };
  const lost = { count: 0, value: {} as MoneyMap };
  const spellings = new Map<string, Map<string, number>>();
  for (const { status, value, lostReason } of deals) {
    if (status === 'open') continue;
    const closed = status === 'won' ? won : lost;
    closed.count++;
    addMoney(closed.value, value);
    if (status === 'lost') noteSpelling(spellings, lostReason?.trim() ?? '');
  }
  return { won, lost: { ...lost, reasons: [...spellings.values()].map(reasonOf).sort(byCount) } };
}

function noteSpelling(spellings: Map<string, Map<string, number>>, reason: string): void {
  const name = normaliseName(reason);
  const known = spellings.get(name) ?? new Map<string, number>();
  known.set(reason, (known.get(reason) ?? 0) + 1);
  spellings.set(name, known);
}

function reasonOf(spellings: Map<string, number>): Reason {
  const [[spelling] = ['']] = [...spellings].sort(([, x], [, y]) => y - x);
  return { reason: spelling || null, count: [...spellings.values()].reduce((sum, count) => sum + count, 0) };
}

function byCount(a: Reason, b: Reason): number {
  return b.count - a.count || (a.reason ?? '\uffff').localeCompare(b.reason ?? '\uffff');
}
