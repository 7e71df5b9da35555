import { headOf, type Head } from './head';
import { standardName, STANDARD_NAMES, type KeyNames } from '../keyNames';
import { isFree, type KeyOrValue } from './part';
import { scanHead } from './scan';

/** A place in a front matter, with all that stands around it. */
export interface Spot {
  readonly part: KeyOrValue;
  readonly parts: readonly KeyOrValue[];
  readonly text: string;
  readonly head: Head;
}

/**
 * What stands at an offset of a text in its front matter, or could be written there: the key, the value or the free
 * place; `undefined` elsewhere, in comments and between things. A free place begins and ends right there.
 *
 * @param names the team's own keys: what stands there is told by the standard ones
 */
export function spotAt(text: string, offset: number, names: KeyNames = STANDARD_NAMES): Spot | undefined {
  const head = headOf(text);
  if (!head || offset < head.start || offset > head.end || (head.isClosed && offset === head.end))
    return undefined;
  const parts = byStandardNames(scanHead(text, head, offset), names);
  const part = parts.findLast(({ start, until }) => start <= offset && offset <= until);
  if (!part || !isFree(part)) return part && { part, parts, text, head };
  const lead = part.lead || (/[\s[{]/.test(text[offset - 1]!) ? '' : ' ');
  return { part: { ...part, start: offset, end: offset, lead }, parts, text, head };
}

/** All keys and values of a text's front matter, free places among them; none where it has no front matter. */
export function partsOf(text: string, names: KeyNames = STANDARD_NAMES): readonly KeyOrValue[] {
  const head = headOf(text);
  return head ? byStandardNames(scanHead(text, head), names) : [];
}

/** A key that only looks like that of a field is that of none: it gets no name at all. */
function byStandardNames(parts: readonly KeyOrValue[], names: KeyNames): readonly KeyOrValue[] {
  if (names.size === 0) return parts;
  const standard = (key: string) => standardName(names, key) ?? '';
  return parts.map(part => {
    const [first, ...rest] = part.path;
    if (first !== undefined) return { ...part, path: [standard(first), ...rest] };
    return part.kind === 'key' ? { ...part, text: standard(part.text) } : part;
  });
}
