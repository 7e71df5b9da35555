/** The text of a mapping that a team keeps, changed line by line: comments and all else stay. */
export class MappingLines {
  private readonly lines: string[];

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  get text(): string {
    return this.lines.join('\n');
  }

  /**
   * Writes what stands behind a key, where that is something else; a comment behind it stays.
   *
   * @param begin the line up to the value: `  Region: `
   * @param place where a line that isn't there comes: above this one, or below it if it's further in; without it, nowhere
   */
  set(begin: string, was: string | undefined, is: string, place?: RegExp): void {
    if (was === is) return;
    const { lines } = this;
    const at = lines.findIndex(line => line.startsWith(begin));
    if (at >= 0) {
      lines[at] = begin + is + (/\s+#.*$/.exec(lines[at]!.slice(begin.length))?.[0] ?? '');
      return;
    }
    const beside = place ? lines.findIndex(line => place.test(line)) : -1;
    if (beside >= 0) lines.splice(beside + (begin.startsWith(' ') ? 1 : 0), 0, begin + is);
  }
}
