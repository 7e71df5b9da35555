import type { NoteLine } from './notes';

/** Where some words begin: in themselves, and how much farther on in the whole text. */
interface Shift {
  readonly from: number;
  readonly shift: number;
}

/** Words that Markdown reads in one go, such as a paragraph: without the marks of lists and quotes before its lines. */
export class MarkdownWords {
  private constructor(
    readonly text: string,
    private readonly shifts: readonly Shift[],
  ) {}

  static of(lines: readonly Pick<NoteLine, 'start' | 'text' | 'content'>[]): MarkdownWords {
    const shifts: Shift[] = [];
    let text = '';
    for (const line of lines) {
      if (shifts.length) text += '\n';
      shifts.push({ from: text.length, shift: line.content - text.length });
      text += line.text.slice(line.content - line.start);
    }
    return new MarkdownWords(text, shifts);
  }

  /** A part of these words. */
  slice(start: number, end = this.text.length): MarkdownWords {
    const shifts = this.shifts.map(({ from, shift }) => ({ from: from - start, shift: shift + start }));
    return new MarkdownWords(this.text.slice(start, end), shifts);
  }

  /** Where a place in these words is in the whole text. */
  placeOf(at: number): number {
    let [low, high] = [0, this.shifts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.shifts[middle]!.from <= at) low = middle;
      else high = middle - 1;
    }
    return at + this.shifts[low]!.shift;
  }
}
