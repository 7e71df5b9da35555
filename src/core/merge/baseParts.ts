import { conflictsIn, sidesOf } from '../frontMatter/conflict';
import type { KeyNames } from '../frontMatter/keyNames';
import { parseFrontMatter } from '../frontMatter/parse';
import { applyEdits } from '../textEdit';
import { dealParts, NO_PARTS, type DealParts, type KeyPart } from './headParts';
import { isSameLines } from './pick';
import { plainText, type PlainText } from './plainLines';

/**
 * What both sides come from, in its parts; without any where they have made the file each by themselves. `undefined` where it
 * reads but has no lines for each key.
 */
export function baseParts(base: PlainText, names: KeyNames): DealParts | undefined | 'unreadable' {
  if (base.text === '') return NO_PARTS;
  const sides = sidesOf(base.text);
  if (sides) return partsOfConflict(base.text, [sides.ours.text, sides.theirs.text], names) ?? 'unreadable';
  const parsed = parseFrontMatter(base.text, names);
  if (parsed.kind === 'none') return { ...NO_PARTS, notes: base.lines };
  return parsed.kind === 'refused' ? 'unreadable' : dealParts(base, parsed);
}

/**
 * Git merges the bases first where there are several, and leaves its markers in what comes of it. Of such a base counts what is
 * in no conflict: then both sides have added the rest, and where they differ it is told again.
 */
function partsOfConflict(
  text: string,
  sides: readonly [string, string],
  names: KeyNames,
): DealParts | undefined {
  const [ours, theirs] = sides.map(side => partsIn(side, names));
  if (!ours || !theirs) return undefined;
  const isInBoth = ([key, { lines }]: readonly [string, KeyPart]) => {
    const other = theirs.keys.get(key);
    return other !== undefined && isSameLines(lines, other.lines);
  };
  const settled = applyEdits(
    text,
    conflictsIn(text).map(({ start, end }) => ({ start, end, text: '' })),
  );
  const notes = partsIn(settled, names)?.notes;
  return notes && { ...ours, keys: new Map([...ours.keys].filter(isInBoth)), notes };
}

function partsIn(text: string, names: KeyNames): DealParts | undefined {
  const parsed = parseFrontMatter(text, names);
  return parsed.kind === 'found' ? dealParts(plainText(text), parsed) : undefined;
}
