import { searchable } from '../text/searchable';
import type { KeyNames } from '../frontMatter/keyNames';
import { partsOf } from '../frontMatter/scan/spot';
import type { Contact } from './deal';

/** Letters, digits and a few signs: nothing that could add a subject, a copy or a text to the mail. */
const EMAIL = /^[\p{L}\p{N}._+'-]+@[\p{L}\p{N}.-]+$/u;
const PHONE = /^\+?[\d ()/.-]{4,30}$/;

/** Whom to write to, as the path of a `mailto:` URI, if a text is an address and nothing more. */
export function mailPath(text: string): string | undefined {
  return EMAIL.test(text) ? text : undefined;
}

/** Whom to call, as the path of a `tel:` URI, if a text is a phone number. */
export function telPath(text: string): string | undefined {
  return PHONE.test(text) ? text.replace(/[^+\d]/g, '') : undefined;
}

/** The phone number of a contact as the file writes it: read as a number, it would lose its `+` and its zeros. */
export function phoneOf(
  text: string,
  { name, email }: Pick<Contact, 'name' | 'email'>,
  names?: KeyNames,
): string | undefined {
  const people = new Map<number, Record<string, string>>();
  let person: Record<string, string> = {};
  for (const { kind, path, group, text: said } of partsOf(text, names)) {
    if (path[0] !== 'contacts') continue;
    // The keys of a map are neighbours; a value may be alone in its line.
    if (kind === 'key') people.set(group, (person = people.get(group) ?? {}));
    else if (path[1] !== undefined) person[path[1]] = said.trim();
  }
  const same = (a = '', b = '') => searchable(a) === searchable(b);
  const found = [...people.values()].find(
    one => one['phone'] && same(one['name'], name) && same(one['email'], email),
  );
  return found?.['phone'];
}
