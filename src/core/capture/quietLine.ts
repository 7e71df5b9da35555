import { oneLine } from '../oneLine';
import { plainText } from '../escape';

/** A line of the log is read at a glance. */
export const LONGEST_LINE = 400;

/**
 * What would be more than its words, in Markdown or in what Obsidian and Dataview make of it: HTML and comments, code, links, tags,
 * inline fields; and a backslash that would take the meaning from the one that we put before these.
 */
const MARKUP = /\\(?=[!-/:-@[-`{-~])|<(?=[\p{L}/!?])|`|\](?=\()|\[(?=\[)|%(?=%)|:(?=:)|(?<=^|\s)#(?=\p{L})/gu;

/** A text from elsewhere as one line of notes that means no more than its words. */
export function quietLine(text: string, longest = LONGEST_LINE): string {
  return oneLine(plainText(text, longest)).replace(MARKUP, '\\$&');
}
