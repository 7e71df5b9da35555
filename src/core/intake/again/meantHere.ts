import type { Deal } from '../../deal/deal';
import { NO_CURRENCY } from '../../money';
import type { IncomingDeal } from '../incoming';

/**
 * A deal that is there already, with a value in a sign that several currencies share: in the one that the deal has here, where the
 * sign may mean it. Where it may not, the table says that the value is in no currency that is known, and no longer in that one.
 */
export function meantHere(incoming: IncomingDeal, { value }: Pick<Deal, 'value'>): IncomingDeal {
  const { mayBeIn, ...deal } = incoming;
  const here = value?.currency;
  if (!mayBeIn || here === undefined || here === NO_CURRENCY) return incoming;
  if (mayBeIn.includes(here)) return { ...deal, fields: { ...deal.fields, currency: here } };
  return incoming.fields['currency'] === undefined
    ? { ...incoming, blank: [...incoming.blank, 'currency'] }
    : incoming;
}
