import { oneLine } from '../oneLine';
import { contactsIn, ownContacts } from './contactsOfRow';
import type { IncomingDeal } from './incoming';
import type { LostOfRow } from './lostOfRow';
import { textsOfCell } from './listCells';
import type { RowContext } from './rowContext';
import type { ColumnTarget } from './target';

/** What stands in lists in a deal; of one that has lost something, nothing. */
export function listsIn(
  context: RowContext,
  lost: LostOfRow | undefined,
): Pick<IncomingDeal, 'tags' | 'checks' | 'contacts'> {
  const tags = context.cells(target => target === 'tags').flatMap(({ text }) => text.split(/[;,]/));
  const texts = (target: ColumnTarget) => textsOfCell(context.cell(target)?.text ?? '');
  const isLost = (field: string) => lost?.fields.has(field);
  return {
    tags: isLost('tags') ? [] : [...new Set([...tags, ...texts('tag_list')].map(oneLine).filter(tag => tag))],
    checks: texts('check_list'),
    contacts: isLost('contacts') ? [] : [...contactsIn(context), ...ownContacts(context)],
  };
}
