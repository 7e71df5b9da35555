import type { CalendarDate } from '../calendar';

/** A year in tokens. */
export const YEAR = '(\\d{4}|y\\d\\d|\\d\\d|(?:this|next|last|coming) year)';

/** The same behind a month, where two digits may be a day. */
export const LATER_YEAR = '(\\d{4}|y\\d\\d|(?:this|next|last|coming) year)';

/** The year that is meant by `2027`, `y27`, `27` or `next year`. */
export function yearSaid(said: string, today: CalendarDate): number {
  const thisYear = Number(today.slice(0, 4));
  if (said.endsWith('year'))
    return thisYear + (said.startsWith('this') ? 0 : said.startsWith('last') ? -1 : 1);
  const digits = said.replace('y', '');
  return digits.length === 4 ? Number(digits) : ofCentury(Number(digits), today);
}

/** The year of two or four digits, if it is not far away: else two digits may be something else. */
export function nearYear(digits: string, today: CalendarDate): number | undefined {
  if (digits.length === 4) return Number(digits);
  const year = ofCentury(Number(digits), today);
  const ahead = year - Number(today.slice(0, 4));
  return ahead >= -10 && ahead <= 20 ? year : undefined;
}

/** A year of two digits. */
export function ofCentury(year: number, today: CalendarDate): number {
  return Math.floor(Number(today.slice(0, 4)) / 100) * 100 + year;
}
