const TAB = 9;
const SPACE = 32;
const QUOTE = 62;

/** A place in a line of Markdown, for which a tab reaches to the next column that four divides. */
export class Cursor {
  at = 0;
  /** The next place that is not blank, and how many columns away it is. */
  next = 0;
  indent = 0;
  isBlank = true;
  private column = 0;

  constructor(private readonly text: string) {}

  /** Begins a line. */
  begin(start: number, last: number): void {
    this.at = start;
    this.last = last;
    this.column = 0;
    this.look();
  }

  /** The end of the line's words. */
  last = 0;

  /** Goes on by columns, of which a tab may have some left. */
  take(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.last) {
      const code = this.text.charCodeAt(this.at);
      const width = code === TAB ? 4 - (this.column % 4) : 1;
      this.column += Math.min(width, left);
      if (width <= left) this.at++;
      left -= width;
    }
    this.look();
  }

  /** Goes to what is not blank, and on by characters that are not. */
  skip(characters = 0): void {
    this.column += this.indent + characters;
    this.at = this.next + characters;
    this.look();
  }

  /** Goes behind `>` and the blank that belongs to it, if it is here. */
  takeQuote(): boolean {
    if (this.indent >= 4 || this.text.charCodeAt(this.next) !== QUOTE) return false;
    this.skip(1);
    if (this.indent) this.take(1);
    return true;
  }

  private look(): void {
    const { text, last } = this;
    let next = this.at;
    let column = this.column;
    for (; next < last; next++) {
      const code = text.charCodeAt(next);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.next = next;
    this.indent = column - this.column;
    this.isBlank = next >= last;
  }
}
