import { searchable } from '../text/searchable';

/** A text that has what was looked for. */
export interface NotesHit {
  /** The index of the text. */
  readonly at: number;
  /** The line that has most of the words, the first of them. */
  readonly line: string;
}

interface FoldedLine {
  readonly line: string;
  readonly folded: string;
}

/** Finds notes by parts of their words, case and accents aside. */
export class NotesSearch {
  private readonly texts: readonly (readonly FoldedLine[])[];

  constructor(texts: readonly string[]) {
    this.texts = texts.map(text =>
      text
        .split(/\r\n?|\n/)
        .map(line => ({ line: line.trim(), folded: searchable(line) }))
        .filter(({ folded }) => folded),
    );
  }

  /** The texts that have all words of what was typed, wherever; first those that have them in one line, then in their order. */
  find(typed: string): readonly NotesHit[] {
    const words = searchable(typed).split(' ').filter(Boolean);
    if (!words.length) return [];
    const hits = this.texts.flatMap((lines, at) => {
      if (!words.every(word => lines.some(({ folded }) => folded.includes(word)))) return [];
      const counts = lines.map(({ folded }) => words.filter(word => folded.includes(word)).length);
      const most = counts.reduce((a, b) => Math.max(a, b), 0);
      return { at, most, line: lines[counts.indexOf(most)]!.line };
    });
    return hits.sort((a, b) => b.most - a.most);
  }
}
