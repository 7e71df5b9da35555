import { needsAttention } from '../core/deal/entry';
import { ownName } from '../core/frontMatter/keyNames';
import { byUse } from '../core/deal/typedValues';
import { counted } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { complain } from './output';
import type { PipelineOnDisk } from './pipeline';
import { shellWord } from './shellWord';
import type { Terminal } from './terminal';

const NOTES = { one: 'note', other: 'notes' };

/** Where more notes have their stage under a key of their own than there are deals, nobody wants to rename it in each: says what reads them so. */
export function complainOfOtherKeys(
  terminal: Terminal,
  { root, pipeline }: Pick<PipelineOnDisk, 'root' | 'pipeline'>,
): void {
  const keys = pipeline.group('attention').flatMap(entry => {
    const problem = needsAttention(entry) ? entry.problem : undefined;
    return problem?.code === 'near-key' ? problem.at!.map(String) : [];
  });
  const { total, otherNotes, needsAttention: unread } = pipeline.files;
  if (keys.length < 2 || keys.length <= total - otherNotes - unread) return;
  const most = byUse(keys)[0]!;
  complain(
    terminal,
    `${counted(keys.length, NOTES)} have their stage in ${quoted(most, 60)} instead of ${quoted(ownName(pipeline.process.fields, 'stage'))}. To read them as they are, run deal-notes adopt ${shellWord(root)}`,
  );
}
