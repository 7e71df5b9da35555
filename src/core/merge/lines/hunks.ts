import { lineChanges, type LineChange } from './lineChanges';

/** Three versions of some lines: what both sides come from, and the sides. */
export interface ThreeVersions<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** Some lines of a text: where they begin, and the place behind the last. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A place where at least one side has other lines than the base. */
export interface MergeHunk extends ThreeVersions<LineRange> {
  /** Whose lines are taken; `both` where the sides changed it differently. */
  readonly from: 'ours' | 'theirs' | 'both';
}

/**
 * Where the sides differ from what they come from, in their order: as `xdl_do_merge` finds it in git's xdiff/xmerge.c. What
 * both changed alike is not among them, and stands in the lines of ours.
 */
export function hunksOf({ base, ours, theirs }: ThreeVersions<readonly string[]>): readonly MergeHunk[] {
  const [mine, others] = [lineChanges(base, ours), lineChanges(base, theirs)];
  const hunks = new Hunks();
  let [at, other] = [0, 0];
  while (at < mine.length && other < others.length) {
    const [x, y] = [mine[at]!, others[other]!];
    const [xEnd, yEnd] = [x.at + x.removed, y.at + y.removed];
    if (xEnd < y.at) {
      hunks.addOurs(x, y.newAt - y.at);
      at++;
    } else if (yEnd < x.at) {
      hunks.addTheirs(y, x.newAt - x.at);
      other++;
    } else {
      if (!isSameChange(x, y, ours, theirs)) hunks.add('both', ...around(x, y));
      if (xEnd >= yEnd) other++;
      if (yEnd >= xEnd) at++;
    }
  }
  for (const x of mine.slice(at)) hunks.addOurs(x, theirs.length - base.length);
  for (const y of others.slice(other)) hunks.addTheirs(y, ours.length - base.length);
  return hunks.all;
}

/** Collects them; those that touch are one. */
class Hunks {
  readonly all: MergeHunk[] = [];

  /** @param shift how much further down the same lines stand in theirs */
  addOurs({ at, removed, newAt, added }: LineChange, shift: number): void {
    this.add('ours', range(at, removed), range(newAt, added), range(at + shift, removed));
  }

  addTheirs({ at, removed, newAt, added }: LineChange, shift: number): void {
    this.add('theirs', range(at, removed), range(at + shift, removed), range(newAt, added));
  }

  add(from: MergeHunk['from'], base: LineRange, ours: LineRange, theirs: LineRange): void {
    const last = this.all.at(-1);
    if (!last || (ours.start > last.ours.end && theirs.start > last.theirs.end)) {
      this.all.push({ from, base, ours, theirs });
      return;
    }
    this.all[this.all.length - 1] = {
      from: from === last.from ? from : 'both',
      base: { start: last.base.start, end: base.end },
      ours: { start: last.ours.start, end: ours.end },
      theirs: { start: last.theirs.start, end: theirs.end },
    };
  }
}

function range(start: number, length: number): LineRange {
  return { start, end: start + length };
}

/** What two changes cover together, in the base and on both sides. */
function around(x: LineChange, y: LineChange): [LineRange, LineRange, LineRange] {
  const start = Math.min(x.at, y.at);
  const end = Math.max(x.at + x.removed, y.at + y.removed);
  const inSide = ({ at, removed, newAt, added }: LineChange): LineRange => ({
    start: newAt - (at - start),
    end: newAt + added + (end - at - removed),
  });
  return [{ start, end }, inSide(x), inSide(y)];
}

function isSameChange(x: LineChange, y: LineChange, ours: readonly string[], theirs: readonly string[]) {
  if (x.at !== y.at || x.removed !== y.removed || x.added !== y.added) return false;
  for (let n = 0; n < x.added; n++) if (ours[x.newAt + n] !== theirs[y.newAt + n]) return false;
  return true;
}
