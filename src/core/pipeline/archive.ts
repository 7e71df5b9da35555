import { isOpen, type Deal } from '../deal/deal';

/** Below this folder of a pipeline closed deals are out of sight. They count as ever. */
export const ARCHIVE = 'archive';

/** Closed, and put away. A deal that was opened again is in sight wherever its file is. */
export function isArchived(deal: Deal): boolean {
  return deal.path.startsWith(`${ARCHIVE}/`) && !isOpen(deal);
}
