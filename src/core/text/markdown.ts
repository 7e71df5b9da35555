import { markdownLink, markdownProse, markdownText, plainText } from '../escape';

/* Markdown for people to read; what comes from files stands in it as text. */

/**
 * A table whose first row has the headings. The cells are Markdown.
 *
 * @param align `l` or `r` for each column
 */
export function markdownTable([heading, ...rows]: readonly (readonly string[])[], align: string): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = heading!.map((_, at) => (align[at] === 'r' ? '--:' : '---'));
  return [heading!, rule, ...rows].map(line);
}

export function untrusted(text: string, maxLength?: number): string {
  return markdownText(plainText(text, maxLength));
}

/** The same where people read the Markdown itself, too. */
export function prose(text: string, maxLength?: number): string {
  return markdownProse(plainText(text, maxLength));
}

/** A link for a cell, in which a bar would begin a new one. */
export function linkInCell(title: string, path: string): string {
  return markdownLink(title, path).replaceAll('|', '\\|');
}
