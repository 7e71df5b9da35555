/** What JSON leaves as it is, and what a terminal or a reader of lines may still act on: the signs of Bidi_Control among them. */
const UNESCAPED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Data as JSON. Absent values come out as `null`, so that every item has the same keys.
 *
 * @param indent how far what is inside is moved in; all on one line by default
 */
export function jsonText(data: unknown, indent?: number): string {
  return escaped(JSON.stringify(data, (_, value: unknown) => (value === undefined ? null : value), indent));
}

/** The same of data in which nothing is absent, so that no value need be looked at: a quarter of the time. */
export function jsonTextOfWhole(data: unknown, indent?: number): string {
  return escaped(JSON.stringify(data, undefined, indent));
}

function escaped(json: string): string {
  return json.replace(UNESCAPED, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
