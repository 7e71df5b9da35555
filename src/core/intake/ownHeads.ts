import { guessByHead, stageEnteredIn } from './guess';
import { foldHead } from './heads';
import { OWN } from './layouts/own';
import type { ColumnTarget } from './target';

/** What stands before a key of the team's own that would be taken for something else as a heading. */
export const OWN_KEY = 'own.';

/** The heading that a key of the team's own has in our export: itself, unless that is what another column is called. */
export function headOfOwn(key: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_ -]*(?<! )$/u.test(key);
  const target = isPlain && !key.startsWith(OWN_KEY) ? ownTargetOf(key) : undefined;
  return typeof target === 'object' && 'key' in target ? key : OWN_KEY + key;
}

/** What a column of our own export is, in all its forms; one that somebody has added there is what its heading says. */
export function ownTargetOf(head: string): ColumnTarget {
  if (head.startsWith(OWN_KEY)) return { key: head.slice(OWN_KEY.length) };
  const folded = foldHead(head);
  if (Object.hasOwn(OWN.columns, folded)) return OWN.columns[folded]!;
  const entered = stageEnteredIn(head);
  return (entered === undefined ? guessByHead(head) : { entered }) ?? { key: head };
}
