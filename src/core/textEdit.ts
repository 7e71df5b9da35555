/** Replaces the characters from `start` up to `end` by `text`. Offsets are UTF-16 units, as strings count. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap; those at one offset come out in the order in which they were given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edits that take `edits` back, in the text as they left it. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return inOrder(edits).map(edit => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/** Where a place in the text that `edits` left was before them. What they wrote was where they begin. */
export function placeBefore(at: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { start, end, text } of inOrder(edits)) {
    const within = at - (start + shift);
    if (within < text.length) return Math.min(start + within, end);
    shift += text.length - (end - start);
  }
  return at - shift;
}

/** The edits for the same text with `by` more characters, or fewer, before it. */
export function shiftEdits(edits: readonly TextEdit[], by: number): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}

/** One edit that makes `to` of `from`: all lines between those that both begin with and those that both end with. */
export function replacing(from: string, to: string): TextEdit[] {
  if (from === to) return [];
  let start = 0;
  while (from[start] === to[start]) start++;
  // `lastIndexOf` takes -1 for 0, and would find a line end at the very start.
  start = start && from.lastIndexOf('\n', start - 1) + 1;
  let end = from.length;
  const shift = to.length - from.length;
  while (end > start && end + shift > start && from[end - 1] === to[end - 1 + shift]) end--;
  const beginsLine = (text: string, at: number) => at === 0 || text[at - 1] === '\n';
  if (!beginsLine(from, end) || !beginsLine(to, end + shift)) {
    const newline = from.indexOf('\n', end);
    end = newline < 0 ? from.length : newline + 1;
  }
  return [{ start, end, text: to.slice(start, end + shift) }];
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((a, b) => a.start - b.start);
}
