import type { PastCommit, FileChange } from './commits';
import { isSameValue, STATE_FIELDS, type FileState, type StateField } from './fileState';
import { Lanes } from './lanes';
import { identityOf, isSameDeal } from './sameDeal';

/** A value of one field, since which commit, and the value before it. */
export interface FieldLink {
  readonly value: FileState[StateField];
  /** The place of the commit. */
  readonly at: number;
  readonly before: FieldLink | undefined;
}

/** How each field came to say what it says. */
export type Links = Readonly<Record<StateField, FieldLink>>;

/** A file at one commit. */
export interface Followed {
  readonly deal: { readonly names: Set<string> };
  /** What its last version says that could be read as a deal. */
  readonly state: FileState;
  readonly links: Links;
  readonly isGone: boolean;
}

/**
 * Follows the files of a repository through its commits, renames and branches. Where branches meet, each field has come from
 * the one that says what the merge says: what both say was said once, and what the merge has dropped was never said.
 *
 * @param stateOf what the contents with an id say; nothing where that is no deal
 * @returns the files at the last commit that were deals once, by their paths from the top of the repository
 */
export function* followFiles(
  commits: readonly PastCommit[],
  stateOf: (blob: string) => FileState | undefined,
): Generator<undefined, ReadonlyMap<string, Followed>> {
  const following = new Following(commits, stateOf);
  for (let at = 0; at < commits.length; at++) {
    following.follow(at);
    yield;
  }
  return following.atTheEnd();
}

class Following {
  private readonly lanes: Lanes<Followed>;

  constructor(
    private readonly commits: readonly PastCommit[],
    private readonly stateOf: (blob: string) => FileState | undefined,
  ) {
    this.lanes = new Lanes(commits);
  }

  follow(at: number): void {
    const { changes, parents } = this.commits[at]!;
    const [first] = parents;
    const before = (path: string) => (first === undefined ? undefined : this.lanes.find(first, path));
    const moved = new Set<string>();
    for (const change of changes) {
      const { path, blob } = change;
      const followed =
        blob === undefined ? gone(before(path)) : this.changed(at, { ...change, blob }, before, parents);
      if (change.from !== undefined) moved.add(change.from);
      if (followed) this.lanes.note(at, path, followed);
    }
    for (const path of moved) {
      const left = changes.some(change => change.path === path) ? undefined : gone(before(path));
      if (left) this.lanes.note(at, path, left);
    }
  }

  atTheEnd(): ReadonlyMap<string, Followed> {
    if (!this.commits.length) return new Map();
    return new Map([...this.lanes.all(this.commits.length - 1)].filter(([, { isGone }]) => !isGone));
  }

  private changed(
    at: number,
    { path, blob, from }: FileChange & { readonly blob: string },
    before: (path: string) => Followed | undefined,
    parents: readonly number[],
  ): Followed | undefined {
    const state = this.stateOf(blob);
    const isIt = (file: Followed | undefined, called = path) =>
      file !== undefined && (!state || isSameDeal(identityOf(file.state, called), identityOf(state, path)));
    const renamed = from === undefined ? undefined : before(from);
    const known = renamed && !renamed.isGone && isIt(renamed, from) ? renamed : before(path);
    // One that comes back is the one that it was, unless it is another deal.
    const prior = known?.isGone && !isIt(known) ? undefined : known;
    const onOthers = parents.slice(1).map(parent => this.lanes.find(parent, path));
    const found = [prior, ...onOthers.map(file => (file && !file.isGone && isIt(file) ? file : undefined))];
    const deal = found.find(file => file)?.deal ?? { names: new Set<string>() };
    const all = found.flatMap((file, side) => file ?? this.byOtherName(parents[side], deal) ?? []);
    // What one branch has removed comes from the other, with all that was done to it there.
    const there = all.filter(({ isGone }) => !isGone);
    const sides = there.length ? there : all;
    const now = state ?? sides[0]?.state;
    if (!now) return undefined;
    deal.names.add(path);
    return { deal, state: now, links: linked(now, at, sides), isGone: false };
  }

  /** A branch may still call a file by another name, or do so already. */
  private byOtherName(parent: number | undefined, deal: Followed['deal']): Followed | undefined {
    if (parent === undefined) return undefined;
    for (const name of deal.names) {
      const file = this.lanes.find(parent, name);
      if (file && !file.isGone && file.deal === deal) return file;
    }
    return undefined;
  }
}

function gone(file: Followed | undefined): Followed | undefined {
  return file && { ...file, isGone: true };
}

/** @param sides how the file was before, the first of which counts where several say the same */
function linked(state: FileState, at: number, sides: readonly Followed[]): Links {
  const [first] = sides;
  const links: Partial<Record<StateField, FieldLink>> = {};
  for (const field of STATE_FIELDS) {
    const value = state[field];
    const before = first?.links[field];
    if (before && isSameValue(before.value, value)) links[field] = before;
    else {
      const same = sides.find(({ links }) => isSameValue(links[field].value, value));
      links[field] = same?.links[field] ?? { value, at, before };
    }
  }
  return links as Links;
}
