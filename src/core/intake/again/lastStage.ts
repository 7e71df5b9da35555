import { stageInHistory } from '../../deal/course';
import type { Deal } from '../../deal/deal';
import type { IncomingDeal } from '../incoming';
import type { FieldSaid, WrittenDeal } from './written';

/**
 * The stage in which a deal was closed, where a table says another one than the file; nothing where both are the same. What the
 * file's own history tells of it stands.
 */
export function lastStageDifference(
  { stage, status }: IncomingDeal,
  deal: Deal,
  written: WrittenDeal | undefined,
): { readonly here: string; readonly known: { readonly base: FieldSaid } | undefined } | undefined {
  if (status === 'open' || status !== deal.status || stage === 'unknown') return undefined;
  const told = stageInHistory(deal.history);
  if (told !== undefined && told !== stage) return undefined;
  // “Unknown” doesn't contradict a stage that somebody has given.
  if (deal.stageNotKnown) return { here: 'unknown', known: { base: 'unknown' } };
  return { here: deal.stage, known: written && { base: written.fields['stage'] } };
}

/**
 * A closed deal without the stage that the mapping assumes, where the file has one that doesn't come from such an import: an
 * assumption is for deals of which nothing else tells it.
 */
export function withoutNeedlessStage(
  deal: IncomingDeal,
  here: Deal,
  written: WrittenDeal | undefined,
): IncomingDeal {
  return deal.assumed?.has('stage') && isStageKnownHere(here, written) ? { ...deal, stage: 'unknown' } : deal;
}

/** Whether a file has a stage that no import has assumed, so that nobody need assume one. */
export function isStageKnownHere(
  { stage, status, stageNotKnown }: Deal,
  written: WrittenDeal | undefined,
): boolean {
  if (stageNotKnown) return false;
  const isAssumed = status !== 'open' && written?.assumed?.has('stage');
  return !isAssumed || written?.fields['stage'] !== stage;
}
