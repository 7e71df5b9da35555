/** A text on one line: all blanks in it, line ends among them, are single spaces, and none stand around it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
