import { canHaveHappened, isCalendarDate, type CalendarDate } from '../../calendar';
import { fix, type Broken, type Fix, type Fixer } from './fix';
import { meantDates } from './meantDates';
import { say } from './say';
import { lineAt } from './textFixes';

/** A problem of a line of the log has a line and no place in the front matter. */
export function inLogOr(inLog: Fixer, inFields: Fixer): Fixer {
  return broken => (broken.problem.at ? inFields : inLog)(broken);
}

/** `2026-02-30`, `10/11/2026` and `20.11.26` as the days that may be meant, of those on which something can have happened. */
export const writeLogDay: Fixer = broken => {
  const possible = datesMeant(broken).filter(day => canHaveHappened(day, broken.today));
  return possible.flatMap(day => write(broken, day, possible.length === 1));
};

/** The days that may be meant by that of a dated to-do, which may be on any day, past or to come. */
export const writeTodoDay: Fixer = broken => {
  const dates = datesMeant(broken);
  return dates.flatMap(day => write(broken, day, dates.length === 1));
};

/** Those that the problem names; else what is near to the day that is written. */
function datesMeant({ problem, ...broken }: Broken): readonly CalendarDate[] {
  const meant = (problem.meant ?? []).filter(isCalendarDate);
  return meant.length ? meant : meantDates(dayIn({ problem, ...broken })?.written, broken.today).dates;
}

/** `2062-11-20` and `1926-11-20` as the same day of this year or the last. */
export const writeLogYear: Fixer = broken => {
  const [written] = meantDates(dayIn(broken)?.written, broken.today).dates;
  const day = written && lastOfName(written, broken.today);
  return day ? write(broken, day, false) : [];
};

/** The last day of a month and a number until today, of this year or the one before. */
export function lastOfName(day: CalendarDate, today: CalendarDate): CalendarDate | undefined {
  const year = Number(today.slice(0, 4));
  const days = [year, year - 1].map(one => `${one}${day.slice(4)}`);
  return days.filter(isCalendarDate).find(one => one <= today);
}

const DAY = /\d{4}([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2(?:\d{4}|\d\d)/;

/** The first of a line is the one that it begins with. */
function dayIn({ text, problem }: Broken): { readonly written: string; readonly start: number } | undefined {
  const line = lineAt(text, problem.line);
  const found = DAY.exec(line.text);
  return found ? { written: found[0], start: line.start + found.index } : undefined;
}

function write(broken: Broken, day: CalendarDate, isPreferred: boolean): Fix[] {
  const { written, start } = dayIn(broken)!;
  return [
    fix(say('changeTo', { value: day }), [{ start, end: start + written.length, text: day }], {
      isPreferred,
    }),
  ];
}
