import type { CalendarDate } from '../calendar';

/** Which entry comes where, in the order of the days. One without a day stays behind the one that it follows. */
export function orderOfDays(days: readonly (CalendarDate | undefined)[]): number[] {
  let day = '';
  const filled = days.map(on => (day = on ?? day));
  return [...days.keys()].sort((a, b) =>
    filled[a]! < filled[b]! ? -1 : filled[a]! > filled[b]! ? 1 : a - b,
  );
}
