import { markdownLink } from '../escape';
import { isCurrencyCode } from '../money';
import { ownName } from '../frontMatter/keyNames';
import type { FieldNames } from '../process/fieldNames';
import type { Opened } from './changeDeal';
import { copyKey } from '../frontMatter/edit/copyKey';
import type { NewDeal } from './newDeal';

/**
 * Repeat business: a new deal as a person describes it, with what it takes over from the deal before, which may be won,
 * lost or still open. What the person says comes first.
 *
 * @param text of the deal before
 * @param path from the new file to that one
 * @param names the keys that both files have for the standard fields
 */
export function followUp(
  deal: NewDeal,
  { deal: before, data }: Opened,
  text: string,
  path: string,
  names: FieldNames,
): NewDeal {
  const written = Object.hasOwn(data, 'currency') ? String(data['currency']).trim().toUpperCase() : '';
  return {
    ...deal,
    account: deal.account ?? before.account,
    owner: deal.owner ?? before.owner,
    currency: deal.currency ?? (isCurrencyCode(written) ? written : undefined),
    earlier: {
      link: markdownLink(before.title, path),
      source: before.source,
      contacts: copyKey(text, ownName(names, 'contacts')),
    },
  };
}
