import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import * as spanish from 'chrono-node/es';
import * as french from 'chrono-node/fr';
import type { Chrono } from 'chrono-node/en';
import { addDays, daysBetween, isCalendarDate, type CalendarDate } from './calendar';
import { oneLine } from './oneLine';

/*
 * Dates as people say them. The package reads the words, and is given noon of today and asked for a calendar day, so
 * that neither a zone nor a changed clock can move it; what it does not know, and people who sell do say, is read here.
 */

/**
 * The day that a text means: "friday" (the next one), "in 2 weeks", "31.12.", "end of the quarter", "2026-12-18".
 * `undefined` unless all of the text is understood as one day.
 *
 * @param language of the person, such as `en`, `en-gb`, `de`: English and this one are understood, and it says whether
 *   1/2 is in January or in February
 */
export function readDate(typed: string, today: CalendarDate, language: string): CalendarDate | undefined {
  const text = oneLine(typed).toLowerCase();
  // An ISO date is itself or nothing, and no date is longer.
  if (/^\d{4}-\d\d?-\d\d?$/.test(text) || text.length > 60) return isCalendarDate(text) ? text : undefined;
  // The package would take what is no day of any month for a month and a year.
  if (/^\d\d?\. ?(?:\d\d?\.?)?$/.test(text)) return dayOfMonth(text, today);
  return dayOfMonth(text, today) ?? endOfPeriod(text, today) ?? saidIn(text, today, language);
}

/** `Friday, 4 December 2026, in 11 days`. */
export function describeDate(date: CalendarDate, today: CalendarDate, language: string): string {
  const days = daysBetween(today, date);
  const distance = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  return `${inWords(date, language, true)}, ${distance}`;
}

/** `Tuesday 1 December`; with its year where that is not this one. */
export function dayInWords(date: CalendarDate, today: CalendarDate, language: string): string {
  return inWords(date, language, date.slice(0, 4) !== today.slice(0, 4));
}

function inWords(date: CalendarDate, language: string, withYear: boolean): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
    ...(withYear && { year: 'numeric' }),
  });
  return format.format(new Date(`${date}T00:00Z`));
}

function saidIn(text: string, today: CalendarDate, language: string): CalendarDate | undefined {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const noon = new Date(year, month - 1, day, 12);
  const words = text.replace(/^(?:by|until|till|bis|am) /, '').replace(/[.,;!]$/, '');
  for (const chrono of readersFor(language)) {
    const [found, second] = chrono.parse(words, noon, { forwardDate: true });
    if (!found || second || found.end || found.text.length !== words.length) continue;
    const { start } = found;
    const date = toDate(start.get('year'), start.get('month'), start.get('day'));
    // Who says "monday" on a Monday does not mean today, which is shorter to say.
    const isWeekday = start.isCertain('weekday') && !start.isCertain('day');
    if (date) return isWeekday && date === today ? addDays(date, 7) : date;
  }
  return undefined;
}

/** Their own language comes first, since "1. mars" is a date in one and a planet in another. */
function readersFor(language: string): readonly Chrono[] {
  const name = language.toLowerCase();
  // Of those who write English, nearly all but Americans put the day first; the editor's "en" is American.
  const own = { de: german.casual, es: spanish.casual, fr: french.casual }[name.slice(0, 2)];
  return own ? [own, english.GB] : [name === 'en' || name === 'en-us' ? english.casual : english.GB];
}

/** `31.12.`, `31.12`, `15.`, `the 15th`: the next day that is called so. */
function dayOfMonth(text: string, today: CalendarDate): CalendarDate | undefined {
  const [, day, month] = /^(\d\d?)\. ?(\d\d?)\.?$/.exec(text) ?? [];
  const [, dayAlone] = /^(?:(?:on )?the )?(\d\d?)(?:st|nd|rd|th|\.)$/.exec(text) ?? [];
  if (!day && !dayAlone) return undefined;
  let year = Number(today.slice(0, 4));
  let inMonth = month ? Number(month) : Number(today.slice(5, 7));
  // The 29th of February is eight years away at most.
  for (let tries = 0; tries < 9; tries++) {
    const date = toDate(year, inMonth, Number(day ?? dayAlone));
    if (date && date >= today) return date;
    if (!month) inMonth = (inMonth % 12) + 1;
    if (month || inMonth === 1) year++;
  }
  return undefined;
}

const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/^(?:(?:the )?end of (?:the |this )?month|eom|monatsende|ende des monats)$/, 1],
  [/^(?:the )?end of next month$/, 2],
  [/^(?:(?:the )?end of (?:the |this )?quarter|eoq|quartalsende|ende des quartals)$/, 3],
  [/^(?:the )?end of next quarter$/, 6],
  [/^(?:(?:the )?end of (?:the |this )?year|eoy|jahresende|ende des jahres)$/, 12],
];

/** The last day of a month, a quarter or a year. A quarter by its name, `q1`, is the next one that is not over. */
function endOfPeriod(text: string, today: CalendarDate): CalendarDate | undefined {
  const [year, month] = today.split('-').map(Number) as [number, number, number];
  const quarter = /^(?:(?:the )?end of )?q([1-4])(?: (\d{4}))?$/.exec(text);
  if (quarter) {
    const last = Number(quarter[1]) * 3;
    return lastDay(quarter[2] ? Number(quarter[2]) : last < month ? year + 1 : year, last);
  }
  if (/^(?:the )?end of (?:the |this )?week$|^eow$/.test(text))
    return saidIn('friday', addDays(today, -1), 'en');
  const length = PERIODS.find(([pattern]) => pattern.test(text))?.[1];
  if (length === undefined) return undefined;
  const period = length === 2 ? 1 : length === 6 ? 3 : length;
  const last = Math.ceil(month / period) * period + (length - period);
  return lastDay(year + Math.floor((last - 1) / 12), ((last - 1) % 12) + 1);
}

function lastDay(year: number, month: number): CalendarDate | undefined {
  return [31, 30, 29, 28].map(day => toDate(year, month, day)).find(date => date);
}

function toDate(year: number | null, month: number | null, day: number | null): CalendarDate | undefined {
  const pad = (part: number | null, width: number) => String(part).padStart(width, '0');
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(date) ? date : undefined;
}
