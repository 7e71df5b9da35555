import type { CalendarDate } from '../calendar';
import { dayAtStart, saidBehind, unclearAtStart, type DayAtStart } from './logDay';
import type { Notes } from './notes';
import { tasksIn, type Task } from './tasks';

/** A task with a day: `- [ ] 2026-12-04 Legal review @buyer`. */
export interface DatedTask {
  readonly task: Task;
  /** `2026-12-04`; there may be no such day. Where it may be one of several: as it is written, `12/4/2026`. */
  readonly date: string;
  /** The days that it may be, where that isn't clear. */
  readonly mayBe: readonly CalendarDate[];
  /** Where the day stands in its line: columns, counted from 1, the last one not included. */
  readonly columns: readonly [number, number];
  /** What is to be done, without the day and without who is to do it; empty where the line has nothing else. */
  readonly what: string;
  /** `buyer`: who is to do it, where the line says so. */
  readonly who: string | undefined;
}

/** A box without a tick and, somewhere behind it, the digits of a day: all lines that may be an open task with a day. */
const OPEN_DATED = /\[ \][ \t]+\D{0,6}\d{1,4}[-/.]\d/;

/** Whether a text may have open tasks with a day: one that has none need not be read for them. */
export function mayHaveTodos(text: string, from: number): boolean {
  return text.includes('[ ]', from) && OPEN_DATED.test(text.slice(from));
}

/** The tasks that begin with a day, as the lines of the log do, also in lists within others; not those in quotes. */
export function datedTasksIn(notes: Notes): DatedTask[] {
  return tasksIn(notes).flatMap(task => {
    const day = dayIn(task.words);
    if (!day) return [];
    const column = notes.lines[task.item.line]!.text.length - task.words.length + 1;
    const columns = [column, column + task.words.length - day.words.length] as const;
    return [{ task, date: day.date, mayBe: day.mayBe, columns, ...whoIn(saidBehind(day.words)) }];
  });
}

function dayIn(words: string): (DayAtStart & Pick<DatedTask, 'mayBe'>) | undefined {
  const day = dayAtStart(words);
  if (day) return { ...day, mayBe: [] };
  const { written = '', mayBe = [] } = unclearAtStart(words) ?? {};
  if (!mayBe.length) return undefined;
  return { date: written, mayBe, words: words.slice(words.indexOf(written) + written.length) };
}

/** Not the part of a mail address behind its `@`. */
const LAST = /(?:^|\s)@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)[.,;:]?$/u;
const WITHIN = /(?:^|\s)@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)/u;

/** Whoever is named at the end is no part of what is to be done; who is named in the middle of it is both. */
function whoIn(said: string): Pick<DatedTask, 'what' | 'who'> {
  const last = LAST.exec(said);
  if (last) return { what: said.slice(0, last.index).trim(), who: last[1] };
  return { what: said, who: WITHIN.exec(said)?.[1] };
}
