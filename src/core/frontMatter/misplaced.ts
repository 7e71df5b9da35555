import { inlineFields, mayBeInline } from './inlineFields';
import { inPattern } from './keyNames';
import { commentEnd, HEADING, linesIn, type Line } from './noteLines';
import { runsIn } from './runs';
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

/** Below other lines, in code, without a line of dashes above, below another front matter, between lines that are nearly `---`, or as lines of the notes. */
export type MisplacedWhere = 'below' | 'code' | 'unfenced' | 'second' | 'fence' | 'inline';

/** In characters: what stands further down is not meant to be a front matter, and none is longer. */
const MOST = 8000;
/** Editors make one dash of several. */
const DASHES = /^(?:-{2,}|[\u2010-\u2015\u2212]+-?|-(?: -)+)(?: ?ya?ml)?$/;
/** Rules of Markdown that are no dashes. */
const OTHER_RULE = /^([*_=~])\1{2,}$/;
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
  const head = text.slice(from, from + MOST);
  const [isSaid, isInline] = [saysKey(stage).test(head), mayBeInline(head, stage)];
  if (!isSaid && !isInline) return undefined;
  const lines = linesIn(head);
  const found =
    (isSaid && blockOf(head, lines, from > 0, stage)) || (isInline && inlineFields(lines, from > 0, stage));
  if (!found) return undefined;
  const { at, block, where } = found;
  const line = text.slice(0, from).split('\n').length + at;
  return { ...block, where, line, start: from + lines[at]!.start, end: from + block.end };
}

function blockOf(head: string, lines: readonly Line[], isSecond: boolean, stage: string) {
  const opening = openingIn(lines, isSecond);
  const block = opening && blockBelow(head, lines, opening);
  if (!block || !saysKey(stage).test(block.yaml)) return undefined;
  return { at: opening.at, block, where: isSecond ? ('second' as const) : opening.where };
}

/** Made once for a key: it is looked for in every note. */
const saysKey = rememberedByName((key: string) => {
  return new RegExp(`^[ \\t]*["']?${inPattern(key)}["']?[ \\t]*:(?:\\s|$)`, 'imu');
});

interface Opening {
  readonly at: number;
  readonly where: Exclude<MisplacedWhere, 'second' | 'inline'>;
}

/** The line that it begins on: there may be headings and comments above, and one line of other words, but no notes. */
function openingIn(lines: readonly Line[], isSecond: boolean): Opening | undefined {
  let [hasSeen, words] = [false, 0];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.words;
    if (!line) continue;
    if (DASHES.test(line)) return { at, where: at > 0 ? 'below' : 'fence' };
    if (!hasSeen && OTHER_RULE.test(line) && isFenced(lines, at)) return { at, where: 'fence' };
    if (CODE.test(line)) return words || isSecond ? undefined : { at, where: 'code' };
    if (!hasSeen && KEY.test(line)) return { at, where: 'unfenced' };
    if (isSecond) return undefined;
    hasSeen = true;
    const closing = commentEnd(lines, at);
    if (closing !== undefined) {
      if (closing < 0) return undefined;
      at = closing;
    } else if (!HEADING.test(line) && (++words > 1 || line.endsWith(':'))) return undefined;
  }
  return undefined;
}

/** Keys at once below a rule, and the same rule again. */
function isFenced(lines: readonly Line[], at: number): boolean {
  const isSame = ({ words }: Line) => words === lines[at]!.words;
  return KEY.test(lines[at + 1]?.words ?? '') && lines.slice(at + 1).some(isSame);
}

type Block = Pick<Misplaced, 'yaml' | 'rest' | 'end'>;

function blockBelow(head: string, lines: readonly Line[], { at, where }: Opening): Block {
  const code = where === 'code' ? CODE.exec(lines[at]!.words)![1]! : undefined;
  const rule = where === 'fence' && OTHER_RULE.test(lines[at]!.words) ? lines[at]!.words : undefined;
  const isClosing = (words: string) =>
    code === undefined ? DASHES.test(words) || words === '...' || words === rule : words === code;
  const first = where === 'unfenced' ? at : at + 1;
  const isWithin = withinRuns(head, lines[first]?.start ?? head.length);
  const findBelow = (least: number, isMeant: (line: Line) => boolean) =>
    lines.findIndex((line, index) => index >= least && isMeant(line) && !isWithin(line));
  const closing = findBelow(first, line => isClosing(line.words));
  const blank = findBelow(first + 1, line => !line.words);
  const words = where === 'unfenced' ? findBelow(first + 1, isWords) : -1;
  const ends = [blank, words].filter(at => at >= 0);
  const isOpen = closing < 0 || (where === 'unfenced' && ends.some(at => at < closing));
  const behind = isOpen ? Math.min(...ends, lines.length) : closing;
  const inside = lines.slice(first, behind);
  // Code may hold a whole file, with fences of its own.
  const begins = inside.findIndex(({ words }) => words);
  const isFile = begins >= 0 && DASHES.test(inside[begins]!.words);
  const opened = isFile ? begins : -1;
  const stop = isFile ? inside.findIndex(({ words }, index) => index > opened && DASHES.test(words)) : -1;
  const closed = stop < 0 ? inside.length : stop;
  const { end } = lines[isOpen ? behind - 1 : behind]!;
  return {
    yaml: movedLeft(inside.slice(opened + 1, closed)),
    rest: movedLeft(inside.slice(closed + 1)),
    end,
  };
}

/** Whether a line goes on with quotes, brackets or a text that were begun above it with a sign of YAML. */
function withinRuns(head: string, from: number): (line: Line) => boolean {
  const runs = runsIn(head.slice(from)).filter(({ start }) => /["'[{|>]/.test(head[from + start]!));
  return ({ start }) => runs.some(run => from + run.start < start && start < from + run.end);
}

/** Neither a key nor what may be the value of one. */
function isWords({ text, words }: Line): boolean {
  return /^[\p{L}\p{N}]/u.test(text) && !KEY.test(words);
}

function movedLeft(lines: readonly Line[]): string {
  const indents = lines.filter(({ words }) => words).map(({ text }) => /^ */.exec(text)![0].length);
  const indent = indents.length ? Math.min(...indents) : 0;
  return lines.map(({ text }) => `${text.slice(indent)}\n`).join('');
}
