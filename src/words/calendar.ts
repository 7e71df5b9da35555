import type { Deal } from '../core/deal/deal';
import { plainText } from '../core/escape';
import type { MoneyFormat } from '../core/moneyFormat';
import type { PlannedDays, PlannedThing } from '../core/planned/planned';
import { placeOf, uidOf } from '../core/planned/uid';
import { stageOf, type Process } from '../core/process/process';
import type { CalendarDay } from '../core/text/iCalendar';
import { englishCalendar } from './en/calendar';
import type { Language } from './languages';
import { worthOf } from './worth';

/** The words of days in a calendar. */
export type CalendarWords = ReturnType<typeof englishCalendar>;

const LANGUAGES: Readonly<Record<Language, () => CalendarWords>> = { en: englishCalendar };

export function calendarWords(language: Language): CalendarWords {
  return LANGUAGES[language]();
}

/**
 * What is planned as days of a calendar.
 *
 * @param folder the path of the pipeline’s folder, which tells its days from those of another in the same calendar
 */
export function calendarDays(
  planned: readonly PlannedThing[],
  folder: string,
  process: Process,
  money: MoneyFormat,
): CalendarDay[] {
  const words = calendarWords('en');
  const place = placeOf(folder);
  return planned.map(({ kind, deal, on, what, id }) => ({
    uid: uidOf(id, place),
    on,
    // The step decides what the day is about: a long title gives way to it.
    summary: words[kind](plainText(deal.title, 80), plainText(what)),
    description: descriptionOf(deal, process, money),
  }));
}

/** What is to be known of a calendar, a sentence each, without a full stop. */
export function notesOnCalendar({ things, mistyped }: PlannedDays): string[] {
  const words = calendarWords('en');
  const [first] = mistyped;
  return [
    ...(things.length ? [] : [words.empty]),
    ...(first ? [words.mistyped(mistyped.length, { path: plainText(first.deal.path), on: first.on })] : []),
  ];
}

function descriptionOf(deal: Deal, process: Process, money: MoneyFormat): string[] {
  const words = calendarWords('en');
  const worth = worthOf(deal, money);
  return [
    deal.account && words.account(deal.account),
    deal.owner && words.owner(deal.owner),
    deal.stageNotKnown ? undefined : words.stage(stageOf(process, deal.stage).label),
    worth && words.value(worth),
    words.file(deal.path),
  ].flatMap(line => (line ? [line] : []));
}
