import type { NoteItem, Notes } from './notes';

/** An item of a task list: `- [x] Call them`. */
export interface Task {
  readonly item: NoteItem;
  readonly isTicked: boolean;
  /** Where its blank or its `x` stands. */
  readonly at: number;
  /** What stands before its box: `  - `. */
  readonly bullet: string;
  /** What stands behind it. */
  readonly words: string;
}

const BOX = /^\[([ xX])\][ \t]+(?=\S)/;

/** The tasks of the notes, also in lists within others; not those in quotes. */
export function tasksIn({ items, lines }: Notes): Task[] {
  return items.flatMap(item => {
    const { start, text } = lines[item.line]!;
    const words = text.slice(item.content - start);
    const box = BOX.exec(words);
    // More than blanks before its mark are the marks of other items or quotes.
    if (!box || text.slice(0, item.mark - start).trim()) return [];
    const bullet = text.slice(0, item.content - start);
    const at = item.content + 1;
    return [{ item, isTicked: box[1] !== ' ', at, bullet, words: words.slice(box[0].length) }];
  });
}
