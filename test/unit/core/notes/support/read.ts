import { linksIn } from '../../../../../src/core/notes/links';
import { readTarget } from '../../../../../src/core/notes/path';
import { readNotes } from '../../../../../src/core/notes/readNotes';
import { saysSomething, type Judged } from './markdown';

/** What we read in Markdown, as the judge tells it. */
export function read(text: string): Judged {
  const notes = readNotes(text, 0);
  const { headings, items, lines } = notes;
  const isCode = (kind: string | undefined) => kind === 'code' || kind === 'html';
  return {
    links: linksIn(notes)
      .map(({ written }) => readTarget(written))
      .sort(),
    headings: headings.map(({ level, first }) => `h${level} ${first}`),
    items: items.filter(({ depth }) => !depth).map(({ line }) => line),
    code: lines.flatMap(({ leaf, text: words }, at) =>
      isCode(leaf?.kind) && saysSomething(words) ? [at] : [],
    ),
  };
}
