const MARK = '\uFEFF';

/** The byte order mark that a text begins with; empty without one. */
export function markOf(text: string): string {
  return text.startsWith(MARK) ? MARK : '';
}

export function withoutMark(text: string): string {
  return text.slice(markOf(text).length);
}

/** Whether two texts differ in nothing but a byte order mark: editors hide it, and on disk it is there. */
export function isSameText(a: string, b: string): boolean {
  return withoutMark(a) === withoutMark(b);
}
