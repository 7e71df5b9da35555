import type { Data } from '../../frontMatter/parse';
import { isField } from '../../fields/table';
import type { Deal } from '../deal';
import { keysAsJson } from './keysAsJson';
import { isUnreadable } from './plainFields';

/**
 * What a front matter says that no other property of the deal has: the team's own keys, other systems' ids, and what stands behind
 * standard keys and can't be read. As JSON, as a deal keeps it.
 *
 * @param head the front matter as text
 * @returns nothing where there is nothing of the kind, as in most files
 */
export function readMore(data: Data, head: string, deal: Deal): string | undefined {
  return keysAsJson(data, key => !isField(key) || isMissed(deal, key), head);
}

/** Whether something stands behind a standard key that the deal doesn't have. A currency is a part of its value. */
function isMissed(deal: Deal, key: string): boolean {
  if (key === 'lost_note') return true;
  return key === 'currency' ? deal.value === undefined : isUnreadable(deal, key);
}
