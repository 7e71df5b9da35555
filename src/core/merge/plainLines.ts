import { BYTE_ORDER_MARK, markOf, withoutMark } from '../byteOrderMark';
import type { ThreeVersions } from './lines/hunks';

/** How a text is written, apart from what it says. */
export interface TextForm {
  readonly mark: string;
  /** `mixed` where some lines end in one way and some in the other. */
  readonly lineEnd: '\n' | '\r\n' | 'mixed';
  /** Whether its last line has an end. */
  readonly isEnded: boolean;
}

/** A text as lines without their ends, by which texts of any form can be compared. */
export interface PlainText extends TextForm {
  readonly text: string;
  readonly lines: readonly string[];
  /** The text as it stands there. */
  readonly whole: string;
}

export function plainText(whole: string): PlainText {
  const unmarked = withoutMark(whole);
  const text = unmarked.replaceAll('\r\n', '\n');
  const count = unmarked.length - text.length;
  const isEnded = text === '' || text.endsWith('\n');
  const lines = text.split('\n');
  if (isEnded) lines.pop();
  const ends = text.split('\n').length - 1;
  const lineEnd = count === 0 ? '\n' : count === ends ? '\r\n' : 'mixed';
  return { whole, text, lines, mark: markOf(whole), lineEnd, isEnded };
}

/** The form of a merged text: what one side has changed of it counts. Without a base, that of ours. */
export function mergedForm({ base, ours, theirs }: ThreeVersions<PlainText>): TextForm {
  const pick = <K extends keyof TextForm>(key: K): TextForm[K] =>
    base.whole !== '' && ours[key] === base[key] ? theirs[key] : ours[key];
  return { mark: pick('mark'), lineEnd: pick('lineEnd'), isEnded: pick('isEnded') };
}

/** Lines as a text of a form. Where line ends are mixed, each line has the one that it has on the first side that has it. */
export function inForm(
  lines: readonly string[],
  { mark, lineEnd, isEnded }: TextForm,
  sides: readonly PlainText[],
): string {
  const ends = lineEnd === 'mixed' ? endsIn(sides) : undefined;
  const text = lines.map(line => line + (ends ? (ends.get(line)?.shift() ?? '\n') : lineEnd)).join('');
  return mark + (isEnded ? text : text.replace(/\r?\n$/, ''));
}

function endsIn(sides: readonly PlainText[]): Map<string, string[]> {
  const ends = new Map<string, string[]>();
  for (const { whole } of sides) {
    const found = new Map<string, string[]>();
    for (const [, line, end] of whole.replace(BYTE_ORDER_MARK, '').matchAll(/^(.*?)(\r?\n)/gm))
      found.set(line!, [...(found.get(line!) ?? []), end!]);
    for (const [line, of] of found) if (!ends.has(line)) ends.set(line, of);
  }
  return ends;
}
