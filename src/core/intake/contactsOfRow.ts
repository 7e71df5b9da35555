import type { MapItem } from '../frontMatter/edit/change';
import type { FieldValue } from '../frontMatter/edit/scalar';
import { oneLine } from '../oneLine';
import { addressesIn, peopleIn } from './cells';
import type { RowContext } from './rowContext';
import { say } from './say';
import type { ColumnTarget } from './target';

/** The people that a row names. What is no address, and what belongs to nobody, is noted. */
export function contactsIn(context: RowContext): MapItem[] {
  const text = (target: ColumnTarget) => oneLine(context.cell(target)?.text ?? '');
  const people: Record<string, FieldValue>[] = peopleIn(context.cell('contact')?.text ?? '').map(one => ({
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
  const role = text('contact_role');
  const phone = context.cell('contact_phone');
  if (role && !people.length) people.push({});
  const [first] = people;
  if (first && role) first['role'] = role;
  if (first && phone) first['phone'] = oneLine(phone.text);
  if (!first && phone) context.note(phone, say('cellOfNobody', { typed: phone.text }));
  return people;
}
