import type { FileCounts } from '../../pipeline/pipeline';
import { pick } from './pick';

export function fileCounts(files: FileCounts): FileCounts {
  return pick(files, 'total', 'open', 'won', 'lost', 'needsAttention', 'otherNotes');
}
