import type { Deal } from '../deal/deal';
import { stageOf, type Process } from '../process/process';

export const CATEGORIES = ['closed', 'commit', 'best_case', 'pipeline', 'omitted'] as const;
/** `closed`: won. The others are those of open deals. */
export type Category = (typeof CATEGORIES)[number];

/** `undefined` for a lost deal, of which nothing is expected, and where it hangs on a stage that nobody knows. */
export function categoryOf(deal: Deal, process: Process): Category | undefined {
  if (deal.status !== 'open') return deal.status === 'won' ? 'closed' : undefined;
  if (deal.forecast || deal.stageNotKnown) return deal.forecast;
  return stageOf(process, deal.stage).forecast;
}
