import type { CalendarDate } from '../calendar';
import type { SaidLanguage } from './language';

/** What may be said, in tokens, and the day that it means, if it is one. The parts are those that the pattern takes out. */
export type DayRule = readonly [
  said: RegExp,
  day: (
    parts: readonly (string | undefined)[],
    today: CalendarDate,
    language: SaidLanguage,
  ) => CalendarDate | undefined,
];

/** By how many weeks, months and so on these words move. */
export const SHIFTS: Readonly<Record<string, number>> = {
  this: 0,
  next: 1,
  coming: 1,
  last: -1,
  afternext: 2,
};

/** The day that the first rule finds which knows the words. */
export function dayBy(
  rules: readonly DayRule[],
  words: string,
  today: CalendarDate,
  language: SaidLanguage,
): CalendarDate | undefined {
  for (const [said, day] of rules) {
    const found = said.exec(words);
    if (found) return day(found.slice(1), today, language);
  }
  return undefined;
}
