import { linkDefinitionsIn, type LinkDefinition } from './definitions';
import { targetsIn } from './inline';
import type { Leaf, NoteLine, Notes } from './notes';
import { cellsIn } from './table';
import type { LinkTarget } from './target';
import { MarkdownWords } from './words';

/** What a link, an image or a definition leads to: where that is written, and how. */
export interface Link {
  /** As it is written, without the `<` and `>` that may stand around it. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly isBracketed: boolean;
}

/** Whether a text can have links at all: most have none, and need not be read. */
export function mayHaveLinks(text: string): boolean {
  return text.includes('](') || text.includes(']:');
}

/** The links of the notes, in their order: neither those in code nor addresses between `<` and `>`. */
export function linksIn(notes: Notes): Link[] {
  if (!mayHaveLinks(notes.text)) return [];
  const found: { readonly words: MarkdownWords; readonly targets: readonly LinkTarget[] }[] = [];
  const defined: LinkDefinition[] = [];
  const inline: MarkdownWords[] = [];
  for (const lines of paragraphsIn(notes)) {
    const words = MarkdownWords.of(lines);
    const { definitions, end } = linkDefinitionsIn(words.text);
    for (const definition of definitions) defined.push(definition);
    found.push({ words, targets: definitions.map(({ target }) => target) });
    const rest = end ? words.text.slice(0, end).split('\n').length - 1 : 0;
    for (const cell of cellsIn(end >= words.text.length && end ? [] : lines.slice(rest))) inline.push(cell);
  }
  const labels = new Set(defined.map(({ label }) => label));
  for (const words of inline)
    found.push({ words, targets: targetsIn(words.text, label => labels.has(label)) });
  const links = found.flatMap(({ words, targets }) => targets.map(target => linkAt(words, target)));
  return links.sort((a, b) => a.start - b.start);
}

function linkAt(words: MarkdownWords, { start, end, isBracketed }: LinkTarget): Link {
  const at = words.placeOf(start);
  return { written: words.text.slice(start, end), start: at, end: at + end - start, isBracketed };
}

/** The lines of each paragraph and each heading. */
function paragraphsIn({ lines }: Notes): NoteLine[][] {
  const paragraphs: NoteLine[][] = [];
  let open: Leaf | undefined;
  for (const line of lines) {
    const { leaf } = line;
    if (leaf?.kind !== 'text' && leaf?.kind !== 'heading') open = undefined;
    else if (leaf === open) paragraphs.at(-1)!.push(line);
    else {
      paragraphs.push([line]);
      open = leaf;
    }
  }
  return paragraphs;
}
