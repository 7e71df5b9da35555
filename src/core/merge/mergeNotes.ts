import { withOneBullet } from './bullets';
import type { ThreeVersions } from './lines/hunks';
import { logParts, type LogParts } from './logParts';
import { mergeTasks, withTicksOfBoth } from './mergeTasks';
import { isSameLines } from './pick';
import { isConflict, mergeLines, type MergePiece } from './pieces';
import { unite, type MergeItem, type UnitedItem } from './unite';

/** Merged notes. */
export interface MergedNotes {
  readonly pieces: readonly MergePiece[];
  /** Both sides had written into the log. */
  readonly hasUnitedLog: boolean;
}

/** Merges the notes of a deal: the log entry by entry, task lists item by item, and all else by lines, as git does. */
export function mergeNotes(versions: ThreeVersions<readonly string[]>, withBase: boolean): MergedNotes {
  const { base, ours, theirs } = versions;
  const isOneSided = [
    [ours, base],
    [theirs, base],
    [ours, theirs],
  ].some(([a, b]) => isSameLines(a!, b!));
  const ticked = isOneSided ? versions : withTicksOfBoth(versions);
  const withLog = isOneSided ? undefined : mergeAroundLog(ticked, withBase);
  return withLog
    ? { pieces: withLog, hasUnitedLog: true }
    : { pieces: mergeLines(ticked, withBase, mergeTasks), hasUnitedLog: false };
}

/** In place of a log, while what stands around it is merged. No line of a text has a line end in it. */
const LOG = '\n';

function mergeAroundLog(
  { base, ours, theirs }: ThreeVersions<readonly string[]>,
  withBase: boolean,
): readonly MergePiece[] | undefined {
  const [from, mine, others] = [logParts(base), logParts(ours), logParts(theirs)];
  if (!mine || !others) return undefined;
  // A paragraph below an item would become a part of it.
  const forms = new Set([from?.form, mine.form, others.form].filter(form => form !== undefined));
  if (forms.size > 1) return undefined;
  const around = ({ before, behind }: LogParts) => [...before, LOG, ...behind];
  const outer = mergeLines(
    { base: from ? around(from) : base, ours: around(mine), theirs: around(others) },
    withBase,
    mergeTasks,
  );
  const places = outer.filter(piece => !isConflict(piece) && piece.includes(LOG));
  if (places.length !== 1) return undefined;
  const log = mergeLog(withOneBullet({ base: from, ours: mine, theirs: others }), withBase);
  return outer.flatMap(piece => {
    if (piece !== places[0] || isConflict(piece)) return [piece];
    const at = piece.indexOf(LOG);
    return [piece.slice(0, at), ...log, piece.slice(at + 1)];
  });
}

interface LogVersions {
  readonly base: LogParts | undefined;
  readonly ours: LogParts;
  readonly theirs: LogParts;
}

function mergeLog({ base, ours, theirs }: LogVersions, withBase: boolean): readonly MergePiece[] {
  const isNewestLast = ours.isNewestLast ?? theirs.isNewestLast ?? base?.isNewestLast ?? false;
  const entries = unite(
    { base: base?.entries ?? [], ours: ours.entries, theirs: theirs.entries },
    { order: isNewestLast ? 'newestLast' : 'newestFirst', mayBeChanged },
  );
  const gap = Array<string>(Math.max(ours.gap, theirs.gap)).fill('');
  // The line below a heading may be blank or not, and so may the last line of a text.
  const inner = (part: (log: LogParts) => readonly string[], isEnd: boolean): readonly MergePiece[] => {
    const versions = { base: base ? part(base) : [], ours: part(ours), theirs: part(theirs) };
    const isBlank = [versions.ours, versions.theirs].every(lines => lines.every(line => !line.trim()));
    const [shorter, longer] = [versions.ours, versions.theirs].sort((a, b) => a.length - b.length);
    if (isEnd && isBlank) return [base || !shorter!.length ? longer! : shorter!];
    return mergeLines(versions, withBase, mergeTasks);
  };
  const title = ours.title;
  return [
    ...inner(log => log.head, false),
    ...entries.flatMap((one, at) => [pieceOf(one, title), at < entries.length - 1 ? gap : []]),
    ...inner(log => log.tail, true),
  ];
}

/** An entry that took the place of another is that one, corrected: of the same day, or with words of it. */
function mayBeChanged(was: MergeItem, is: MergeItem): boolean {
  const words = (item: MergeItem) => new Set(item.lines.join(' ').match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const [before, after] = [words(was), words(is)];
  const same = [...before].filter(word => after.has(word)).length;
  return same * 2 >= Math.min(before.size, after.size) && same > 0;
}

function pieceOf(one: UnitedItem, title: string): MergePiece {
  if ('item' in one) return one.item.lines;
  const { base, ours, theirs } = one.sides;
  const lines = { base: base?.lines ?? [], ours: ours?.lines ?? [], theirs: theirs?.lines ?? [] };
  return { about: 'log', keys: [title], lines };
}
