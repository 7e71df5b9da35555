/** The names of https://spec.commonmark.org/0.31.2/#html-blocks (kind 6): such a block ends at a blank line. */
const NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';
const NAME = '[a-z][a-z\\d-]*';
const ATTRIBUTE = '\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?';
/** A whole tag, where it stands. */
export const TAG = new RegExp(`<(?:${NAME}(?:${ATTRIBUTE})*\\s*/?|/${NAME}\\s*)>`, 'iy');
const ALONE = new RegExp(`^(?:${TAG.source})\\s*$`, 'i');

const WITH_END: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
];
const TO_BLANK = new RegExp(`^</?(?:${NAMES})(?:\\s|/?>|$)`, 'i');

/** What ends a block of HTML: a line that says so, or a blank one. */
export type HtmlEnd = RegExp | 'blank';

/**
 * Whether a line begins a block of HTML, a comment among them, and what ends that.
 *
 * @param line from its `<` on
 * @param isInText whether a paragraph goes on there, which not every tag ends
 */
export function htmlBlock(line: string, isInText: boolean): HtmlEnd | undefined {
  const withEnd = WITH_END.find(([start]) => start.test(line));
  if (withEnd) return withEnd[1];
  if (TO_BLANK.test(line)) return 'blank';
  return !isInText && line.length <= MOST_OF_TAG && ALONE.test(line) ? 'blank' : undefined;
}

/** A line of another length is no tag that somebody wrote. */
const MOST_OF_TAG = 2000;
