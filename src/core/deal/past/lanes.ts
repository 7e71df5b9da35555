import type { PastCommit } from './commits';

/**
 * What is known of each file at each commit, without a list of all files for each: commits that follow each other by their
 * first parents share a lane, in which only changes are noted; where a lane begins, it has what its first commit's parent has.
 */
export class Lanes<T> {
  private readonly laneOf: readonly Lane<T>[];

  constructor(commits: readonly PastCommit[]) {
    const lanes: (Lane<T> | undefined)[] = commits.map(() => undefined);
    // From the newest on: so the line of work that ends in it is one lane, however many branches it has.
    for (let at = commits.length - 1; at >= 0; at--) {
      const lane = (lanes[at] ??= { from: undefined, noted: new Map() });
      const parent = commits[at]!.parents[0];
      if (parent === undefined) continue;
      if (lanes[parent]) lane.from = parent;
      else lanes[parent] = lane;
    }
    this.laneOf = lanes as Lane<T>[];
  }

  /** @param at the place of a commit; those before it in its lane have been noted */
  note(at: number, path: string, value: T): void {
    const { noted } = this.laneOf[at]!;
    const before = noted.get(path);
    if (before) before.push({ at, value });
    else noted.set(path, [{ at, value }]);
  }

  find(at: number, path: string): T | undefined {
    for (let place: number | undefined = at; place !== undefined;) {
      const lane: Lane<T> = this.laneOf[place]!;
      const last = lastUntil(place, lane.noted.get(path));
      if (last) return last.value;
      place = lane.from;
    }
    return undefined;
  }

  /** All files at a commit, by their paths. */
  all(at: number): ReadonlyMap<string, T> {
    const found = new Map<string, T>();
    for (let place: number | undefined = at; place !== undefined;) {
      const lane: Lane<T> = this.laneOf[place]!;
      for (const [path, notes] of lane.noted) {
        const last = found.has(path) ? undefined : lastUntil(place, notes);
        if (last) found.set(path, last.value);
      }
      place = lane.from;
    }
    return found;
  }
}

interface Lane<T> {
  /** The place of the commit that it leaves another lane at. */
  from: number | undefined;
  /** By path, in the order of the commits. */
  readonly noted: Map<string, Note<T>[]>;
}

interface Note<T> {
  readonly at: number;
  readonly value: T;
}

function lastUntil<T>(place: number, notes: readonly Note<T>[] = []): Note<T> | undefined {
  for (let at = notes.length - 1; at >= 0; at--) if (notes[at]!.at <= place) return notes[at];
  return undefined;
}
