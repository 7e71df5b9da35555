import type { Deal } from '../core/deal/deal';
import { reportWords } from '../words/report';

/**
 * What a file or a page made of deals doesn’t tell itself, a sentence each, without a full stop.
 *
 * @param unread how many files are left out, since they can’t be read as deals
 */
export function notesOnFile(deals: readonly Deal[], unread: number): string[] {
  const { gaps, leftOut } = reportWords('en');
  const inConflict = deals.filter(({ conflict }) => conflict).length;
  const notes = [...(unread ? [leftOut(unread)] : []), ...(inConflict ? [gaps.inConflict(inConflict)] : [])];
  return notes.map(note => note.replace(/\.$/, ''));
}
