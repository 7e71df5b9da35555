import type { DealParts, KeyPart } from './headParts';
import { isConflict, type MergePiece } from './pieces';

const SIDES = ['ours', 'theirs'] as const;

/** A deal merged by lines: each conflict that begins in the front matter, with the keys that the sides have differently there. */
export function withKeysOfLines(
  pieces: readonly MergePiece[],
  parts: Readonly<Record<(typeof SIDES)[number], DealParts>>,
): readonly MergePiece[] {
  const keys = new Set(SIDES.flatMap(side => [...parts[side].keys.keys()]));
  const lengthOfHead = (side: DealParts) =>
    [...side.keys.values()].reduce((sum, part) => sum + part.lead.length + part.lines.length, 0) +
    side.tail.length +
    side.fences.length;
  const left = { ours: lengthOfHead(parts.ours), theirs: lengthOfHead(parts.theirs) };
  return pieces.map(piece => {
    const lines = isConflict(piece) ? piece.lines : { ours: piece, theirs: piece };
    const isInHead = SIDES.every(side => left[side] > 0);
    for (const side of SIDES) left[side] -= lines[side].length;
    if (!isConflict(piece) || !isInHead) return piece;
    const isThere = (key: string) => {
      const own = { ours: parts.ours.keys.get(key), theirs: parts.theirs.keys.get(key) };
      return (
        linesNotIn(own.ours, own.theirs).some(line => lines.ours.includes(line)) ||
        linesNotIn(own.theirs, own.ours).some(line => lines.theirs.includes(line))
      );
    };
    return { ...piece, keys: [...keys].filter(isThere).sort() };
  });
}

function linesNotIn(part: KeyPart | undefined, other: KeyPart | undefined): readonly string[] {
  return (part?.lines ?? []).filter(line => !other?.lines.includes(line));
}
