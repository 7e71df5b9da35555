import type { Data } from '../../frontMatter/parse';
import type { FrontMatterChange, MapItem, PlacedItem } from '../../frontMatter/edit/change';
import type { Process } from '../../process/process';
import type { Deal, HistoryEvent } from '../deal';
import type { GitFacts } from '../gitFacts';
import { asHistoryWrites } from '../stageWords';

/** A deal with its values as the file writes them, and what git knows of it. */
interface OpenedWithFacts {
  readonly deal: Deal;
  readonly data: Data;
  readonly facts: GitFacts;
}

/**
 * What writes the lines that git knows into a deal's file, as the moves would have written them, each in its place.
 *
 * @param full the whole history: the file's own lines, and between them those of git
 */
export function lineChange(
  full: readonly HistoryEvent[],
  { deal, data, facts }: OpenedWithFacts,
  process: Process,
): FrontMatterChange {
  const placed: PlacedItem[] = [];
  let at = 0;
  for (const line of full)
    if (line.inGit) placed.push({ at, item: asItem(line, { deal, data, facts }, process) });
    else at++;
  return { insert: { history: placed } };
}

function asItem(
  { on, stage, from, status, inGit }: HistoryEvent,
  written: OpenedWithFacts,
  process: Process,
): MapItem {
  const { deal, data, facts } = written;
  const reason = status === 'lost' ? lostReasonAt(inGit!.commit, facts) : undefined;
  return {
    on,
    ...(stage && { stage: asHistoryWrites(stage, deal, data, process) }),
    ...(from && { from: asHistoryWrites(from, deal, data, process) }),
    ...(status && { status }),
    ...(reason !== undefined && { reason }),
  };
}

/** Why the deal was lost by what its file said then. */
function lostReasonAt(commit: string, { first, changes }: GitFacts): string | undefined {
  let reason = first.state.lostReason;
  const last = changes.findLastIndex(change => change.commit === commit);
  for (const { set } of changes.slice(0, last + 1)) if ('lostReason' in set) reason = set.lostReason;
  return reason;
}
