/** What JSON leaves as it is, and what a terminal or a reader of lines may still act on. */
const UNESCAPED = /[\u007f-\u009f\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * Data as JSON. Absent values come out as `null`, so that every item has the same keys.
 *
 * @param indent how far what is inside is moved in; all on one line by default
 */
export function jsonText(data: unknown, indent?: number): string {
  const json = JSON.stringify(data, (_, value: unknown) => (value === undefined ? null : value), indent);
  return json.replace(UNESCAPED, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
