export const BYTE_ORDER_MARK = '\uFEFF';

/** The byte order mark that a text begins with; empty without one. */
export function markOf(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
}

export function withoutMark(text: string): string {
  return text.slice(markOf(text).length);
}

/** Some spreadsheets need it to recognise UTF-8, and misread a table without it. */
export function withMark(text: string): string {
  return BYTE_ORDER_MARK + withoutMark(text);
}

/** Whether two texts differ in nothing but a byte order mark: editors hide it, and on disk it is there. */
export function isSameText(a: string, b: string): boolean {
  return withoutMark(a) === withoutMark(b);
}
