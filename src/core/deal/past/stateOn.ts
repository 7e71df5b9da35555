import type { CalendarDate } from '../../calendar';
import type { GitFacts } from '../gitFacts';
import type { FileState } from './fileState';

/** That from a day on a deal's file named this close date, or none. */
export interface CloseDateSeen {
  readonly on: CalendarDate;
  readonly closeDate: CalendarDate | undefined;
}

/** Every change of the close date from the first version that git has, in the order of the days; none where it never named one. */
export function closeDatesIn({ first, changes }: GitFacts): readonly CloseDateSeen[] {
  const later = changes.flatMap(({ on, set }) =>
    'closeDate' in set ? [{ on, closeDate: set.closeDate }] : [],
  );
  const { closeDate } = first.state;
  return closeDate || later.length ? [{ on: first.on, closeDate }, ...later] : [];
}

/** What a deal's file said at the end of a day; nothing before its first version. */
export function stateOn({ first, changes }: GitFacts, day: CalendarDate): FileState | undefined {
  if (first.on > day) return undefined;
  let { state } = first;
  for (const { on, set } of changes) if (on <= day) state = { ...state, ...set };
  return state;
}

/** What a deal's file says in the last commit. */
export function stateAtEnd({ first, changes }: GitFacts): FileState {
  return changes.reduce<FileState>((state, { set }) => ({ ...state, ...set }), first.state);
}
