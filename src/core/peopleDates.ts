import { daysBetween, isCalendarDate, isDecadesAway, type CalendarDate } from './calendar';
import { languagesOf } from './saidDays/languages';
import { matching, NAMED_DAYS } from './saidDays/namedDays';
import { numberedDays, type NumberedDays } from './saidDays/numberedDays';
import { plainDay } from './saidDays/plainDay';
import { PERIOD_DAYS } from './saidDays/periods';
import { RELATIVE_DAYS } from './saidDays/relativeDays';
import { dayBy } from './saidDays/rule';
import { isUnsure, tokensOf } from './saidDays/tokens';
import { searchable } from './text/searchable';
import { dateLocale } from './dateLocale';

/*
 * Dates as people say them. Read by rules of our own, since what a person means by “next month” on the 31st, by “last friday”
 * or “december” is a matter of this field: packages answer with some day, and here no day is better than a wrong one.
 */

/**
 * The day that a text means: "friday" (the next one), "in 2 weeks", "31.12.", "end of the quarter", "2026-12-18". A month, a
 * quarter or a year that is named is its last day. `undefined` unless all of the text is understood as one day, and no other
 * can be meant. In words, no day that is decades away.
 *
 * @param language of the person, such as `en`, `en-gb`, `de`: English and this one are understood, if it is German, French or
 *   Spanish, and it says whether 1/2 is in January or in February
 */
export function readDate(typed: string, today: CalendarDate, language: string): CalendarDate | undefined {
  const text = searchable(plainDay(typed).replaceAll('’', "'"));
  // No date is longer.
  if (text.length > 60) return undefined;
  if (isCalendarDate(text)) return text;
  const words = text
    .replace(HOUR, '')
    .replace(/[,;!]$/, '')
    .replace(/^(\d{4})-?w(\d\d)$/, 'kw $2 $1');
  return inNumbers(words, today, language) ?? inWords(words, today, language);
}

/** The same for a day to plan for, which is not decades away, however it is written. */
export function readPlan(typed: string, today: CalendarDate, language: string): CalendarDate | undefined {
  const day = readDate(typed, today, language);
  return day && isNear(day, today) ? day : undefined;
}

function isNear(day: CalendarDate, today: CalendarDate): boolean {
  return !isDecadesAway(day, today);
}

/** The days that a text means to people of one language or another, where it isn't known whose it is; each once. */
export function readInAnyLanguage(text: string, today: CalendarDate): readonly CalendarDate[] {
  const days = ['en', 'de', 'fr', 'es'].map(language => readDate(text, today, language));
  return [...new Set(days.filter(day => day !== undefined))];
}

/** A time of that day. */
const HOUR =
  /(?<=\S),? (?:(?:at|um|a las|a) )?(?:\d\d?(?::\d\d)? ?(?:am|pm|uhr)|\d\d?:\d\d|\d\d?h(?:\d\d)?)$/;

/** `Friday, 4 December 2026, in 11 days`. */
export function describeDate(date: CalendarDate, today: CalendarDate, language: string): string {
  const days = daysBetween(today, date);
  const distance = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  return `${written(date, language, true)}, ${distance}`;
}

/** `Tuesday 1 December`; with its year where that is not this one. */
export function dayInWords(date: CalendarDate, today: CalendarDate, language: string): string {
  return written(date, language, date.slice(0, 4) !== today.slice(0, 4));
}

function written(date: CalendarDate, language: string, withYear: boolean): string {
  const format = new Intl.DateTimeFormat(dateLocale(language), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...(withYear && { year: 'numeric' }),
  });
  return format.format(new Date(`${date}T00:00Z`));
}

/** `31.12.`, `1/2/27`, `Fri, 4.12.`: with nothing but a weekday before it, and words that change nothing. */
function inNumbers(text: string, today: CalendarDate, language: string): CalendarDate | undefined {
  const [, said = '', numbers] = /^(?:(\D+?)[,.]? )?(\d[\d./' -]*)$/.exec(text) ?? [];
  const days = numbers ? numberedDays(numbers, today) : undefined;
  const day = days && inOrderOf(language, days, today);
  if (!day || !said) return day;
  for (const words of languagesOf(language)) {
    const [found, weekday] = /^(?:wd(\d))?$/.exec(tokensOf(said, words) ?? '?') ?? [];
    if (found !== undefined) return matching(weekday, day);
  }
  return undefined;
}

/** In the order of the language; the editor’s `en` may be of anybody, who then means no day that is over. */
function inOrderOf(
  language: string,
  { dayFirst, monthFirst, hasYear }: NumberedDays,
  today: CalendarDate,
): CalendarDate | undefined {
  const name = language.toLowerCase();
  if (name !== 'en' && name !== 'en-us') return dayFirst ?? (hasYear ? monthFirst : undefined);
  const mayBeEither = name === 'en' && hasYear && dayFirst && monthFirst && dayFirst !== monthFirst;
  return mayBeEither && monthFirst < today ? undefined : (monthFirst ?? dayFirst);
}

function inWords(text: string, today: CalendarDate, language: string): CalendarDate | undefined {
  for (const words of languagesOf(language)) {
    const tokens = tokensOf(text, words);
    if (tokens === undefined) continue;
    if (isUnsure(tokens)) return undefined;
    if (tokens === 'eod') return today;
    // The hour does not change the day.
    const day = dayBy(RULES, tokens.replace(/^eod | (?:eod|part)$/g, ''), today, words);
    return isCalendarDate(day) && isNear(day, today) ? day : undefined;
  }
  return undefined;
}

const RULES = [...RELATIVE_DAYS, ...NAMED_DAYS, ...PERIOD_DAYS];
