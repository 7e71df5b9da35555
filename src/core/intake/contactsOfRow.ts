import type { MapItem } from '../frontMatter/edit/change';
import type { FieldValue } from '../frontMatter/edit/scalar';
import { oneLine } from '../oneLine';
import { addressesIn, peopleIn } from './cells';
import { isRecord } from '../shapes';
import { listIn } from './ownLists';
import { isMapItem } from './ownValues';
import type { FilledCell, RowContext } from './rowContext';
import { say } from './say';
import type { ColumnTarget } from './target';

/** The people that a row names. What is no address, and what belongs to nobody, is noted. */
export function contactsIn(context: RowContext): MapItem[] {
  const text = (target: ColumnTarget) => oneLine(context.cell(target)?.text ?? '');
  const people: Record<string, FieldValue>[] = peopleIn(severalIn(context.cell('contact'))).map(one => ({
    ...one,
  }));
  const emails = context.cell('contact_email');
  const addresses = addressesIn(emails?.text ?? '');
  if (emails && addresses.some(({ email }) => email === undefined))
    context.note(emails, say('cellNoAddress', { typed: emails.text }));
  const found = addresses.filter(({ email }) => email !== undefined);
  const isEach = found.length === people.length;
  for (const [at, { name, email }] of found.entries()) {
    if (people.some(one => one['email'] === email)) continue;
    const owner = isEach || at === 0 ? people[at] : undefined;
    if (owner && owner['email'] === undefined) owner['email'] = email!;
    else people.push({ ...(name !== undefined && { name }), email: email! });
  }
  // Of somebody whose column is missing.
  if (!people.length && (context.misses('contact') || context.misses('contact_email'))) return people;
  const role = text('contact_role');
  const phone = context.cell('contact_phone');
  if (role && !people.length) people.push({});
  const [first] = people;
  if (first && role) first['role'] = role;
  if (first && phone) first['phone'] = oneLine(phone.text);
  if (!first && phone) context.note(phone, say('cellOfNobody', { typed: phone.text }));
  return people;
}

/** Below “Associated people”, commas part people, where none of the parts is a single name as in `Roe, Jane`. */
function severalIn(cell: FilledCell | undefined): string {
  if (!cell) return '';
  const { text, column } = cell;
  const parts = text.split(',').map(part => part.trim());
  const areSeveral =
    /(?:people|persons|personen|contact[eo]?s|kontakte)$/i.test(column.head.trim()) &&
    parts.every(part => /\S\s+\S|@/.test(part));
  return areSeveral ? parts.join(';') : text;
}

/** As our own export has them: as JSON, or in a cell of a table by name and address. */
export function ownContacts(context: RowContext): MapItem[] {
  const text = context.cell('contact_list')?.text ?? '';
  return listIn(text)?.flatMap(contactOf) ?? peopleIn(text).map(one => ({ ...one }));
}

/** Keys of the team's own stand in one by themselves. */
function contactOf(item: unknown): MapItem[] {
  if (!isRecord(item)) return [];
  const { own, ...known } = item;
  const said = Object.entries(known).flatMap(([key, value]) =>
    typeof value === 'number' || (typeof value === 'string' && value) ? [[key, String(value)] as const] : [],
  );
  const contact: MapItem = Object.fromEntries([...(isMapItem(own) ? Object.entries(own) : []), ...said]);
  return said.length ? [contact] : [];
}
