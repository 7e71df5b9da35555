import { isConflict, type MergePiece, type OpenConflict } from './pieces';
import type { ThreeVersions } from './lines/hunks';

/** How conflicts are written. */
export interface MarkerForm {
  /** The number of characters of a marker: 7, or more where git merges bases. */
  readonly size: number;
  /** What the versions are called. */
  readonly labels: ThreeVersions<string>;
  /** Whether the lines of the base stand between those of the sides. */
  readonly withBase: boolean;
}

/** A conflict in a merged text. */
export interface MergeConflict extends OpenConflict {
  /** The line with the marker that opens it, counted from 1, and the one with the marker that closes it. */
  readonly line: number;
  readonly lastLine: number;
}

/** The lines of a merged text, with markers around what is in conflict, and where that is. */
export function withMarkers(
  pieces: readonly MergePiece[],
  form: MarkerForm,
): { readonly lines: readonly string[]; readonly conflicts: readonly MergeConflict[] } {
  const lines: string[] = [];
  const conflicts: MergeConflict[] = [];
  for (const piece of pieces) {
    if (!isConflict(piece)) {
      lines.push(...piece);
      continue;
    }
    const line = lines.length + 1;
    lines.push(...marked(piece, form));
    conflicts.push({ ...piece, line, lastLine: lines.length });
  }
  return { lines, conflicts };
}

function marked({ keys, lines }: OpenConflict, { size, labels, withBase }: MarkerForm): string[] {
  const what = keys.length ? `: ${keys.join(', ')}` : '';
  const marker = (char: string, label: string) => `${char.repeat(size)} ${label}${what}`;
  return [
    marker('<', labels.ours),
    ...lines.ours,
    ...(withBase ? [marker('|', labels.base), ...lines.base] : []),
    '='.repeat(size),
    ...lines.theirs,
    marker('>', labels.theirs),
  ];
}
