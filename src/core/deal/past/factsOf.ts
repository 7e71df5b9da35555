import { ascending } from 'd3-array';
import type { CalendarDate } from '../../calendar';
import type { FirstVersion, GitFacts, VersionChange } from '../gitFacts';
import type { PastCommit } from './commits';
import { STATE_FIELDS, type FileState, type StateField } from './fileState';
import type { Followed, FieldLink } from './followFiles';

/**
 * What a file went through, told by days. Those of a field never go back: where the clock of a computer was wrong, or a commit
 * was put behind later ones, a change counts from the day of the one before it.
 */
export function factsOf({ links }: Followed, commits: readonly PastCommit[]): GitFacts {
  const steps = STATE_FIELDS.flatMap(field => stepsOf(field, links[field], commits)).sort(
    (a, b) => ascending(a.on, b.on) || a.at - b.at,
  );
  const began = steps[0]!;
  const state: Partial<Record<StateField, FileState[StateField]>> = {};
  const changes: { -readonly [K in keyof VersionChange]: VersionChange[K] }[] = [];
  let last: DatedLink | undefined;
  for (const step of steps) {
    // What a field has said first, it has said from the beginning.
    if (step.isFirst) state[step.field] = step.value;
    else if (last && last.at === step.at && last.on === step.on)
      changes[changes.length - 1]!.set = { ...changes.at(-1)!.set, [step.field]: step.value };
    else {
      changes.push({ ...datedBy(step, commits), set: { [step.field]: step.value } });
      last = step;
    }
  }
  const first: FirstVersion = { ...datedBy(began, commits), state: state as unknown as FileState };
  return { first: commits[began.at]!.isCut ? { ...first, isCut: true } : first, changes };
}

interface DatedLink {
  readonly field: StateField;
  readonly value: FileState[StateField];
  readonly at: number;
  readonly on: CalendarDate;
  readonly isFirst: boolean;
}

function stepsOf(field: StateField, newest: FieldLink, commits: readonly PastCommit[]): DatedLink[] {
  const links: FieldLink[] = [];
  for (let link: FieldLink | undefined = newest; link; link = link.before) links.push(link);
  let on = commits[links.at(-1)!.at]!.on;
  return links.toReversed().map(({ value, at }, place) => {
    if (commits[at]!.on > on) on = commits[at]!.on;
    return { field, value, at, on, isFirst: !place };
  });
}

function datedBy({ at, on }: DatedLink, commits: readonly PastCommit[]) {
  const { by, id } = commits[at]!;
  return { on, by, commit: id };
}
