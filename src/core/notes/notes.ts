/**
 * The Markdown of a file, read once: the log, the checklists, the headings and the links are answered from this. What is
 * code or a comment for Markdown is so here. All places are offsets into the whole text, front matter included.
 */
export interface Notes {
  readonly text: string;
  /** Where they begin: behind the front matter. */
  readonly start: number;
  readonly lines: readonly NoteLine[];
  /** Those that stand in no list and no quote. */
  readonly headings: readonly Heading[];
  readonly items: readonly NoteItem[];
}

export interface NoteLine {
  readonly start: number;
  /** Behind its line end. */
  readonly end: number;
  /** Without its line end. */
  readonly text: string;
  /** Where its words begin: behind the marks of lists and quotes, and behind blanks. */
  readonly content: number;
  /** What its words are part of; `undefined` where it has none. */
  readonly leaf: Leaf | undefined;
  /** Whether it goes on with a paragraph without the marks of the lists and quotes that this stands in. */
  readonly isLazy: boolean;
}

/** Lines of one kind that belong together; `text` is a paragraph. */
export interface Leaf {
  readonly kind: 'text' | 'heading' | 'code' | 'html' | 'rule';
  /** The number of lists and quotes around it. */
  readonly depth: number;
  /** Whether it waits for an end that never comes: what is written behind it would be part of it. */
  readonly isOpen: boolean;
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly title: string;
  /** Where its title stands. */
  readonly start: number;
  readonly end: number;
  /** Its first and its last line, of `lines`: two or more where it is underlined. */
  readonly first: number;
  readonly last: number;
}

/** An item of a list. */
export interface NoteItem {
  /** Its first line, of `lines`. */
  readonly line: number;
  /** The number of lists and quotes around it. */
  readonly depth: number;
  /** Where its mark stands, `-` or `3.`, and where its words do. */
  readonly mark: number;
  readonly content: number;
  /** Behind the last line that belongs to it: nested lists, code and paragraphs do. */
  readonly end: number;
}

/** The line that begins at a place or behind it. */
export function lineFrom({ lines }: Notes, at: number): NoteLine | undefined {
  return lines.find(({ start }) => start >= at);
}

/** What is so long open at the end that whatever is added there would be part of it: where it begins. */
export function openEnd({ lines }: Notes): number | undefined {
  const leaf = lines.at(-1)?.leaf;
  return leaf?.isOpen && !leaf.depth ? lines.find(line => line.leaf === leaf)!.start : undefined;
}

/** A heading with all lines down to the next one of its level or above. */
export interface Section {
  readonly heading: Heading;
  /** Of `lines`, the last one not included. */
  readonly first: number;
  readonly behind: number;
}

export function sectionOf({ headings, lines }: Notes, heading: Heading): Section {
  const next = headings.find(({ first, level }) => first > heading.first && level <= heading.level);
  return { heading, first: heading.first, behind: next ? next.first : lines.length };
}
