import { plainText } from '../../../core/escape';

/** A text from a file: in quotes, on one line, cut to a readable length. */
export function quoted(text: string, most = 60): string {
  return `“${plainText(text, most)}”`;
}

/** A name that the team gives, a stage's or a deal's, which may be as long as a book. */
export function named(name: string, most = 60): string {
  return plainText(name, most);
}
