import { dateOf, isCalendarDate, type CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';

/** The day that some words begin with. */
export interface DayAtStart {
  /** `2026-11-20`; there may be no such day. */
  readonly date: string;
  /** What stands behind it. */
  readonly words: string;
}

/** In a box that is ticked, in emphasis, in brackets, or a link to the note of the day: `[x] 2026-11-20`, `**2026-11-20**`, `[[2026-11-20]]`. */
const BEFORE = '(?:\\[[xX]\\][ \\t]+)?[*_`]{0,3}(?:\\[{1,2}|\\()?';
/** A digit, or what `BEFORE` begins with: the first character of all that can be read as a day, and of not much else. */
export const MAY_BEGIN_DAY: ReadonlySet<string> = new Set('0123456789[*_`(');
const BEHIND =
  '(?![A-Za-z\\d])(?:\\|[^\\]\\n]{0,80})?(?:\\](?:\\([^)\\n]{0,200}\\)|\\])?|\\))?(?::?[*_`]{1,3})?';
/** As programs write it, in no zone. */
const TIME = '(?:T\\d\\d:\\d\\d(?::\\d\\d)?(?![\\d.:Z+-]))?';
const YEAR_FIRST = new RegExp(`^${BEFORE}(\\d{4})([-/.])(\\d\\d?)\\2(\\d\\d?)${TIME}${BEHIND}`);
const YEAR_LAST = new RegExp(`^${BEFORE}(\\d\\d?)([-/.])(\\d\\d?)\\2(\\d{4})${BEHIND}`);

/** With two digits of the year. */
const SHORT = new RegExp(`^${BEFORE}((\\d\\d?)([-/.])(\\d\\d?)\\3(\\d\\d))(?![-/.]\\d)${BEHIND}`);
/** Of other years nobody has deals: a version 1.2.10 is no day. */
const isRecent = (day: CalendarDate) => day > '2015' && day < '2050';

/** A day as this project writes it, which nothing around it makes another: nearly all lines of nearly all logs have it. */
const WRITTEN = /^\d{4}-\d\d-\d\d /;

/** What looks like a day and is none that is known. */
export interface UnclearDay {
  /** `31.11.2026`, `10/11/2026`, `20.11.26` */
  readonly written: string;
  /** What it may be; empty where it is none. */
  readonly mayBe: readonly CalendarDate[];
}

/**
 * What a line of the log begins with in the place of its day: `2026-02-30` is none, `10/11/2026` may be two, and of
 * `20.11.26` the century is missing.
 */
export function unclearAtStart(text: string): UnclearDay | undefined {
  if (WRITTEN.test(text) && isCalendarDate(text.slice(0, 10))) return undefined;
  const [, year, sign, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) {
    const isDay = isCalendarDate(dayAtStart(text)?.date);
    return isDay ? undefined : { written: [year, month, day].join(sign), mayBe: [] };
  }
  const [, a, between, b, last] = YEAR_LAST.exec(text) ?? [];
  if (!a) return shortAtStart(text);
  if (isCalendarDate(dayAtStart(text)?.date)) return undefined;
  const days = [dateOf(Number(last), Number(b), Number(a)), dateOf(Number(last), Number(a), Number(b))];
  return {
    written: [a, b, last].join(between),
    mayBe: between === '.' ? [] : days.filter(one => one !== undefined),
  };
}

/** `20.11.26`, `11/20/26`, `26-11-20`: what it may be, in each order that people write days in. */
function shortAtStart(text: string): UnclearDay | undefined {
  const [, written, a, sign, b, c] = SHORT.exec(text) ?? [];
  if (written === undefined) return undefined;
  const [first, second, last] = [a, b, c].map(Number) as [number, number, number];
  const days = [
    ...(sign === '-' ? [dateOf(2000 + first, second, last)] : []),
    dateOf(2000 + last, second, first),
    ...(sign === '.' ? [] : [dateOf(2000 + last, first, second)]),
  ];
  const mayBe = [...new Set(days)].filter(day => day !== undefined && isRecent(day)) as CalendarDate[];
  return mayBe.length ? { written, mayBe } : undefined;
}

/** The day that a line of the log begins with, if it means one day only: `1/2/2026` may mean two. */
export function dayAtStart(text: string): DayAtStart | undefined {
  if (WRITTEN.test(text)) return { date: text.slice(0, 10), words: text.slice(10) };
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const [all, year, , month, day] = first;
    return {
      date: `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`,
      words: text.slice(all.length),
    };
  }
  const last = YEAR_LAST.exec(text);
  if (!last) return undefined;
  const [all, a, sign, b, year] = last;
  const words = text.slice(all.length);
  // With points, the day comes first everywhere.
  if (sign === '.') return { date: `${year}-${b!.padStart(2, '0')}-${a!.padStart(2, '0')}`, words };
  const dayFirst = dateOf(Number(year), Number(b), Number(a));
  const monthFirst = dateOf(Number(year), Number(a), Number(b));
  const isOne = !dayFirst || !monthFirst || dayFirst === monthFirst;
  const date = isOne ? (dayFirst ?? monthFirst) : undefined;
  return date && { date, words };
}

/** What stands behind a day, on one line and without the colon or the dash between them. */
export function saidBehind(words: string): string {
  const said = oneLine(words.trim());
  return BETWEEN.has(said[0]!) ? said.replace(/^(?::|[\u2013\u2014-](?= ))\s*/, '') : said;
}

const BETWEEN: ReadonlySet<string> = new Set(':\u2013\u2014-');
