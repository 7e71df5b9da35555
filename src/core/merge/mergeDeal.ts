import { isSame } from '../frontMatter/edit/proof';
import { STANDARD_NAMES, type KeyNames } from '../frontMatter/keyNames';
import { parseFrontMatter } from '../frontMatter/parse';
import { baseParts } from './baseParts';
import { dealParts, type DealParts, type ParsedHead } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { withKeysOfLines } from './keysOfLines';
import { mergeHead, type MergedHead } from './mergeHead';
import { mergeNotes } from './mergeNotes';
import { isSameLines, pick } from './pick';
import { isConflict, linesOfSide, mergeLines, type MergePiece } from './pieces';
import { inForm, mergedForm, plainText, type PlainText } from './plainLines';
import { withMarkers, type MarkerForm, type MergeConflict } from './render';

/** How a merge is asked for. */
export interface MergeWish {
  /** The keys that files have for the standard fields. */
  readonly names?: KeyNames;
  readonly markers?: Partial<MarkerForm>;
}

/** What was changed on both sides and is one now. */
export type UnitedPart = 'fields' | 'standing' | 'log';

/** A merged deal, or that this is none. */
export type DealMerge =
  | {
      readonly kind: 'merged';
      /** With markers around what is in conflict. */
      readonly text: string;
      readonly united: readonly UnitedPart[];
      /** In the order in which they stand in the text. */
      readonly conflicts: readonly MergeConflict[];
    }
  /** One of the versions is no deal, or cannot be read: what git makes of the lines is all that can be said. */
  | { readonly kind: 'noDeal' };

const MARKERS: MarkerForm = {
  size: 7,
  labels: { base: 'base', ours: 'ours', theirs: 'theirs' },
  withBase: false,
};

/**
 * Merges two versions of a deal that come from one: field by field, and the notes entry by entry and line by line. All that
 * either side has changed is there, in its own bytes; what both have changed differently stands between markers. The result
 * is read again: where it does not say what it should, the lines are merged as git does it.
 *
 * @param texts with an empty base where both sides made the file
 */
export function mergeDeal(texts: ThreeVersions<string>, wish: MergeWish = {}): DealMerge {
  const form = { ...MARKERS, ...wish.markers };
  const { base, ours, theirs } = texts;
  const names = wish.names ?? STANDARD_NAMES;
  const plain = { base: plainText(base), ours: plainText(ours), theirs: plainText(theirs) };
  const [mine, others] = [dealIn(plain.ours, names), dealIn(plain.theirs, names)];
  if (!mine || !others) return { kind: 'noDeal' };
  const whole = pick(texts, (a, b) => a === b);
  if (whole) return { kind: 'merged', text: whole.value, united: [], conflicts: [] };
  const from = baseParts(plain.base, names);
  if (from === 'unreadable') return { kind: 'noDeal' };
  const [ourParts, theirParts] = [dealParts(plain.ours, mine), dealParts(plain.theirs, others)];
  const merged =
    from && ourParts && theirParts
      ? mergeParts({ base: from, ours: ourParts, theirs: theirParts }, form, names)
      : undefined;
  const plainly = () => byLines(plain, form, names);
  const named = () =>
    ourParts && theirParts ? withKeysOfLines(plainly(), { ours: ourParts, theirs: theirParts }) : plainly();
  const pieces = merged?.pieces ?? named();
  const { lines, conflicts } = withMarkers(pieces, form);
  const { ours: first, theirs: second } = plain;
  const written = mergedForm(plain);
  const last = conflicts.at(-1);
  // A marker needs the end of its line.
  const isEnded = written.isEnded || last?.lastLine === lines.length;
  const text = inForm(lines, { ...written, isEnded }, [first, second]);
  return { kind: 'merged', text, united: merged?.united ?? [], conflicts };
}

function dealIn({ text }: Pick<PlainText, 'text'>, names: KeyNames): ParsedHead | undefined {
  const parsed = parseFrontMatter(text, names);
  return parsed.kind === 'found' && Object.hasOwn(parsed.data, 'stage') ? parsed : undefined;
}

interface Merged {
  readonly pieces: readonly MergePiece[];
  readonly united: readonly UnitedPart[];
}

/** `undefined` where the result does not say what it should. */
function mergeParts(
  versions: ThreeVersions<DealParts>,
  { withBase }: MarkerForm,
  names: KeyNames,
): Merged | undefined {
  const { base, ours, theirs } = versions;
  const head = mergeHead(versions, names);
  const notes = mergeNotes({ base: base.notes, ours: ours.notes, theirs: theirs.notes }, withBase);
  const fence = (at: 0 | 1): string => {
    const lines = { base: base.fences[at], ours: ours.fences[at], theirs: theirs.fences[at] };
    return (pick(lines, (a, b) => a === b) ?? { value: lines.ours }).value;
  };
  const pieces = [[fence(0)], ...head.pieces, [fence(1)], ...notes.pieces];
  const sides = pieces.some(isConflict) ? (['ours', 'theirs'] as const) : (['ours'] as const);
  if (!sides.every(side => saysAsMeant(pieces, head, side))) return undefined;
  const united: UnitedPart[] = [
    ...(isHeadOfBoth(versions) ? ['fields' as const] : []),
    ...(head.isDecidedByDay ? ['standing' as const] : []),
    ...(notes.hasUnitedLog ? ['log' as const] : []),
  ];
  return { pieces, united };
}

/** Reads the result as if it were any file, with one side taken in each conflict. */
function saysAsMeant(pieces: readonly MergePiece[], { keys }: MergedHead, side: 'ours' | 'theirs'): boolean {
  const parsed = parseFrontMatter(textOf(linesOfSide(pieces, side)));
  if (parsed.kind !== 'found') return false;
  const meant = [...keys].filter(([, merged]) => merged[side] !== undefined);
  return (
    meant.length === Object.keys(parsed.said).length &&
    meant.every(([key, merged]) => Object.hasOwn(parsed.said, key) && isSame(parsed.said[key], merged[side]))
  );
}

function isHeadOfBoth({ base, ours, theirs }: ThreeVersions<DealParts>): boolean {
  const lines = (side: DealParts) => [...side.keys.values()].flatMap(part => [...part.lead, ...part.lines]);
  return [ours, theirs].every(side => !isSameLines(lines(side), lines(base)));
}

/** The lines merged as git does it. What reads no longer then, though git finds no conflict, is one. */
function byLines(plain: ThreeVersions<PlainText>, form: MarkerForm, names: KeyNames): readonly MergePiece[] {
  const lines = { base: plain.base.lines, ours: plain.ours.lines, theirs: plain.theirs.lines };
  const pieces = mergeLines(lines, form.withBase);
  if (pieces.some(isConflict) || dealIn({ text: textOf(linesOfSide(pieces, 'ours')) }, names)) return pieces;
  return [{ about: 'lines', keys: [], lines }];
}

function textOf(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('');
}
