import type { ThreeVersions } from './lines/hunks';
import { callsIn, type CallLines, type CallsText, type OwnerLines } from './callLines';
import { isSameLines, pick } from './pick';
import { mergeLines, type MergePiece } from './pieces';
import { inForm, mergedForm, plainText, type PlainText } from './plainLines';
import { withMarkers, type MarkerForm, type MergeConflict } from './render';

/** The merged text of two versions of a `forecast.yaml`, with markers around what is in conflict. */
export interface CallsMerge {
  readonly text: string;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two versions of a `forecast.yaml` that come from one: the calls of both sides are there, by owner, quarter and day.
 * Only a call that both have otherwise is in conflict. Where a version holds anything but owners with their calls, or both have
 * changed a comment, the lines are merged as git does it.
 *
 * @param texts with an empty base where both sides made the file
 */
export function mergeCalls(texts: ThreeVersions<string>, form: MarkerForm): CallsMerge {
  const whole = pick(texts, (a, b) => a === b);
  if (whole) return { text: whole.value, conflicts: [] };
  const { base, ours, theirs } = texts;
  const plain = { base: plainText(base), ours: plainText(ours), theirs: plainText(theirs) };
  const lines = { base: plain.base.lines, ours: plain.ours.lines, theirs: plain.theirs.lines };
  const pieces = united(lines) ?? mergeLines(lines, form.withBase);
  const merged = withMarkers(pieces, form);
  // What was emptied says nothing of how its lines end.
  const formOf = (side: PlainText) => (side.whole === '' ? plain.base : side);
  const written = mergedForm({ ...plain, ours: formOf(plain.ours), theirs: formOf(plain.theirs) });
  // A marker needs the end of its line, and so does a line that another one came below.
  const isEnded = written.isEnded || merged.conflicts.length > 0;
  return {
    text: inForm(merged.lines, { ...written, isEnded }, [plain.ours, plain.theirs]),
    conflicts: merged.conflicts,
  };
}

/** What is no call, and was changed on both sides. */
class ByLines extends Error {}

function united(lines: ThreeVersions<readonly string[]>): MergePiece[] | undefined {
  const [base, ours, theirs] = [callsIn(lines.base), callsIn(lines.ours), callsIn(lines.theirs)];
  if (!base || !ours || !theirs) return undefined;
  try {
    return unite({ base, ours, theirs });
  } catch (cause) {
    if (cause instanceof ByLines) return undefined;
    throw cause;
  }
}

function unite(texts: ThreeVersions<CallsText>): MergePiece[] {
  const pieces: MergePiece[] = [picked(map(texts, ({ top }) => top))];
  for (const key of keysOf(map(texts, ({ owners }) => owners))) {
    const versions = map(texts, ({ owners }) => owners.get(key));
    const isNew = !versions.base;
    const last = pieces.at(-1)!;
    const above = 'about' in last ? last.lines.ours : last;
    // Both may have put their own behind the same last line.
    if (isNew && pieces.some(piece => 'about' in piece || piece.length) && above.at(-1)?.trim() !== '')
      pieces.push(['']);
    const own = ownerPieces(versions).filter(piece => 'about' in piece || piece.length);
    pieces.push(...own);
  }
  return pieces;
}

/** Those of the base, without those that a side took out; then new ones, by their names, whichever side they are from. */
function keysOf<T>({ base, ours, theirs }: ThreeVersions<ReadonlyMap<string, T>>): string[] {
  const fresh = new Set([...ours.keys(), ...theirs.keys()].filter(key => !base.has(key)));
  return [...base.keys(), ...[...fresh].sort()];
}

function ownerPieces(versions: ThreeVersions<OwnerLines | undefined>): MergePiece[] {
  const { base, ours, theirs } = versions;
  const whole = pick(map(versions, linesOf), isSameLines);
  if (whole) return [whole.value];
  // Taken out here, and changed there.
  if (!ours || !theirs) throw new ByLines();
  const head = picked({ base: base?.head ?? ours.head, ours: ours.head, theirs: theirs.head });
  const calls = { base: base?.calls ?? new Map<string, CallLines>(), ours: ours.calls, theirs: theirs.calls };
  const pieces = keysOf(calls).flatMap((key): MergePiece[] => {
    const lines = map(calls, all => all.get(key)?.lines ?? []);
    const one = pick(lines, isSameLines);
    if (one) return one.value.length ? [one.value] : [];
    return [{ about: 'list', keys: [ours.name], lines }];
  });
  const indents = new Set([...ours.calls.values(), ...theirs.calls.values()].map(({ indent }) => indent));
  if (indents.size > 1) throw new ByLines();
  return [head, ...pieces, picked({ base: base?.tail ?? [], ours: ours.tail, theirs: theirs.tail })];
}

function linesOf(owner: OwnerLines | undefined): readonly string[] {
  if (!owner) return [];
  return [...owner.head, ...[...owner.calls.values()].flatMap(({ lines }) => lines), ...owner.tail];
}

function picked(lines: ThreeVersions<readonly string[]>): readonly string[] {
  const one = pick(lines, isSameLines);
  if (!one) throw new ByLines();
  return one.value;
}

function map<T, R>({ base, ours, theirs }: ThreeVersions<T>, make: (version: T) => R): ThreeVersions<R> {
  return { base: make(base), ours: make(ours), theirs: make(theirs) };
}
