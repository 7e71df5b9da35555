import { nameInLink } from '../../notes/linkedNote';

/** A link between notes, as note apps write it: `[[Acme]]`, `[[Accounts/Acme.md#People]]`, `[[Accounts/Acme|Acme]]`. */
const LINK = /^\[\[([^[\]|]+)(?:\|([^[\]|]+))?\]\]$/;

/** The name in a link to the note of an account or a person; a name that is none stays as it is. */
export function linkedName(text: string): string {
  const [, note, alias] = LINK.exec(text) ?? [];
  return note === undefined ? text : nameInLink(note, alias).trim() || text;
}

/** A name that is written, with another in its place: in its link where it is one. */
export function withNameIn(written: unknown, to: string): string {
  const text = typeof written === 'string' ? written.trim() : '';
  if (!LINK.test(text) || /[[\]|]/.test(to)) return to;
  const name = linkedName(text);
  const at = text.lastIndexOf(name);
  return `${text.slice(0, at)}${to}${text.slice(at + name.length)}`;
}
