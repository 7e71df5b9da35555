import { l10n } from 'vscode';
import { nameOf } from '../actions/address';
import type { Undone } from '../actions/undo';
import { plainText } from '../core/escape';
import { counted, FILES } from '../words/en/counted';

/** A message has no room for the names of thousands. */
const MOST_NAMED = 5;

/** Which files an undo would have deleted, but found no longer there; nothing where there are none. */
export function leftSince({ already }: Pick<Undone, 'already'>): string | undefined {
  const names = already
    .flat()
    .filter(({ kind }) => kind === 'created')
    .map(({ file }) => plainText(nameOf(file), 60));
  if (!names.length) return undefined;
  const more = names.length - MOST_NAMED;
  const few = [...names.slice(0, MOST_NAMED), ...(more > 0 ? [l10n.t('and {0} more', more)] : [])];
  return l10n.t('{0} moved or deleted since, so left: {1}', counted(names.length, FILES), few.join(', '));
}
