import { dateOf, lastDayOfMonth, type CalendarDate } from '../calendar';
import { nextDay } from './namedDays';
import { nearYear } from './years';

/** What numbers may mean, by whether the day or the month comes first; the same day twice where that makes no difference. */
export interface NumberedDays {
  readonly dayFirst: CalendarDate | undefined;
  readonly monthFirst: CalendarDate | undefined;
  /** It has a year, so that it may be over. */
  readonly hasYear: boolean;
}

/**
 * A date in numbers: `31.12.2026`, `31.12.`, `1/2/27`, `2026/12/31`, `20261231`; of a month alone, such as `2027-01` and
 * `1/2027`, its last day. `undefined` where a text is no such thing; where it is one and there is no such day, both are.
 */
export function numberedDays(text: string, today: CalendarDate): NumberedDays | undefined {
  const [, year, a, b] =
    /^(\d{4})([-/.])(\d\d?)\2(\d\d?)$/.exec(text)?.filter((_, at) => at !== 2) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    [];
  if (year) return alike(dateOf(Number(year), Number(a), Number(b)));
  const [, ofYear, month] =
    /^(\d{4})[-/.](\d\d?)$/.exec(text) ?? reversed(/^(\d\d?)[-/.](\d{4})$/.exec(text)) ?? [];
  if (ofYear) {
    const first = dateOf(Number(ofYear), Number(month), 1);
    return alike(first && lastDayOfMonth(first));
  }
  return withDayAndMonth(text, today);
}

function withDayAndMonth(text: string, today: CalendarDate): NumberedDays | undefined {
  const [, first, sign, second, last] =
    /^(\d\d?)([-/.]) ?(\d\d?)\2 ?'?(\d{4}|\d\d)$/.exec(text) ??
    /^(\d\d?)([/.]) ?(\d\d?)\.?$/.exec(text) ??
    [];
  if (!first) return undefined;
  const year = last === undefined ? undefined : nearYear(last, today);
  const day = (month: string, ofMonth: string) => {
    if (last === undefined) return nextDay(Number(month), Number(ofMonth), today);
    return year === undefined ? undefined : dateOf(year, Number(month), Number(ofMonth));
  };
  const [dayFirst, monthFirst] = [day(second!, first), day(first, second!)];
  if (last?.length === 2 && mayBeginWithYear({ first, sign: sign!, second: second!, last }, dayFirst, today))
    return { dayFirst: undefined, monthFirst: undefined, hasYear: true };
  // With points, the day comes first everywhere, if it can.
  const isDotted = sign === '.';
  const isMonthFirst = isDotted && (dayFirst !== undefined || last === undefined) ? dayFirst : monthFirst;
  return { dayFirst, monthFirst: isMonthFirst, hasYear: last !== undefined };
}

/** `26-12-18` may be a day of 2026 as well as one of 2018: what is not sure is not understood. */
function mayBeginWithYear(
  { first, sign, second, last }: Readonly<Record<'first' | 'sign' | 'second' | 'last', string>>,
  dayFirst: CalendarDate | undefined,
  today: CalendarDate,
): boolean {
  if (first.length !== 2 || sign === '.') return false;
  const thisYear = Number(today.slice(0, 4));
  const year = nearYear(first, today);
  if (year === undefined || year < thisYear - 1 || year > thisYear + 2) return false;
  const yearFirst = dateOf(year, Number(second), Number(last));
  if (!yearFirst || yearFirst === dayFirst) return false;
  // With slashes the year comes last nearly everywhere: it is doubted where that makes a day that is long over.
  return sign === '-' || dayFirst === undefined || Number(dayFirst.slice(0, 4)) < thisYear - 1;
}

function alike(day: CalendarDate | undefined): NumberedDays {
  return { dayFirst: day, monthFirst: day, hasYear: true };
}

function reversed(found: RegExpExecArray | null): readonly string[] | undefined {
  return found ? [found[0], found[2]!, found[1]!] : undefined;
}
