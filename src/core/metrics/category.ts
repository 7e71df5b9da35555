import type { Deal } from '../deal/deal';
import { stageOf, type Process } from '../process/process';

export const CATEGORIES = ['closed', 'commit', 'best_case', 'pipeline', 'omitted'] as const;
/** `closed`: won. The others are those of open deals. */
export type Category = (typeof CATEGORIES)[number];

/** `undefined` for a lost deal, since nothing is expected of it, and for an open one whose category depends on an unknown stage. */
export function categoryOf(deal: Deal, process: Process): Category | undefined {
  if (deal.status !== 'open') return deal.status === 'won' ? 'closed' : undefined;
  if (deal.forecast || deal.stageNotKnown) return deal.forecast;
  return stageOf(process, deal.stage).forecast;
}
