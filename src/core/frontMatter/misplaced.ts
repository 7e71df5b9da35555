import { inPattern } from './keyNames';
import { rememberedByName } from '../remember';

/** A front matter that stands where none is read: offsets into the text, of whole lines. */
export interface Misplaced {
  readonly where: MisplacedWhere;
  /** The number of the line it begins on, from 1. */
  readonly line: number;
  readonly start: number;
  /** Behind what closes it. */
  readonly end: number;
  /** Its keys and values, moved left where all stand in. */
  readonly yaml: string;
  /** The notes that stand in the same block of code. */
  readonly rest: string;
}

/** Below other lines, in code, without a line of dashes above, below another front matter, or between lines that are nearly `---`. */
export type MisplacedWhere = 'below' | 'code' | 'unfenced' | 'second' | 'fence';

/** In characters: what stands further down is not meant to be a front matter, and none is longer. */
const MOST = 8000;
/** Lines that can't be seen, or that are no notes yet: comments of Markdown and of Obsidian, headings. */
const NOT_SEEN = /[\uFEFF\u200B-\u200D\u2060]/g;
const COMMENTS = [
  ['<!--', '-->'],
  ['%%', '%%'],
] as const;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
/** Editors make one dash of several. */
const DASHES = /^(?:-{2,}|[\u2010-\u2015\u2212]+-?|-(?: -)+)(?: ?ya?ml)?$/;
const CODE = /^(`{3,}|~{3,}) ?(?:ya?ml|md|markdown|front-?matter)?$/i;
const KEY = /^["']?[\p{L}_][\p{L}\p{N}_ -]{0,40}["']?[ \t]*:(?:[ \t]|$)/u;

/**
 * The front matter that a file was meant to have, where it says a stage and is not read since it does not begin on the first
 * line with `---`.
 *
 * @param from where to look: behind the front matter that there is, else 0
 * @param stage the key that makes a file a deal
 */
export function misplacedFrontMatter(text: string, from: number, stage: string): Misplaced | undefined {
  const says = saysKey(stage);
  const head = text.slice(from, from + MOST);
  if (!says.test(head)) return undefined;
  const lines = linesIn(head);
  const opening = openingIn(lines, from > 0);
  if (!opening) return undefined;
  const block = blockBelow(lines, opening);
  if (!says.test(block.yaml)) return undefined;
  const where = from > 0 ? 'second' : opening.where;
  const line = text.slice(0, from).split('\n').length + opening.at;
  const start = from + lines[opening.at]!.start;
  return { ...block, where, line, start, end: from + block.end };
}

/** Made once for a key: it is looked for in every note. */
const saysKey = rememberedByName((key: string) => {
  return new RegExp(`^[ \\t]*["']?${inPattern(key)}["']?[ \\t]*:(?:\\s|$)`, 'imu');
});

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Without blanks around it, and what can't be seen. */
  readonly words: string;
}

function linesIn(head: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < head.length;) {
    const end = head.indexOf('\n', start) + 1 || head.length;
    const text = head.slice(start, end).replace(/\r?\n$/, '');
    lines.push({ start, end, text, words: text.replace(NOT_SEEN, '').trim() });
    start = end;
  }
  return lines;
}

interface Opening {
  readonly at: number;
  readonly where: Exclude<MisplacedWhere, 'second'>;
}

/** The line that it begins on: there may be headings and comments above, and one line of other words, but no notes. */
function openingIn(lines: readonly Line[], isSecond: boolean): Opening | undefined {
  let [hasSeen, words] = [false, 0];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.words;
    if (!line) continue;
    if (DASHES.test(line)) return { at, where: at > 0 ? 'below' : 'fence' };
    if (CODE.test(line)) return words || isSecond ? undefined : { at, where: 'code' };
    if (!hasSeen && KEY.test(line)) return { at, where: 'unfenced' };
    if (isSecond) return undefined;
    hasSeen = true;
    const comment = COMMENTS.find(([begin]) => line.startsWith(begin));
    if (comment) {
      const [begin, end] = comment;
      if (!line.includes(end, begin.length))
        at = lines.findIndex((one, index) => index > at && one.words.includes(end));
      if (at < 0) return undefined;
    } else if (!HEADING.test(line) && (++words > 1 || line.endsWith(':'))) return undefined;
  }
  return undefined;
}

type Block = Pick<Misplaced, 'yaml' | 'rest' | 'end'>;

function blockBelow(lines: readonly Line[], { at, where }: Opening): Block {
  const code = where === 'code' ? CODE.exec(lines[at]!.words)![1]! : undefined;
  const isClosing = (words: string) =>
    code === undefined ? DASHES.test(words) || words === '...' : words === code;
  const first = where === 'unfenced' ? at : at + 1;
  const closing = lines.findIndex(({ words }, index) => index >= first && isClosing(words));
  const blank = lines.findIndex(({ words }, index) => index > first && !words);
  const isOpen = closing < 0 || (where === 'unfenced' && blank >= 0 && blank < closing);
  const behind = !isOpen ? closing : blank < 0 ? lines.length : blank;
  const inside = lines.slice(first, behind);
  // Code may hold a whole file, with fences of its own.
  const begins = inside.findIndex(({ words }) => words);
  const isFile = begins >= 0 && DASHES.test(inside[begins]!.words);
  const opened = isFile ? begins : -1;
  const ends = isFile ? inside.findIndex(({ words }, index) => index > opened && DASHES.test(words)) : -1;
  const closed = ends < 0 ? inside.length : ends;
  const { end } = lines[isOpen ? behind - 1 : behind]!;
  return {
    yaml: movedLeft(inside.slice(opened + 1, closed)),
    rest: movedLeft(inside.slice(closed + 1)),
    end,
  };
}

function movedLeft(lines: readonly Line[]): string {
  const indents = lines.filter(({ words }) => words).map(({ text }) => /^ */.exec(text)![0].length);
  const indent = indents.length ? Math.min(...indents) : 0;
  return lines.map(({ text }) => `${text.slice(indent)}\n`).join('');
}
