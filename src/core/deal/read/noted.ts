import type { CalendarDate } from '../../calendar';
import { firstHeading } from '../../notes/heading';
import { loggedIn, mayHaveLog, unclearDays } from '../../notes/log';
import { saidBehind, type UnclearDay } from '../../notes/logDay';
import { plainLog } from '../../notes/plainLog';
import { readNotes } from '../../notes/readNotes';
import { mayHaveTodos } from '../../notes/todos';
import { withoutEscapes } from '../../notes/withoutEscapes';
import type { Process } from '../../process/process';
import { mayHaveTicks, tickedCriteria } from '../checklist';
import { todosIn, type NotedTodos } from '../todos';

/** What the notes of a deal say. Lines are those of the file, counted from 1. */
export interface Noted {
  /** That of the file's first heading. */
  readonly title: string | undefined;
  /** The newest first. */
  readonly logged: readonly LoggedAt[];
  /** What one of these says to a reader, by its place among them; worked out only where that is wanted. */
  readonly said: (at: number) => string;
  readonly unclear: readonly (UnclearDay & { readonly line: number })[];
  readonly todos: NotedTodos;
  /** The ids of the criteria that are ticked. */
  readonly ticked: readonly string[];
}

export interface LoggedAt {
  readonly date: CalendarDate;
  readonly line: number;
}

const NOTHING: readonly never[] = [];
const NO_TODOS: NotedTodos = { open: NOTHING, misdated: NOTHING };
const NOTHING_NOTED: Noted = {
  title: undefined,
  logged: NOTHING,
  said: () => '',
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
  const logged = loggedIn(notes);
  const before = linesBefore(text, start);
  return {
    title: firstHeading(notes)?.title,
    logged: logged.map(({ on, line }) => ({ date: on, line: before + line })),
    said: at => withoutEscapes(logged[at]!.activity().what),
    unclear: unclearDays(notes).map(one => ({ ...one, line: before + one.line })),
    todos: hasTodos ? todosIn(notes, process) : NO_TODOS,
    ticked: hasTicks ? tickedCriteria(notes, process) : NOTHING,
  };
}

function plainNoted(text: string, start: number): Noted | undefined {
  const log = plainLog(text, start, linesBefore(text, start));
  if (!log) return undefined;
  const said = (at: number) => {
    const { from, to } = log.entries[at]!;
    return withoutEscapes(saidBehind(text.slice(from, to)));
  };
  return { ...NOTHING_NOTED, title: log.title, logged: log.entries, said };
}

/** How many lines begin before a place, and one. */
function linesBefore(text: string, start: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
