import { addDays } from '../../calendar';
import { namesStage } from '../course';
import type { HistoryEvent } from '../deal';

/**
 * The first move or outcome that git saw and a history denies, by having none or a later one; nothing where both agree. By a
 * day they may differ, where people are far from each other.
 *
 * @param full the history with what git fills it with
 * @param derived what git knows, see `historyInGit`
 */
export function againstGit(
  full: readonly HistoryEvent[],
  derived: readonly HistoryEvent[],
): HistoryEvent | undefined {
  let place = 0;
  for (const line of derived.slice(beginningOf(full, derived))) {
    const at = full.findIndex(
      ({ stage, status, on }, index) =>
        index >= place &&
        (line.stage ? stage === line.stage : status === line.status) &&
        on <= addDays(line.on, 1),
    );
    if (at < 0) return line;
    place = at;
  }
  return undefined;
}

/** A history that does not say which stage its first line left says nothing of the time before. */
function beginningOf(full: readonly HistoryEvent[], derived: readonly HistoryEvent[]): number {
  const first = full.find(namesStage);
  if (!first || first.from || first.inGit) return 0;
  return Math.max(
    derived.findIndex(({ stage }) => stage === first.stage),
    0,
  );
}
