import { headOf, type Head } from './head';
import { isFree, type Part } from './part';
import { scanHead } from './scan';

/** A place in a front matter, with all that stands around it. */
export interface Spot {
  readonly part: Part;
  readonly parts: readonly Part[];
  readonly text: string;
  readonly head: Head;
}

/**
 * What stands at an offset of a text in its front matter, or could be written there: the key, the value or the free
 * place; `undefined` elsewhere, in comments and between things. A free place begins and ends right there.
 */
export function spotAt(text: string, offset: number): Spot | undefined {
  const head = headOf(text);
  if (!head || offset < head.start || offset > head.end || (head.isClosed && offset === head.end))
    return undefined;
  const parts = scanHead(text, head, offset);
  const part = parts.findLast(({ start, until }) => start <= offset && offset <= until);
  if (!part || !isFree(part)) return part && { part, parts, text, head };
  const lead = part.lead || (/[\s[{]/.test(text[offset - 1]!) ? '' : ' ');
  return { part: { ...part, start: offset, end: offset, lead }, parts, text, head };
}

/** All keys and values of a text's front matter, free places among them; none where it has no front matter. */
export function partsOf(text: string): readonly Part[] {
  const head = headOf(text);
  return head ? scanHead(text, head) : [];
}
