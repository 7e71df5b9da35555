import { isOpen, type Deal } from '../deal/deal';
import { searchable } from '../text/searchable';

/**
 * The other deals of a deal's account, however the account is written in them; those that are open first, else in the order given.
 *
 * @param searched as `searchable`, for who asks often and remembers its answers
 */
export function othersOfAccount(
  { path, account }: Pick<Deal, 'path' | 'account'>,
  deals: Iterable<Deal>,
  searched: (name: string) => string = searchable,
): readonly Deal[] {
  if (!account) return [];
  const own = searched(account);
  const others = [...deals].filter(
    deal => deal.path !== path && deal.account && searched(deal.account) === own,
  );
  return others.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
}
