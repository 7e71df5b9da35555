import type { OpenDeal } from '../../../core/metrics/openDeals';
import { sideBySide } from '../../../core/sideBySide';
import type { StageWords } from '../../../shared/funnelSheet';
import { say, words } from '../../words';

/** What the mark of an open deal says: its title, its days, how it stands, its value and whose it is. */
export function dealWords(deal: OpenDeal, { label, stalledAfter }: StageWords): string[] {
  const { title, value, owner } = deal;
  return [
    title,
    ...words.time.deal({ ...deal, limit: stalledAfter }, label),
    sideBySide([value && say.amount(value.amount, value.currency), owner]),
  ].filter(line => line !== '');
}
