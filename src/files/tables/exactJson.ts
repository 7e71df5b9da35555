/** A text of JSON, or a number in it. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.]*(?:e[+-]?\d+)?/gi;

/**
 * What stands in JSON; nothing where it is none. A number that would lose digits is the text of it, such as an id of 18 digits.
 * Never throws.
 */
export function parseExactly(text: string): unknown {
  try {
    return JSON.parse(/\d{16}|\d\.\d{15}/.test(text) ? text.replace(TOKENS, keptWhole) : text);
  } catch {
    return undefined;
  }
}

function keptWhole(token: string): string {
  return token.startsWith('"') || token.length < 16 || isKept(token) ? token : `"${token}"`;
}

function isKept(number: string): boolean {
  return String(Number(number)) === number.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** The line in which JSON stops being JSON, from 1; nothing where that isn't known. */
export function parseError(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    const at = /at position (\d+)/.exec(message)?.[1];
    const isAtEnd = /end of JSON/.test(message);
    if (at === undefined && !isAtEnd) return undefined;
    const before = at === undefined ? text.trimEnd() : text.slice(0, Number(at));
    return before.split('\n').length;
  }
}
