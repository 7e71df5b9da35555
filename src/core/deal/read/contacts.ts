import { oneLine } from '../../oneLine';
import { trimmed } from '../../trimmed';
import type { Contact } from '../deal';
import { say } from '../say';
import { moreOfItem } from './keysAsJson';
import { isAbsent, type FieldReading } from './reading';

/** A list, or one: `{name: R. Lee, role: buyer, email: r.lee@acme.example}`, or a name alone. */
export function readContacts(reading: FieldReading, key: string): readonly Contact[] {
  const value = reading.get(key);
  if (isAbsent(value)) return NOTHING;
  const contacts = (Array.isArray(value) ? value : [value]).map(item => readContact(item, reading.head));
  const known = trimmed(contacts.filter(contact => contact !== undefined));
  if (known.length < contacts.length) {
    reading.warn('invalid-text', [key], say('contactWithoutName', { key: reading.name(key) }));
  }
  return known;
}

const NOTHING: readonly never[] = [];

const KNOWN: ReadonlySet<string> = new Set(['name', 'role', 'email']);

function readContact(item: unknown, head: string): Contact | undefined {
  if (typeof item === 'string') {
    const name = oneLine(item);
    return name ? { name, role: undefined, email: undefined } : undefined;
  }
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const text = (key: string) => {
    const value: unknown = Object.hasOwn(item, key) ? (item as Record<string, unknown>)[key] : undefined;
    return ((typeof value === 'string' || typeof value === 'number') && oneLine(String(value))) || undefined;
  };
  const contact = { name: text('name'), role: text('role'), email: text('email') };
  if (!contact.name && !contact.role && !contact.email) return undefined;
  const more = moreOfItem(item, KNOWN, head);
  return more === undefined ? contact : { ...contact, more };
}
