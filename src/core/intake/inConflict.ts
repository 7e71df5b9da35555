/** The line, counted from 1, at which the first conflict of a merge begins that nobody has resolved; none where there is none. */
export function conflictLine(text: string): number | undefined {
  const isWhole = /^={7}\r?$/m.test(text) && /^>{7}(?: |\r?$)/m.test(text);
  const at = isWhole ? text.search(/^<{7}(?: |\r?$)/m) : -1;
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}
