/** Letters that run from right to left: the blocks that Unicode keeps for Hebrew, Arabic and the others. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A text of a file that stands in a line with others. Where it runs from right to left it is set apart from them: it would take
 * numbers behind it with it, and `חברה · €48K` would be read as `€48 · חברה` and a `K`.
 *
 * @param text without control characters, as `plainText` leaves it
 */
export function inOwnDirection(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** `67d · €86K · Acme`: facts in one line, those that there are. */
export function sideBySide(parts: readonly (string | false | null | undefined)[]): string {
  return parts.flatMap(part => (part ? inOwnDirection(part) : [])).join(' · ');
}
