import type { Status } from '../../process/outcome';
import type { HistoryEvent } from '../deal';
import type { GitFacts, VersionChange } from '../gitFacts';
import { namesStage } from '../course';

/**
 * The moves and outcomes that the versions of a file tell of, as a history would have them. Where it began is told only if the
 * first version is of the day that it names; else the first move says which stage was left.
 */
export function historyInGit({ first, changes }: GitFacts): readonly HistoryEvent[] {
  const { state } = first;
  const isBeginning = !first.isCut && state.created === first.on;
  let lines: HistoryEvent[] = isBeginning ? [entered(first, state.stage)] : [];
  let { stage, closedOn } = state;
  for (const change of changes) {
    const { set } = change;
    if ('closedOn' in set) closedOn = set.closedOn;
    const isFirst = !lines.some(namesStage);
    const move = set.stage ? [{ ...entered(change, set.stage), ...(isFirst && { from: stage }) }] : [];
    stage = set.stage ?? stage;
    if (!set.status) lines.push(...move);
    else if (set.status === 'open') lines.push(ended(change, 'open'), ...move);
    else {
      const on = closedOn && closedOn >= first.on && closedOn < change.on ? closedOn : change.on;
      // What was committed later than the close was done before it.
      lines = [...lines, ...move].map(line => (line.on > on ? { ...line, on } : line));
      lines.push({ ...ended(change, set.status), on });
    }
  }
  return lines;
}

function entered({ on, by, commit }: Omit<VersionChange, 'set'>, stage: HistoryEvent['stage']): HistoryEvent {
  return { on, stage, status: undefined, inGit: { by, commit } };
}

function ended({ on, by, commit }: VersionChange, status: Status): HistoryEvent {
  return { on, stage: undefined, status, inGit: { by, commit } };
}
