import type { DayOrder } from './days';
import { foldHead } from './heads';
import type { TableColumn } from './survey';

/** The order of days in all columns, or in each by its head, and in all others. */
export type DaysOrder = DayOrder | ReadonlyMap<string, DayOrder>;

/** What stands for all columns of which nothing else is said. */
export const OTHER_COLUMNS = '*';

/** The order of days in one column, however people write its head. */
export function orderIn(dates: DaysOrder | undefined, head: string): DayOrder | undefined {
  if (typeof dates !== 'object') return dates;
  return ownOrder(dates, head) ?? dates.get(OTHER_COLUMNS);
}

function ownOrder(dates: ReadonlyMap<string, DayOrder>, head: string): DayOrder | undefined {
  return dates.get(head) ?? [...dates].find(([name]) => foldHead(name) === foldHead(head))?.[1];
}

/** What was said before of columns of which nothing is said now stays. */
export function bothOrders(before: DaysOrder | undefined, now: DaysOrder | undefined): DaysOrder | undefined {
  if (!before || typeof now !== 'object') return now ?? before;
  if (now.has(OTHER_COLUMNS)) return now;
  const all = typeof before === 'object' ? before : new Map([[OTHER_COLUMNS, before]]);
  return new Map([...[...all].filter(([head]) => !ownOrder(now, head)), ...now]);
}

/** What a person or a kept mapping says counts, whatever single cells hint at. */
export function orderMeant(
  { order, head }: Pick<TableColumn, 'order' | 'head'>,
  dates: DaysOrder | undefined,
): DayOrder | undefined {
  return orderIn(dates, head) ?? (order === 'unclear' ? undefined : order);
}
