import { findStage, type Process } from '../process/process';
import { writeStage } from '../process/stageForm';
import type { StageId } from '../process/stages';
import type { Data } from '../frontMatter/parse';
import { stageInHistory } from './course';
import type { Deal } from './deal';
import { historyOf } from './historyOf';

/** A stage in the form in which the history names the one that it names last; else in that of the file's own stage. */
export function asHistoryWrites(to: StageId, deal: Deal, data: Data, process: Process): string {
  const last = lastWritten(data, process);
  if (deal.stageNotKnown) return last ? writeStage(process, to, last.written, last.stage) : to;
  const own = String(data['stage']);
  // An alias goes on as it is, where it is not to say anything else.
  if (!last) return to === deal.stage ? own : writeStage(process, to, own, deal.stage);
  return to === last.stage ? last.written : writeStage(process, to, last.written, last.stage);
}

/** What the line of a move says of the stage that is left: nothing where the history ends in it. */
export function leftIn(
  deal: Deal,
  data: Data,
  process: Process,
  move: 'stage' | 'outcome',
): { readonly from?: string } {
  const last = stageInHistory(deal.history);
  if (deal.stageNotKnown) return {};
  // Where a history names no stage, the file's own says in which one the deal was closed.
  if (last === deal.stage || (!last && move === 'outcome')) return {};
  return { from: asHistoryWrites(deal.stage, deal, data, process) };
}

/** The stage that a history names last, and in which form. */
export function lastWritten(
  data: Data,
  process: Process,
): { readonly written: string; readonly stage: StageId } | undefined {
  for (const line of historyOf(data).toReversed()) {
    const written = line?.['stage'];
    const stage = typeof written === 'string' ? findStage(process, written) : undefined;
    if (stage) return { written: written as string, stage };
  }
  return undefined;
}
