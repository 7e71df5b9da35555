import { needsAttention } from '../deal/entry';
import { byUse } from '../deal/typedValues';
import type { Pipeline } from './pipeline';

/** The key under which most of some notes have their stage. */
export interface OtherStageKey {
  readonly key: string;
  readonly notes: number;
}

/**
 * Where more notes have their stage under a key of their own than there are deals, nobody wants to rename it in each. Nothing where the team
 * has said already under which key it stands: of several keys one can count.
 */
export function otherStageKey(
  pipeline: Pick<Pipeline, 'files' | 'group' | 'process'>,
): OtherStageKey | undefined {
  if (pipeline.process.fields.has('stage')) return undefined;
  const { total, otherNotes, needsAttention: unread } = pipeline.files;
  const least = Math.max(2, total - otherNotes - unread + 1);
  if (unread < least) return undefined;
  const keys = pipeline.group('attention').flatMap(entry => {
    const problem = needsAttention(entry) ? entry.problem : undefined;
    return problem?.code === 'near-key' ? problem.at!.map(String) : [];
  });
  return keys.length < least ? undefined : { key: byUse(keys)[0]!, notes: keys.length };
}
