import type { CalendarDate } from './calendar';
import { oneLine } from './oneLine';
import { pastDay } from './saidDays/pastDays';

/** What happened, on one line, and when. */
export interface Logged {
  readonly on: CalendarDate;
  readonly what: string;
}

/** “wednesday, 25 november 2026” */
const LONGEST = 40;

/** What ends a word, and may set a day apart from what comes behind it. */
const BEHIND_WORD = /(?<=[\p{L}\p{N}.])(?=[\s:,])/gu;
const BEHIND_DAY = /^(\s*[:,](?!\d)|\s+[-–—](?=\s))?\s*([^\s:,].*)$/;

/** What makes a sentence of a day: “friday works for them”. */
const SENTENCE =
  /^(?:is|was|are|works?|suits?|would|will|at|or|and|to|for|till|until|ist|war|passt|geht|oder|und|bis|um|est|va|ou|et|es|va|o|y|a|e|à|&|\/|\+)(?!\p{L})/iu;

/**
 * A line for the log as people write it: “yesterday: mail to Haas”, “fri call”, “2026-11-27 call”. The day at its start is the
 * day of what happened; all of it is what happened today, unless it surely begins with a day that is not to come.
 *
 * @param language of the person, as `readDate` takes it
 */
export function readLogged(typed: string, today: CalendarDate, language: string): Logged {
  const text = oneLine(typed);
  const all = { on: today, what: text };
  const said = dayAtStart(text, today, language);
  if (!said) return all;
  const { on, sign, what } = said;
  if (sign === ':') return { on, what };
  // “fri, mon and tue are fine”
  const areSeveral = dayAtStart(what, today, language) !== undefined;
  return areSeveral || (!sign && SENTENCE.test(what)) ? all : { on, what };
}

function dayAtStart(
  text: string,
  today: CalendarDate,
  language: string,
): (Logged & { readonly sign: string }) | undefined {
  // The longest that is a day: of “fri 27 nov call”, not “fri”.
  const ends = [...text.slice(0, LONGEST).matchAll(BEHIND_WORD)].map(({ index }) => index).reverse();
  for (const end of ends) {
    const [, sign = '', what] = BEHIND_DAY.exec(text.slice(end)) ?? [];
    const on = what && pastDay(text.slice(0, end), today, language, { isApart: sign !== '' });
    if (on) return { on, sign: sign.trim(), what };
  }
  return undefined;
}
