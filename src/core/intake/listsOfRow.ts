import type { MapItem } from '../frontMatter/edit/change';
import { oneLine } from '../oneLine';
import { contactsIn } from './contactsOfRow';
import type { IncomingDeal } from './incoming';
import type { LostOfRow } from './lostOfRow';
import { parsedList } from './ownLists';
import type { RowContext } from './rowContext';
import type { ColumnTarget } from './target';

/** What stands in lists in a deal; of one that has lost something, nothing. */
export function listsIn(
  context: RowContext,
  lost: LostOfRow | undefined,
): Pick<IncomingDeal, 'tags' | 'checks' | 'contacts'> {
  const tags = context.cells(target => target === 'tags').flatMap(({ text }) => text.split(/[;,]/));
  const own = (target: ColumnTarget) => parsedList(context.cell(target)?.text);
  const texts = (list: readonly unknown[]) => list.filter(one => typeof one === 'string');
  const isLost = (field: string) => lost?.fields.has(field);
  return {
    tags: isLost('tags')
      ? []
      : [...new Set([...tags, ...texts(own('tag_list'))].map(oneLine).filter(tag => tag))],
    checks: texts(own('check_list')),
    contacts: isLost('contacts') ? [] : [...contactsIn(context), ...own('contact_list').flatMap(contactOf)],
  };
}

function contactOf(item: unknown): MapItem[] {
  if (typeof item !== 'object' || item === null) return [];
  const said = Object.entries(item).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'number' || (typeof value === 'string' && value) ? [[key, String(value)] as const] : [],
  );
  return said.length ? [Object.fromEntries(said)] : [];
}
