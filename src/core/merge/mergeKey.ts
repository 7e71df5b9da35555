import { keepsComments, linesOf } from './comments';
import { dataIn, partsOf, type KeyPart } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { keysInConflict, takenFrom, type MergedKey } from './mergedKey';
import { mergeForm } from './mergeForm';
import { mergeData } from './mergeMap';
import { uniteList, writeList, type ListRules } from './mergeList';
import { isSameData, isSameLines, pick } from './pick';
import { isConflict, linesOfSide, mergeLines } from './pieces';

/** A key that stands for itself: what only one side has changed counts, and lists are united. */
export function mergeKey(
  key: string,
  versions: ThreeVersions<ReadonlyMap<string, KeyPart>>,
  rules: ListRules,
): MergedKey {
  const parts = partsOf(key, versions);
  const picked = pick(parts, isSamePart);
  if (picked) return takenFrom(picked.value);
  if (isTakenOut(parts)) return takenFrom(undefined);
  const list = listOf(key, parts, rules);
  if (list) return list;
  const values = { base: parts.base?.value, ours: parts.ours?.value, theirs: parts.theirs?.value };
  const merged = mergeData(values);
  // What took an empty key out has said nothing else about it.
  const only = parts.ours && parts.theirs ? undefined : (parts.ours ?? parts.theirs);
  if (only && merged && (merged.value ?? null) !== null) return takenFrom(only);
  const form = merged && mergeForm(parts, merged.value);
  if (form) return takenFrom(form);
  // Taken out on one side, and only written differently on the other: but a comment there is more.
  if (only && merged && keepsComments([], linesOf(parts))) return takenFrom(undefined);
  if (only && isSameData(only.value, null)) return takenFrom(only);
  return mergeText(parts) ?? keysInConflict([key], versions)[0]!;
}

/** A key as one side has it, with the comments of both; `undefined` where one would be lost. */
export function keyOfSide(
  key: string,
  versions: ThreeVersions<ReadonlyMap<string, KeyPart>>,
  side: 'ours' | 'theirs',
): MergedKey | undefined {
  const parts = partsOf(key, versions);
  const part = parts[side];
  if (keepsComments(part?.lines ?? [], linesOf(parts))) return takenFrom(part);
  const form = part && mergeForm(parts, part.value);
  return form && keepsComments(form.lines, linesOf(parts)) ? takenFrom(form) : undefined;
}

/** A text of several lines, folded or not, in which both sides have changed others. */
function mergeText({ base, ours, theirs }: ThreeVersions<KeyPart | undefined>): MergedKey | undefined {
  const [from, mine, others] = [base, ours, theirs].map(part =>
    typeof part?.value === 'string' && part.lines.length > 1 ? part.lines : undefined,
  );
  if (!from || !mine || !others) return undefined;
  const pieces = mergeLines({ base: from, ours: mine, theirs: others }, false);
  if (pieces.some(isConflict)) return undefined;
  const lines = linesOfSide(pieces, 'ours');
  const value = dataIn(lines)?.[ours!.key];
  return typeof value === 'string' ? takenFrom({ lines, value }) : undefined;
}

function isSamePart(a: KeyPart | undefined, b: KeyPart | undefined): boolean {
  return a && b ? isSameLines(a.lines, b.lines) : a === b;
}

function listOf(
  key: string,
  parts: ThreeVersions<KeyPart | undefined>,
  rules: ListRules,
): MergedKey | undefined {
  const { ours, theirs } = parts;
  const sides = [ours, theirs];
  // A history that was taken out on one side and written on the other is for a person.
  if (parts.base && rules.order !== 'none' && sides.some(part => part === undefined)) return undefined;
  if (!sides.some(part => Array.isArray(part?.value))) return undefined;
  const united = uniteList(parts, rules);
  return united && writeList(key, united, NOTHING);
}

/** Whether one side has taken a list out, and the other only items from it. */
function isTakenOut({ base, ours, theirs }: ThreeVersions<KeyPart | undefined>): boolean {
  const left: unknown = (ours ?? theirs)?.value;
  const items: unknown = base?.value;
  if ((ours && theirs) || !Array.isArray(left) || !Array.isArray(items)) return false;
  return (
    left.every(one => items.some(was => isSameData(one, was))) &&
    keepsComments([], linesOf({ base, ours, theirs }))
  );
}

const NOTHING: ReadonlySet<never> = new Set<never>([]);
