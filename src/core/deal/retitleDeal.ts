import { applyEdits, type TextEdit } from '../textEdit';
import { oneLine } from '../oneLine';
import type { DealChange, Opened } from './changeDeal';
import { firstHeading } from '../notes/heading';
import type { Heading } from '../notes/notes';
import { readNotes } from '../notes/readNotes';
import type { Data } from '../frontMatter/parse';

/**
 * Gives a deal another title, in the place that it has its title from: the key `title`, else the first heading, else a
 * new key. A heading that says the same as the key goes with it.
 *
 * @param title on one line
 */
export function retitleDeal({ data }: Opened, text: string, title: string): DealChange {
  const heading = firstHeading(readNotes(text));
  const written = titleKey(data);
  const isMeant = heading && (written ? heading.title === written : !IS_LOG.test(heading.title));
  const body = isMeant ? retitled(text, heading, title) : undefined;
  if (!written && body) return { body };
  return { frontMatter: { set: { title } }, ...(body && { body }) };
}

/** A section of the notes, and found by this name. */
const IS_LOG = /^(?:activity )?log$/i;

/** What the key says, if it says something. */
function titleKey(data: Data): string | undefined {
  const value = Object.hasOwn(data, 'title') ? data['title'] : undefined;
  return typeof value === 'object' || value === undefined ? undefined : oneLine(String(value));
}

/** None where a heading cannot say it: `C #` would be read as `C`. */
function retitled(text: string, { start, end }: Heading, title: string): TextEdit[] | undefined {
  const edits = [{ start, end, text: title }];
  return firstHeading(readNotes(applyEdits(text, edits)))?.title === title ? edits : undefined;
}
