import { behindBlanks, behindTitle, isEscape, targetAt, type LinkTarget } from './target';
import { MarkdownWords } from './words';
import type { NoteLine } from './notes';

/** `[label]: target "title"`, at the begin of a paragraph. */
export interface LinkDefinition {
  readonly label: string;
  readonly target: LinkTarget;
}

/** The definitions that a paragraph begins with, and where its own words begin. */
export function linkDefinitionsIn(words: string): { definitions: readonly LinkDefinition[]; end: number } {
  const definitions: LinkDefinition[] = [];
  let end = 0;
  for (let found = definitionAt(words, 0); found; found = definitionAt(words, end)) {
    definitions.push(found.definition);
    end = found.end;
  }
  return { definitions, end };
}

/** Where the words of a paragraph begin behind its definitions, in the whole text. */
export function endOfDefinitions(lines: readonly NoteLine[]): number {
  const words = MarkdownWords.of(lines);
  const { end } = linkDefinitionsIn(words.text);
  return words.placeOf(Math.min(end, words.text.length));
}

function definitionAt(words: string, start: number): { definition: LinkDefinition; end: number } | undefined {
  const close = endOfLabel(words, start);
  if (close === undefined || words[close] !== ':') return undefined;
  const label = labelName(words.slice(start + 1, close - 1));
  const found = targetAt(words, behindBlanks(words, close + 1));
  if (!label || !found) return undefined;
  const { target, behind } = found;
  if (target.start === target.end && !target.isBracketed) return undefined;
  const next = behindBlanks(words, behind);
  const title = next > behind ? behindTitle(words, next) : undefined;
  const end = (title === undefined ? undefined : endOfLine(words, title)) ?? endOfLine(words, behind);
  return end === undefined ? undefined : { definition: { label, target }, end };
}

/** Behind the line end, if nothing but blanks is before it. */
function endOfLine(words: string, from: number): number | undefined {
  let at = from;
  while (words[at] === ' ' || words[at] === '\t') at++;
  if (at >= words.length) return at;
  return words[at] === '\n' ? at + 1 : undefined;
}

/** Longer ones are none. */
const MOST_OF_LABEL = 999;

/** Behind the `]` of the label whose `[` is here. */
export function endOfLabel(words: string, start: number): number | undefined {
  if (words[start] !== '[') return undefined;
  for (let at = start + 1; at < words.length && at <= start + MOST_OF_LABEL + 1; at++) {
    if (words[at] === ']') return at + 1;
    if (words[at] === '[') return undefined;
    if (isEscape(words, at)) at++;
  }
  return undefined;
}

/** A label as it is compared: in any case, with any blanks. */
export function labelName(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
