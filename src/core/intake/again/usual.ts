import type { IncomingDeal } from '../incoming';
import type { WrittenDeals } from './written';

/**
 * Deals without the probabilities that an earlier import has found to be those of whole stages: a newer export with a few of
 * the deals alone would not tell.
 */
export function withoutKnownUsual(
  deals: readonly IncomingDeal[],
  written: WrittenDeals,
): readonly IncomingDeal[] {
  const known = new Set<string>();
  for (const { fields, usual } of written.values())
    if (usual !== undefined) known.add(`${String(fields['stage'])} ${String(usual)}`);
  if (!known.size) return deals;
  return deals.map(deal => {
    const { probability, ...fields } = deal.fields;
    return probability !== undefined && known.has(`${deal.stage} ${String(probability)}`)
      ? { ...deal, fields, usual: probability }
      : deal;
  });
}
