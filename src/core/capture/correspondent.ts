import { mailPath } from '../deal/reachContact';
import { plainText } from '../escape';
import type { Correspondent } from './captured';

/** No name that somebody has is longer. */
const LONGEST_NAME = 80;
const LONGEST_EMAIL = 120;

/** Who is meant by a name and an address as others wrote them; nobody where neither can be one. */
export function correspondent(name: string, address: string): Correspondent | undefined {
  const email = address.length > LONGEST_EMAIL ? undefined : mailPath(address.trim());
  const said = plainText(name, LONGEST_NAME).replace(/^["'\s]+|["'\s]+$/g, '');
  // Many programs write the address once more where they know no name.
  const own = said && !said.includes('@') ? said : undefined;
  return own || email ? { name: own, email } : undefined;
}

/** As a line calls them. */
export function shownAs({ name, email }: Correspondent): string {
  return name ?? email ?? '';
}
