import type { CalendarDate } from '../../calendar';
import { firstHeading } from '../../notes/heading';
import { loggedIn, mayHaveLog, unclearDays } from '../../notes/log';
import { saidBehind, type UnclearDay } from '../../notes/logDay';
import { plainLog } from '../../notes/plainLog';
import { readNotes } from '../../notes/readNotes';
import { mayHaveTodos } from '../../notes/todos';
import type { Process } from '../../process/process';
import { mayHaveTicks, tickedCriteria } from '../checklist';
import { todosIn, type NotedTodos } from '../todos';

/** What the notes of a deal say. Lines are those of the file, counted from 1. */
export interface Noted {
  /** That of the file's first heading. */
  readonly title: string | undefined;
  /** The newest first. */
  readonly logged: readonly LoggedAt[];
  readonly unclear: readonly (UnclearDay & { readonly line: number })[];
  readonly todos: NotedTodos;
  /** The ids of the criteria that are ticked. */
  readonly ticked: readonly string[];
}

export interface LoggedAt {
  readonly on: CalendarDate;
  readonly line: number;
  /** What it says, which is worked out only where that is wanted. */
  readonly what: () => string;
}

const NOTHING: readonly never[] = [];
const NO_TODOS: NotedTodos = { open: NOTHING, misdated: NOTHING };
const NOTHING_NOTED: Noted = {
  title: undefined,
  logged: NOTHING,
  unclear: NOTHING,
  todos: NO_TODOS,
  ticked: NOTHING,
};

/**
 * Reads notes no further than a deal needs them, and by Markdown's rules only where their lines are not plain.
 *
 * @param isTitled whether the file has a title without them
 */
export function readNoted(text: string, start: number, process: Process, isTitled: boolean): Noted {
  const hasTicks = mayHaveTicks(text, start, process);
  const hasTodos = mayHaveTodos(text, start);
  if (!hasTicks && !hasTodos) {
    if (isTitled && !mayHaveLog(text, start)) return NOTHING_NOTED;
    const plain = plainNoted(text, start);
    if (plain) return plain;
  }
  const notes = readNotes(text, start);
  const before = linesBefore(text, start);
  return {
    title: firstHeading(notes)?.title,
    logged: loggedIn(notes).map(({ on, line, activity }) => ({
      on,
      line: before + line,
      what: () => activity().what,
    })),
    unclear: unclearDays(notes).map(one => ({ ...one, line: before + one.line })),
    todos: hasTodos ? todosIn(notes, process) : NO_TODOS,
    ticked: hasTicks ? tickedCriteria(notes, process) : NOTHING,
  };
}

function plainNoted(text: string, start: number): Noted | undefined {
  const log = plainLog(text, start);
  if (!log) return undefined;
  const before = linesBefore(text, start);
  const logged = log.entries.map(({ date, line, from, to }) => ({
    on: date,
    line: before + line,
    what: () => saidBehind(text.slice(from, to)),
  }));
  return { ...NOTHING_NOTED, title: log.title, logged };
}

/** How many lines begin before a place, and one. */
function linesBefore(text: string, start: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
