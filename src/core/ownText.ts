/** Below this, an engine copies a part of a text by itself. */
const SHORT = 13;

/**
 * The same text with memory of its own. What is cut out of a text keeps the whole of it in memory, be it the title of a deal and the
 * file below it.
 */
export function ownText(text: string): string {
  return text.length < SHORT ? text : [text.slice(0, 1), text.slice(1)].join('');
}
