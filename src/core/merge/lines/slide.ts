/** The lines of a text, and which of them a diff took for changed: one flag a line, and one behind the last that stays 0. */
export interface ChangedLines {
  readonly lines: readonly string[];
  readonly isChanged: Uint8Array;
}

/**
 * Moves runs of changed lines to where git has them: a run that could as well stand further down does so, or where the
 * other text has one. As `xdl_change_compact` does it in git's xdiff/xdiffi.c, without the heuristic for indentation, which
 * a merge does not use.
 */
export function slideTogether(first: ChangedLines, second: ChangedLines): void {
  slide(new Run(first), new Run(second));
  slide(new Run(second), new Run(first));
}

/** Walks the runs of a text and those of the other one side by side: one between each two lines that both have, mostly empty. */
function slide(run: Run, other: Run): void {
  do {
    if (!run.isEmpty) slideOne(run, other);
  } while (run.next() && other.next());
}

function slideOne(run: Run, other: Run): void {
  let size: number;
  let earliest: number;
  let isBeside: boolean;
  do {
    size = run.size;
    isBeside = false;
    while (run.slideUp()) other.previous();
    earliest = run.end;
    isBeside ||= !other.isEmpty;
    while (run.slideDown()) {
      other.next();
      isBeside ||= !other.isEmpty;
    }
    // On its way it may have met its neighbours, and be one with them now.
  } while (size !== run.size);
  if (run.end === earliest || !isBeside) return;
  while (other.isEmpty) {
    run.slideUp();
    other.previous();
  }
}

class Run {
  private start = 0;
  end = 0;
  private readonly lines: readonly string[];
  private readonly flags: Uint8Array;

  constructor({ lines, isChanged }: ChangedLines) {
    this.lines = lines;
    this.flags = isChanged;
    this.growDown();
  }

  get isEmpty(): boolean {
    return this.start === this.end;
  }

  get size(): number {
    return this.end - this.start;
  }

  next(): boolean {
    if (this.end === this.lines.length) return false;
    this.start = ++this.end;
    this.growDown();
    return true;
  }

  previous(): void {
    this.end = --this.start;
    this.growUp();
  }

  slideDown(): boolean {
    const { lines, flags, start, end } = this;
    if (end >= lines.length || lines[start] !== lines[end]) return false;
    flags[this.start++] = 0;
    flags[this.end++] = 1;
    this.growDown();
    return true;
  }

  slideUp(): boolean {
    const { lines, flags, start, end } = this;
    if (start === 0 || lines[start - 1] !== lines[end - 1]) return false;
    flags[--this.start] = 1;
    flags[--this.end] = 0;
    this.growUp();
    return true;
  }

  private growDown(): void {
    while (this.flags[this.end]) this.end++;
  }

  private growUp(): void {
    while (this.start > 0 && this.flags[this.start - 1]) this.start--;
  }
}
