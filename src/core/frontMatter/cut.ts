import { error, type Problem } from '../problem';
import { conflictAt } from './conflict';
import type { Says } from '../says';
import { ownName, STANDARD_NAMES } from './keyNames';
import { isRule } from './rule';
import { say } from './say';

/** Where the front matter of a text stands: offsets into the text, in UTF-16 units. */
export interface FrontMatter {
  /** The first character of the YAML, behind the opening fence's line end. */
  readonly start: number;
  /** The first character of the closing fence's line. */
  readonly end: number;
  /** The first character of the body, behind the closing fence's line end. */
  readonly bodyStart: number;
}

export type Cut =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly frontMatter: FrontMatter }
  | { readonly kind: 'refused'; readonly problem: Problem };

const NONE: Cut = { kind: 'none' };

/** The line that opens a front matter. */
export const OPENING = /^\uFEFF?---[ \t]*(?:ya?ml[ \t]*)?\r?\n/;
const OTHER_LANGUAGE = /^\uFEFF?---[ \t]*([\p{L}$_][^\s]*)[ \t]*\r?$/mu;
const OTHER_FENCE = /^\uFEFF?(\+\+\+|;;;)[ \t]*\r?\n/;
const COMMENTED_FENCE = /^\uFEFF?---[ \t]*#/;
/** A line end of old, which some readers of YAML take for one, and others, editors among them, do not or rewrite. */
const LONE_CR = /\r(?!\n)/;
const DASH = 0x2d;
const DOT = 0x2e;
/** What closes it, but for its line end. */
export const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;

/**
 * Finds the front matter: a first line `---`, then everything up to a line that is exactly `---` or `...`. A text
 * without one is a note, and so is one whose first line is but a rule; one whose front matter cannot be told from its body
 * for sure is refused.
 *
 * @param names the keys that the file has for the standard fields
 */
export function cutFrontMatter(text: string, names = STANDARD_NAMES): Cut {
  const conflict = conflictLine(text);
  if (conflict) {
    return refuse('conflict-markers', say('conflictMarkers'), conflict);
  }
  // Nearly all begin so.
  const start = text.startsWith('---\n') ? 4 : OPENING.exec(text)?.[0].length;
  if (start === undefined) return otherFence(text);
  const isNote = (end: number, isClosed: boolean) =>
    isRule(text.slice(start, end), isClosed, ownName(names, 'stage'));
  for (let at = start, line = 2; at < text.length; line++) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const bodyStart = newline < 0 ? text.length : newline + 1;
    // Two characters tell nearly every line apart without cutting it out of the text.
    const code = text.charCodeAt(at);
    if ((code === DASH || code === DOT) && text.charCodeAt(at + 1) === code) {
      const isPlain = lineEnd === at + 3 && text.startsWith('---', at);
      const content = isPlain ? '---' : text.slice(at, lineEnd).replace(/\r$/, '');
      if (isPlain || CLOSING.test(content)) {
        if (isNote(at, true)) return NONE;
        if (text.includes('\r', start) && LONE_CR.test(text.slice(start, at)))
          return loneCarriageReturn(text);
        return { kind: 'found', frontMatter: { start, end: at, bodyStart } };
      }
      if (content.startsWith('---')) {
        if (isNote(text.length, false)) return NONE;
        return refuse('unclosed-front-matter', say('fenceSaysMore'), line);
      }
    }
    at = bodyStart;
  }
  return isNote(text.length, false) ? NONE : refuse('unclosed-front-matter', say('fenceMissing'));
}

function loneCarriageReturn(text: string): Cut {
  return refuse('lone-carriage-return', say('loneCarriageReturn'), lineNumberAt(text, text.search(LONE_CR)));
}

function otherFence(text: string): Cut {
  const firstLine = text.slice(0, 200).split('\n', 1)[0]!;
  if (/^\uFEFF?---[ \t]*\r(?!\n)/.test(firstLine)) return loneCarriageReturn(firstLine);
  const language = OTHER_LANGUAGE.exec(firstLine)?.[1];
  if (language) {
    return refuse('foreign-front-matter', say('otherLanguage'));
  }
  if (COMMENTED_FENCE.test(firstLine)) {
    return refuse('foreign-front-matter', say('commentOnFence'));
  }
  if (OTHER_FENCE.test(text)) {
    return refuse('foreign-front-matter', say('otherFence'));
  }
  return NONE;
}

/**
 * The line, counted from 1, at which a conflict that git left begins. All three markers must be there, in order,
 * so that a note in which somebody underlines a heading with `=======` is not taken for one.
 */
export function conflictLine(text: string): number | undefined {
  const conflict = text.includes('<<<<<<<') ? conflictAt(text, 1) : undefined;
  return conflict && lineNumberAt(text, conflict.start);
}

/** Whether something stands in the front matter of a text: to look is quicker by far than any expression. */
export function hasSign(
  text: string,
  sign: string,
  { start, end }: Pick<FrontMatter, 'start' | 'end'>,
): boolean {
  const at = text.indexOf(sign, start);
  return at >= 0 && at < end;
}

/** The number, from 1, of the line that the offset is on. */
export function lineNumberAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function refuse(code: Problem['code'], says: Says, line = 1): Cut {
  return { kind: 'refused', problem: error(code, says, line) };
}
