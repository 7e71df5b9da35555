/** What a heading says behind its marks, without those that may close it. */
export function titleIn(words: string): string {
  const title = withoutBlanks(words);
  let end = title.length;
  while (title[end - 1] === '#') end--;
  const isClosed = end < title.length && isBlankAt(title, end - 1);
  return withoutBlanks(isClosed ? title.slice(0, end) : title).replace(/^[ \t]+/, '');
}

function isBlankAt(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}

/** Without the blanks at its end, for which a pattern would look from each of all blanks. */
export function withoutBlanks(text: string): string {
  let end = text.length;
  while (isBlankAt(text, end - 1)) end--;
  return text.slice(0, end);
}

/** Whether a text has this character alone. */
export function isOnly(text: string, char: string): boolean {
  return text === char.repeat(text.length);
}
