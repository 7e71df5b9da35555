import { dealOf, match, type Entry } from '../core/deal/entry';
import { namesIn } from '../core/deal/shortName';
import { rowName } from '../files/editor/rowName';
import type { AttentionNode, DealNode, GroupNode } from './nodes';

/**
 * The rows of a group from one place to another. They are called by what tells their deals apart in the whole group, so that no row
 * is called otherwise once there are more of them.
 *
 * @param entries all of the group, in its order
 * @param end the place behind the last of them
 */
export function groupRows(
  { folder, group }: GroupNode,
  entries: readonly Entry[],
  begin = 0,
  end = entries.length,
): (DealNode | AttentionNode)[] {
  const deals = entries.flatMap(entry => dealOf(entry) ?? []);
  const names = namesIn(deals, rowName());
  const nameOf = new Map(deals.map((deal, at) => [deal, names[at]!]));
  return entries.slice(begin, end).flatMap(entry => {
    const uri = folder.uriOf(entry.path);
    return match<(DealNode | AttentionNode)[]>(entry, {
      deal: deal => [{ ...deal, folder, group, uri, name: nameOf.get(deal.deal)! }],
      attention: ({ title, problem }) => [{ kind: 'attention', folder, uri, title, problem }],
      note: () => [],
    });
  });
}
