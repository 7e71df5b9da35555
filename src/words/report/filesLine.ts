import type { FileCounts } from '../../core/pipeline/pipeline';

/**
 * The line that accounts for every file: none is dropped without a word. Scripts read it, so it is the same in every
 * language.
 */
export function filesLine({ total, open, won, lost, needsAttention, otherNotes }: FileCounts): string {
  const parts = `${open} open + ${won} won + ${lost} lost + ${needsAttention} needs attention`;
  return `${total} file${total === 1 ? '' : 's'} = ${parts} + ${otherNotes} other notes`;
}
