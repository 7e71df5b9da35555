import { isCalendarDate, type CalendarDate } from '../calendar';
import type { Notes } from '../notes/notes';
import { readNotes } from '../notes/readNotes';
import { datedTasksIn, type DatedTask } from '../notes/todos';
import { ownText } from '../ownText';
import type { Place } from '../problem';
import type { Process } from '../process/process';
import type { TextEdit } from '../textEdit';
import { stageSections } from './checklist';

/** Something to be done about a deal on a day, beside its next step: an open task of its notes that begins with a day. */
export interface Todo {
  readonly on: CalendarDate;
  /** On one line; empty where the file says no more than the day. */
  readonly what: string;
  /** Who is to do it, such as `buyer`, where the file says so. */
  readonly who: string | undefined;
  /** The line of the file, counted from 1. */
  readonly line: number;
}

/** Which to-do is meant: one that says this, the nearest to this line. */
export type TodoMeant = Todo;

/** The to-dos of some notes. */
export interface NotedTodos {
  /** By their days, those of one day as the file has them. */
  readonly open: readonly Todo[];
  /** Open tasks whose day does not exist, or may be one of several (`mayBe`): what they have, and where. */
  readonly misdated: readonly (Place & Pick<DatedTask, 'date' | 'mayBe'>)[];
}

/** The open to-dos. A stage’s checklist doesn’t count as one: it says what has to be true, and `checks` counts it. */
export function todosIn(notes: Notes, process: Process): NotedTodos {
  const open: Todo[] = [];
  const misdated: NotedTodos['misdated'][number][] = [];
  for (const { date, mayBe, what, who, line, task, columns } of written(notes, process)) {
    if (task.isTicked) continue;
    if (isCalendarDate(date)) open.push({ on: date, what: ownText(what), who: who && ownText(who), line });
    else misdated.push({ date, mayBe, line, column: columns[0], end: { line, column: columns[1] } });
  }
  return { open: open.sort((a, b) => Number(a.on > b.on) - Number(a.on < b.on)), misdated };
}

/**
 * Ticks to-dos where they stand, each by one character; `undefined` where one of them is not there any more, or is done.
 *
 * @param meant as they were read; lines may have moved since
 */
export function tickTodos(
  text: string,
  process: Process,
  meant: readonly TodoMeant[],
): TextEdit[] | undefined {
  const left = written(readNotes(text), process).filter(({ task }) => !task.isTicked);
  const edits: TextEdit[] = [];
  for (const { on, what, who, line } of meant) {
    const same = left.filter(one => one.date === on && one.what === what && one.who === who);
    const [nearest] = same.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line));
    if (!nearest) return undefined;
    left.splice(left.indexOf(nearest), 1);
    edits.push({ start: nearest.task.at, end: nearest.task.at + 1, text: 'x' });
  }
  return edits;
}

interface WrittenTodo extends DatedTask {
  readonly line: number;
}

function written(notes: Notes, process: Process): WrittenTodo[] {
  const dated = datedTasksIn(notes);
  if (!dated.length) return [];
  const checklists = stageSections(notes, process).filter(({ items }) => items.length > 0);
  const isCriterion = (at: number) => checklists.some(({ first, behind }) => at >= first && at < behind);
  const before = notes.text.slice(0, notes.start).split('\n').length;
  return dated.flatMap(one => {
    const at = one.task.item.line;
    return isCriterion(at) ? [] : [{ ...one, line: before + at }];
  });
}
