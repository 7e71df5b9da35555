import { addDays, canHaveHappened, dateOf, isLongAgo, type CalendarDate } from '../calendar';
import { isFarAhead } from '../calendar';
import { readDate } from '../peopleDates';
import { numberedDays } from '../saidDays/numberedDays';
import { plainDay } from '../saidDays/plainDay';

/** Whether the day or the month comes first in the numbers of a column. */
export type DayOrder = 'dmy' | 'mdy';

/** What a cell may mean as a day, by the order of its numbers; alike where that makes no difference. */
export interface DaysMeant {
  readonly dmy: CalendarDate | undefined;
  readonly mdy: CalendarDate | undefined;
}

/** Behind a day: `10:22`, `T10:22:00Z`, `2:15:33 PM`, `07:43:21.123456+00:00`. */
const TIME =
  /(?:,?\s+(?:at\s+)?|T)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/** Spreadsheets count days from here. Source: ECMA-376 part 1, 18.17.4.1, with the leap day that 1900 did not have. */
const SERIAL_0 = dateOf(1899, 12, 30)!;
/** 1954 to 2119: other numbers are no days. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_000];

/** Times are cut off, and never shifted by a zone: the day stays the one that the other system showed. */
export function daysMeant(cell: string, today: CalendarDate): DaysMeant | undefined {
  const text = cell.trim();
  if (!text || text.length > 60) return undefined;
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text)?.[1];
  if (serial) {
    const number = Number(serial);
    return number >= FIRST_SERIAL && number <= LAST_SERIAL ? alike(addDays(SERIAL_0, number)) : undefined;
  }
  const day = plainDay(text.replace(TIME, '').trim());
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (iso) return alike(dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const numbered = /^\d{1,4}[-/.] ?\d\d?[-/.] ?\d{1,4}$|^\d{8}$/.test(day)
    ? numberedDays(day, today)
    : undefined;
  if (numbered) return { dmy: numbered.dayFirst, mdy: numbered.monthFirst };
  // Only what names a year: “Friday” was another day when it was written.
  return /\p{L}/u.test(day) &&
    /[\s-]/.test(day) &&
    /(?:\d{4}|['’-]\d\d|^\d\d?\.? \p{L}+\.? \d\d)$|^\d{4}/u.test(day)
    ? inWords(day, today)
    : undefined;
}

/** `05-Mar-2026`, `Oct 7, 2025`, `7. Oktober 2025`. */
function inWords(day: string, today: CalendarDate): DaysMeant | undefined {
  const words = day.replace(/(?<=\p{L})\.?-|-(?=\p{L})/gu, ' ');
  for (const language of ['en', 'de', 'fr', 'es']) {
    const found = readDate(words, today, language);
    if (found) return alike(found);
  }
  return undefined;
}

function alike(day: CalendarDate | undefined): DaysMeant | undefined {
  return day && { dmy: day, mdy: day };
}

/** The day in the name of a file, as exports have it: `Deals_2026_05_28`, `hubspot-2026-11-29`, `export 20261129`. */
export function dayNamedIn(name: string, today: CalendarDate): CalendarDate | undefined {
  const [, year, month, day] = /(?<!\d)(20\d\d)[-_. ]?(\d\d)[-_. ]?(\d\d)(?!\d)/.exec(name) ?? [];
  const named = year ? dateOf(Number(year), Number(month), Number(day)) : undefined;
  return named && canHaveHappened(named, today) ? named : undefined;
}

/** Whether a deal can have such a day: 1899 and 2206 are slips, or stand for nothing. */
export function canBeOfDeal(day: CalendarDate, today: CalendarDate): boolean {
  return !isLongAgo(day, today) && !isFarAhead(day, today);
}

/** What the days of a column tell of their order. */
export class DayTally {
  private either = 0;
  /** The first three that differ and can be read in two ways. */
  readonly unclear: string[] = [];
  /** Days that can be read in one order only. */
  readonly only = { dmy: 0, mdy: 0 };
  /** Cells that are days at all. */
  days = 0;

  add(cell: string, meant: DaysMeant | undefined): void {
    if (!meant) return;
    this.days++;
    const { dmy, mdy } = meant;
    if (dmy === mdy) return;
    if (dmy && mdy) {
      this.either++;
      if (this.unclear.length < 3 && !this.unclear.includes(cell)) this.unclear.push(cell);
    } else this.only[dmy ? 'dmy' : 'mdy']++;
  }

  /** The order; `unclear` where each of the days can be read in two ways; nothing where it makes no difference. */
  get order(): DayOrder | 'unclear' | undefined {
    const { dmy, mdy } = this.only;
    if (!dmy && !mdy) return this.either ? 'unclear' : undefined;
    if (dmy && mdy) return undefined;
    return dmy ? 'dmy' : 'mdy';
  }
}
