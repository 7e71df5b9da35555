/** A line of the notes; `end` is behind its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Without blanks around it, and what can't be seen. */
  readonly words: string;
}

const NOT_SEEN = /[\uFEFF\u200B-\u200D\u2060]/g;

export function linesIn(head: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < head.length;) {
    const end = head.indexOf('\n', start) + 1 || head.length;
    const text = head.slice(start, end).replace(/\r?\n$/, '');
    lines.push({ start, end, text, words: text.replace(NOT_SEEN, '').trim() });
    start = end;
  }
  return lines;
}

/** Lines that are no notes yet: headings, comments of Markdown and of Obsidian. */
export const HEADING = /^#{1,6}(?:[ \t]|$)/;
const COMMENTS = [
  ['<!--', '-->'],
  ['%%', '%%'],
] as const;

/** On which line a comment ends that begins on this one: -1 where it does not end, none where there is no comment. */
export function commentEnd(lines: readonly Line[], at: number): number | undefined {
  const line = lines[at]!.words;
  const comment = COMMENTS.find(([begin]) => line.startsWith(begin));
  if (!comment) return undefined;
  const [begin, end] = comment;
  if (line.includes(end, begin.length)) return at;
  return lines.findIndex((one, index) => index > at && one.words.includes(end));
}
