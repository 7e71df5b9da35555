import type { FileCounts } from '../pipeline/pipeline';
import { count } from './words';

/** The line that accounts for every file: none is dropped without a word. */
export function filesLine({ total, open, won, lost, needsAttention, otherNotes }: FileCounts): string {
  const parts = `${open} open + ${won} won + ${lost} lost + ${needsAttention} needs attention`;
  return `${count(total, 'file')} = ${parts} + ${otherNotes} other notes`;
}
