import { addDays, addMonths, daysBetween, weekdayOf, type CalendarDate } from '../calendar';
import { searchable } from '../text/searchable';
import type { SaidLanguage } from './language';
import { languagesOf } from './languages';
import { matching, NAMED_DAYS } from './namedDays';
import { numberedDays } from './numberedDays';
import { RELATIVE_DAYS } from './relativeDays';
import { dayBy } from './rule';
import { tokensOf } from './tokens';

/** How sure it is that some words mean a day: what a colon, a comma or a dash sets apart may mean no more than that. */
export interface SaidApart {
  readonly isApart: boolean;
}

/** Without its year, a day that is further back may be the one to come. */
const HALF_A_YEAR = 183;

/** Short for a day, and words or names as well. */
const OTHER_WORDS = /^(?:..?\.?|sat|jeu|mer)$/;

/**
 * The day on which something has happened: “friday” is the last one, today among them. `undefined` for what is a day to come,
 * a week or a month, or may mean something else.
 */
export function pastDay(
  said: string,
  today: CalendarDate,
  language: string,
  { isApart }: SaidApart,
): CalendarDate | undefined {
  const text = searchable(said.replaceAll('’', "'"));
  const words = isApart ? text.replace(/^(?:on|the|am|den|der|le|el) /, '') : text;
  const isWord = isApart ? /^sam\.?$/.test(words) : OTHER_WORDS.test(words);
  if (isWord) return undefined;
  const inNumbers = numberedPast(words, today, language, isApart);
  if (inNumbers) return inNumbers;
  const [own, ...others] = languagesOf(language);
  for (const one of isApart ? [own, ...others] : [own]) {
    const day = namedPast(words, today, one, isApart);
    if (day) return day;
  }
  return undefined;
}

/** `27.11.2026`, `fri 27/11`; two numbers alone may be an amount or a version. */
function numberedPast(
  text: string,
  today: CalendarDate,
  language: string,
  isApart: boolean,
): CalendarDate | undefined {
  const [, weekday, numbers = ''] =
    /^(?:(\p{L}+)[,.]? )?(\d{1,4}[-/.] ?\d\d?(?:[-/.] ?'?\d{0,4})?)$/u.exec(text) ?? [];
  const parts = numbers.match(/\d+/g) ?? [];
  const hasYear = parts.length === 3;
  if (parts.length < 2 || (!hasYear && parts.some(({ length }) => length > 2))) return undefined;
  if (!hasYear && !isApart && !numbers.endsWith('.')) return undefined;
  const { dayFirst, monthFirst } = numberedDays(numbers, hasYear ? today : yearBefore(today)) ?? {};
  const name = language.toLowerCase();
  // The editor’s `en` may be of anybody.
  const wanted = {
    en: [dayFirst, monthFirst],
    'en-us': [monthFirst ?? dayFirst],
  }[name] ?? [dayFirst ?? monthFirst];
  const days = new Set(wanted.filter(day => isPast(day, today, hasYear)));
  const [day] = days;
  if (!day || days.size > 1) return undefined;
  if (weekday === undefined) return day;
  return languagesOf(language)
    .map(words => /^wd(\d)$/.exec(tokensOf(weekday, words) ?? '')?.[1])
    .flatMap(found => (found ? (matching(found, day) ?? []) : []))[0];
}

const RELATIVE =
  /^(?:yesterday|daybefore|last wd\d|wd\d last week|last week wd\d|(?:\d+ days? ago|ago \d+ days?))$/;
const APART = /^(?:today|(?:\d+ )?weeks? ago|ago \d+ weeks?)$/;
const NAMED = /^(?:wd\d )?(?:\d\d?o? m\d+|m\d+ \d\d?o?)(?: (\d{4}|y\d\d|last year))?$/;
/** “May 5 people come”, “2 may come”. */
const MAY = /^(?:\d\d? )?m5(?: \d\d?)?$/;

function namedPast(
  text: string,
  today: CalendarDate,
  language: SaidLanguage,
  isApart: boolean,
): CalendarDate | undefined {
  const tokens = tokensOf(text, language);
  if (!tokens) return undefined;
  // A word that changes nothing at either end belongs to what happened.
  const words = text.split(' ');
  if ([words[0]!, words.at(-1)!].some(word => tokensOf(word, language) === '')) return undefined;
  const [, weekday] = /^wd(\d)$/.exec(tokens) ?? [];
  if (weekday) return addDays(today, -((weekdayOf(today) - Number(weekday) + 7) % 7));
  if (RELATIVE.test(tokens) || (isApart && APART.test(tokens))) {
    const day = dayBy(RELATIVE_DAYS, tokens, today, language);
    return isPast(day, today, true) ? day : undefined;
  }
  const named = NAMED.exec(tokens);
  if (!named || (!isApart && MAY.test(tokens))) return undefined;
  const hasYear = named[1] !== undefined;
  const day = dayBy(NAMED_DAYS, tokens, hasYear ? today : yearBefore(today), language);
  return isPast(day, today, hasYear) ? day : undefined;
}

/** From when on each day without its year is once, until today. */
function yearBefore(today: CalendarDate): CalendarDate {
  return addDays(addMonths(today, -12) ?? today, 1);
}

function isPast(day: CalendarDate | undefined, today: CalendarDate, hasYear: boolean): day is CalendarDate {
  if (!day) return false;
  const days = daysBetween(day, today);
  return days >= 0 && (hasYear || days <= HALF_A_YEAR);
}
