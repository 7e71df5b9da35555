/** One conflict that git left in a text: offsets into it, the markers included. */
export interface Conflict {
  readonly start: number;
  readonly end: number;
  /** The line that parts the sides: `=======`. */
  readonly middle: string;
  readonly ours: ConflictPart;
  readonly theirs: ConflictPart;
  /** What both sides come from, which some have git write down too. */
  readonly base: ConflictPart | undefined;
}

/** What stands between two markers, and what git calls it. */
export interface ConflictPart {
  /** Where it begins in the whole text. */
  readonly start: number;
  readonly text: string;
  /** `''` where git does not say. */
  readonly label: string;
}

/** The whole text with one side kept in each of its conflicts. */
export interface Side {
  /** What git calls the side in the first of them. */
  readonly label: string | undefined;
  readonly text: string;
  /** The line of the whole text that a line of this one is, both counted from 1. */
  readonly lineInWhole: (line: number) => number;
}

export interface Sides {
  readonly ours: Side;
  readonly theirs: Side;
  readonly base: Side | undefined;
}

/** No line with a marker is longer than a branch has letters. */
const LONGEST_LABEL = 200;

/** The first conflict that begins on a line, counted from 1, or on a later one. */
export function conflictAt(text: string, line: number): Conflict | undefined {
  let at = 0;
  for (let number = 1; number < line; number++) at = lineEnd(text, at);
  return conflictFrom(text, at);
}

/**
 * Both sides of a text with conflicts, and what they come from where each conflict says it. `undefined` where it has
 * none, and where it cannot be told for sure what belongs to which side: markers within others, or without the rest.
 */
export function sidesOf(text: string): Sides | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  const [first, ...others] = conflictsIn(text);
  if (!first) return undefined;
  const conflicts = [first, ...others];
  const keeping = (partOf: (conflict: Conflict) => ConflictPart | undefined): Side | undefined => {
    const parts = conflicts.map(partOf);
    let [kept, at, line] = ['', 0, 1];
    const lines: number[] = [];
    const keep = (piece: string, inWhole: number) => {
      kept += piece;
      for (let rest = newlines(piece); rest > 0; rest--) lines.push(inWhole++);
    };
    for (const [index, { start, end, middle }] of conflicts.entries()) {
      const part = parts[index];
      if (!part || new RegExp(`^${middle}[ \\t]*\\r?$`, 'm').test(part.text)) return undefined;
      const before = text.slice(at, start);
      keep(before, line);
      line += newlines(before);
      keep(part.text, line + newlines(text.slice(start, part.start)));
      line += newlines(text.slice(start, end));
      at = end;
    }
    keep(text.slice(at), line);
    const last = line + newlines(text.slice(at));
    return OUTER_LINE.test(kept)
      ? undefined
      : { label: parts[0]!.label || undefined, text: kept, lineInWhole: one => lines[one - 1] ?? last };
  };
  const ours = keeping(conflict => conflict.ours);
  const theirs = keeping(conflict => conflict.theirs);
  return ours && theirs && { ours, theirs, base: keeping(conflict => conflict.base) };
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}

/** What begins or ends a conflict; no text is left with it that was cut right. What parts the sides may underline a heading. */
const OUTER_LINE = /^(?:<{7,}|>{7,}|\|{7,})(?: |\r?$)/m;

/** All conflicts of a text, in their order. */
export function conflictsIn(text: string): Conflict[] {
  const conflicts: Conflict[] = [];
  for (let at = 0; ; at = conflicts.at(-1)!.end) {
    const conflict = conflictFrom(text, at);
    if (!conflict) return conflicts;
    conflicts.push(conflict);
  }
}

interface Marker {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** The first conflict whose markers all stand behind an offset, which is that of a line. */
function conflictFrom(text: string, from: number): Conflict | undefined {
  let opening: Marker | undefined;
  let base: Marker | undefined;
  let middle: Marker | undefined;
  let marks = { base: '', middle: '', closing: '' };
  for (let start = from; start < text.length;) {
    const end = lineEnd(text, start);
    const content = text.slice(start, Math.min(end, start + LONGEST_LABEL)).trimEnd();
    const marker = (mark: string): Marker | undefined =>
      content === mark || content.startsWith(`${mark} `)
        ? { start, end, label: content.slice(mark.length).trim() }
        : undefined;
    if (!opening) {
      // Git makes them longer on request, and within each other.
      const mark = /^<{7,}(?= |$)/.exec(content)?.[0];
      if (mark !== undefined) {
        opening = marker(mark);
        const { length } = mark;
        marks = { base: '|'.repeat(length), middle: '='.repeat(length), closing: '>'.repeat(length) };
      }
    } else if (!middle) {
      if (content === marks.middle) middle = marker(content);
      else base ??= marker(marks.base);
    } else {
      const closing = marker(marks.closing);
      if (closing) return conflictOf(text, opening, base, middle, closing);
    }
    start = end;
  }
  return undefined;
}

function conflictOf(
  text: string,
  opening: Marker,
  base: Marker | undefined,
  middle: Marker,
  closing: Marker,
): Conflict {
  const part = (start: number, end: number, label: string) => ({
    start,
    text: text.slice(start, end),
    label,
  });
  return {
    start: opening.start,
    end: closing.end,
    middle: text.slice(middle.start, middle.end).trimEnd(),
    ours: part(opening.end, (base ?? middle).start, opening.label),
    theirs: part(middle.end, closing.start, closing.label),
    base: base && part(base.end, middle.start, base.label),
  };
}

/** Behind the line end of the line that begins at an offset. */
function lineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline < 0 ? text.length : newline + 1;
}
