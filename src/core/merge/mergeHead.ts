import { ownName, standardName, type KeyNames } from '../frontMatter/keyNames';
import type { DealParts, KeyPart } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { PLAIN_LIST } from './listRules';
import { groupInConflict, type KeyVersions } from './mergeGroup';
import { keysInConflict, type MergedKey } from './mergedKey';
import { mergeKey } from './mergeKey';
import { mergeStanding } from './mergeStanding';
import { inOneOrder } from './order';
import { isSameLines, pick } from './pick';
import { linesOfSide, mergeLines, type MergePiece } from './pieces';

/** Keys that say one thing together: an amount without its currency is none. */
const GROUPS = [
  ['value', 'currency', 'value_period', 'term'],
  ['next_step', 'next_step_on'],
] as const;

/** A merged front matter, without its fences. */
export interface MergedHead {
  readonly pieces: readonly MergePiece[];
  /** By key, as the file has it. */
  readonly keys: ReadonlyMap<string, MergedKey>;
  /** The sides had moved the deal differently, and the later move counts. */
  readonly isDecidedByDay: boolean;
}

/** Merges front matters key by key. */
export function mergeHead(versions: ThreeVersions<DealParts>, names: KeyNames): MergedHead {
  const keys: KeyVersions = {
    base: versions.base.keys,
    ours: versions.ours.keys,
    theirs: versions.theirs.keys,
  };
  const standing = mergeStanding(keys, names);
  const merged = new Map(standing.keys);
  for (const group of GROUPS) {
    const open = groupInConflict(
      group.map(key => ownName(names, key)),
      keys,
    );
    for (const [at, one] of keysInConflict(open, keys).entries()) merged.set(open[at]!, one);
  }
  const namesIn = (side: ReadonlyMap<string, KeyPart>) => [...side.keys()];
  const order = inOneOrder({
    base: namesIn(keys.base),
    ours: namesIn(keys.ours),
    theirs: namesIn(keys.theirs),
  });
  const pieces: MergePiece[] = [];
  const told = new Set<MergePiece>();
  for (const key of order) {
    const one = merged.get(key) ?? mergeKey(key, keys, PLAIN_LIST);
    merged.set(key, one);
    pieces.push(mergeComments(leadsOf(keys, key)));
    // The keys of a group stand where the first of them stands, in whichever order that is.
    const open = [...merged.values()].flatMap(other => other.pieces).filter(piece => isAbout(piece, key));
    const all = open.length && standardName(names, key) !== 'history' ? open : one.pieces;
    for (const piece of all) {
      if (told.has(piece)) continue;
      told.add(piece);
      pieces.push(piece);
    }
  }
  const { base, ours, theirs } = versions;
  pieces.push(mergeComments({ base: base.tail, ours: ours.tail, theirs: theirs.tail }));
  return { pieces, keys: merged, isDecidedByDay: standing.isDecidedByDay };
}

function isAbout(piece: MergePiece, key: string): boolean {
  return 'about' in piece && piece.about === 'fields' && piece.keys.includes(key);
}

function leadsOf({ base, ours, theirs }: KeyVersions, key: string): ThreeVersions<readonly string[]> {
  const lead = (side: ReadonlyMap<string, KeyPart>) => side.get(key)?.lead ?? [];
  return { base: lead(base), ours: lead(ours), theirs: lead(theirs) };
}

/** Comments and blank lines: nothing of them is lost, and nobody is asked. */
function mergeComments(versions: ThreeVersions<readonly string[]>): readonly string[] {
  const picked = pick(versions, isSameLines);
  if (picked) return picked.value;
  const pieces = mergeLines(versions, false);
  return pieces.flatMap(piece =>
    'about' in piece ? [piece.lines.ours, piece.lines.theirs].sort().flat() : linesOfSide([piece], 'ours'),
  );
}
