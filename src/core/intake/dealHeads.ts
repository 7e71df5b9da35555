import { besideKind } from './beside/besideHeads';
import { guessByHead } from './guess';
import { recognise } from './recognise';
import type { ColumnTarget } from './target';

const NAMES: readonly ColumnTarget[] = ['title', 'account', 'product'];
const STANDINGS: readonly ColumnTarget[] = ['stage', 'status'];

/** Whether heads are those of deals: a system's own, or what a deal is called and where it stands. */
export function areDealHeads(heads: readonly string[]): boolean {
  if (besideKind(heads)) return false;
  const guesses = new Set(heads.map(guessByHead));
  const hasOne = (targets: readonly ColumnTarget[]) => targets.some(target => guesses.has(target));
  return recognise(heads) !== undefined || (hasOne(NAMES) && hasOne(STANDINGS));
}
