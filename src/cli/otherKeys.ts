import { ownName } from '../core/frontMatter/keyNames';
import { otherStageKey } from '../core/pipeline/otherStageKey';
import { counted, NOTES } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { complain } from './output';
import type { PipelineOnDisk } from './pipeline';
import { shellWord } from './shellWord';
import type { Terminal } from './terminal';

/** Where most notes have their stage under a key of their own, says what reads them so. */
export function complainOfOtherKeys(
  terminal: Terminal,
  { root, pipeline }: Pick<PipelineOnDisk, 'root' | 'pipeline'>,
): void {
  const other = otherStageKey(pipeline);
  if (!other) return;
  complain(
    terminal,
    `${counted(other.notes, NOTES)} have their stage in ${quoted(other.key, 60)} instead of ${quoted(ownName(pipeline.process.fields, 'stage'))}. To read them as they are, run deal-notes adopt ${shellWord(root)}`,
  );
}
