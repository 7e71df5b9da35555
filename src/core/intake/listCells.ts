import type { Contact } from '../deal/deal';
import { peopleIn } from './cells';
import { listIn } from './ownLists';

/** Texts in a cell, as people write them: `renewal; hardware`. As JSON, where these would be read as others. */
export function textsCell(texts: readonly string[]): string {
  const cell = texts.join('; ');
  return isSame(textsOfCell(cell), texts) ? cell : JSON.stringify(texts);
}

/** The texts in a cell of our own export. */
export function textsOfCell(cell: string): readonly string[] {
  const list = listIn(cell);
  if (list) return list.filter(one => typeof one === 'string');
  return cell
    .split(';')
    .map(one => one.trim())
    .filter(one => one);
}

/** People by name and address: `R. Lee (r.lee@acme.example); Imke Bruns`. What else is known of them has no place in a cell. */
export function peopleCell(contacts: readonly Contact[]): string {
  const people = contacts.flatMap(({ name, email }) =>
    (name ?? email) ? [{ ...(name && { name }), ...(email && { email }) }] : [],
  );
  const cell = people
    .map(({ name, email }) => (name && email ? `${name} (${email})` : (name ?? email)))
    .join('; ');
  return isSame(peopleIn(cell), people) ? cell : JSON.stringify(people);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
