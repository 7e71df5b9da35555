import { isSame } from '../frontMatter/edit/proof';
import type { ThreeVersions } from './lines/hunks';
import { firstOf, inOneOrder } from './order';

/** An item of a list, as one of the versions has it. */
export interface MergeItem {
  /** By this the versions have the same item; items of a list that are alike in it are counted. */
  readonly id: string;
  /** What it says. */
  readonly value: unknown;
  /** How it stands there. */
  readonly lines: readonly string[];
  /** The day by which it is put in order, if it has one. */
  readonly on?: string | undefined;
  /** As its list has it, see `CutItem`. */
  readonly gap?: string;
}

/** An item of the merged list; a conflict where both sides have changed it differently, or one has taken it out. */
export type UnitedItem =
  | {
      readonly item: MergeItem;
      readonly of: 'both' | 'ours' | 'theirs';
      /** As the base has it, if it does. */
      readonly base: MergeItem | undefined;
    }
  | { readonly sides: ThreeVersions<MergeItem | undefined> };

/** How the items of a list are united. */
export interface UniteRules {
  /** Whether a day decides what comes first, of items that stand in the same place. */
  readonly order: 'newestLast' | 'newestFirst' | 'none';
  /** Whether an item that took the place of another is that one, changed. */
  readonly mayBeChanged: (was: MergeItem, is: MergeItem) => boolean;
  /** Which side's items stand first where nothing else decides; else it is the same whichever side is named first. */
  readonly first?: 'ours' | 'theirs';
  /** Whether two versions of an item say the same; else where their data is the same. */
  readonly isAlike?: (a: unknown, b: unknown) => boolean;
  /** Makes one of two versions of an item that were changed differently, if that can be. */
  readonly merge?: (versions: ThreeVersions<MergeItem | undefined>) => MergeItem | undefined;
  /** Whether nothing is lost where this is what comes of an item, or it is gone; else its data is all that counts. */
  readonly keeps?: (item: MergeItem | undefined, versions: ThreeVersions<MergeItem | undefined>) => boolean;
}

type Known = ReadonlyMap<string, MergeItem>;

/** Unites two lists that come from one: what was added is there, and what was taken out is not. */
export function unite(
  versions: ThreeVersions<readonly MergeItem[]>,
  rules: UniteRules,
): readonly UnitedItem[] {
  const base = counted(versions.base);
  const ours = asChanged(base, counted(versions.ours), rules);
  const theirs = asChanged(base, counted(versions.theirs), rules);
  const known = { base: new Map(base), ours: new Map(ours), theirs: new Map(theirs) };
  const united = new Map<string, UnitedItem>();
  for (const id of new Set([...known.ours.keys(), ...known.theirs.keys()])) {
    const one = uniteOne(id, known, rules);
    if (one) united.set(id, one);
  }
  const left = (side: Known) => [...side.keys()].filter(id => united.has(id));
  const ids = { base: left(known.base), ours: left(known.ours), theirs: left(known.theirs) };
  return inOneOrder(ids, (ours, theirs) => interleaved(ours, theirs, united, rules)).map(id =>
    united.get(id)!,
  );
}

function uniteOne(id: string, known: ThreeVersions<Known>, rules: UniteRules): UnitedItem | undefined {
  const sides = { base: known.base.get(id), ours: known.ours.get(id), theirs: known.theirs.get(id) };
  const isKept = (item: MergeItem | undefined) => rules.keeps?.(item, sides) ?? true;
  const found = byData(sides, rules);
  const at = found?.forms.findIndex(isKept) ?? -1;
  const form = found?.forms[at];
  if (found && at >= 0) return form && { item: form, of: found.of, base: sides.base };
  const item = rules.merge?.(sides);
  return item && isKept(item) ? { item, of: 'both', base: sides.base } : { sides };
}

/** Of an item that at most one side has changed in what it says, or both alike, the forms that it may have; none where it is gone. */
function byData(
  { base, ours, theirs }: ThreeVersions<MergeItem | undefined>,
  rules: UniteRules,
):
  | { readonly forms: readonly (MergeItem | undefined)[]; readonly of: 'both' | 'ours' | 'theirs' }
  | undefined {
  const isAlike = (a: MergeItem | undefined, b: MergeItem | undefined) =>
    a && b ? (rules.isAlike ?? isSame)(a.value, b.value) : a === b;
  if (ours && theirs && isAlike(ours, theirs))
    return { forms: [written(ours, theirs, base), theirs, ours], of: 'both' };
  if (isAlike(ours, base)) return { forms: [theirs], of: base ? 'both' : 'theirs' };
  return isAlike(theirs, base) ? { forms: [ours], of: base ? 'both' : 'ours' } : undefined;
}

/** One of two that say the same: who has written it differently has changed how it stands there. */
function written(ours: MergeItem, theirs: MergeItem, base: MergeItem | undefined): MergeItem {
  if (base && isSameForm(ours, base)) return theirs;
  if (base && isSameForm(theirs, base)) return ours;
  // The same whichever side is named first.
  const isOfTexts = typeof ours.value !== 'object' && !isSame(ours.value, theirs.value);
  if (isOfTexts) return String(ours.value) < String(theirs.value) ? ours : theirs;
  return plainerFirst(ours, theirs)[0]!;
}

/** Small letters, as commands write them, before capitals, and an accent that is a part of its letter before one behind it. */
export function plainerFirst(ours: MergeItem, theirs: MergeItem): readonly MergeItem[] {
  return signs(ours) >= signs(theirs) ? [ours, theirs] : [theirs, ours];
}

function isSameForm(a: MergeItem, b: MergeItem): boolean {
  return signs(a) === signs(b);
}

function signs({ lines, gap = '' }: MergeItem): string {
  return lines.join('\n') + gap;
}

/** Each with an id of its own. */
function counted(items: readonly MergeItem[]): (readonly [string, MergeItem])[] {
  const seen = new Map<string, number>();
  return items.map(item => {
    const count = (seen.get(item.id) ?? 0) + 1;
    seen.set(item.id, count);
    return [`${item.id} ${count}`, item];
  });
}

type Entries = readonly (readonly [string, MergeItem])[];

/** Items that took the place of others get the ids of those: a day that was corrected makes no second item. */
function asChanged(base: Entries, side: Entries, { mayBeChanged }: UniteRules): Entries {
  const [before, after] = [new Map(base), new Map(side)];
  const changed = new Map<string, string>();
  let [at, from] = [0, 0];
  for (let to = 0; to <= side.length; to++) {
    const id = side[to]?.[0];
    if (id !== undefined && !before.has(id)) continue;
    const place = id === undefined ? base.length : base.findIndex(([one]) => one === id);
    if (place < at) continue;
    const gone = base.slice(at, place).filter(([one]) => !after.has(one));
    const come = side.slice(from, to).filter(([one]) => !before.has(one) && !changed.has(one));
    for (const [oldId, was] of gone) {
      const found = come.find(([newId, is]) => !changed.has(newId) && mayBeChanged(was, is));
      if (found) changed.set(found[0], oldId);
    }
    [at, from] = [place + 1, to + 1];
  }
  return side.map(([id, item]) => [changed.get(id) ?? id, item]);
}

/** Two runs of new items in the same place, each in its order. */
function interleaved(
  ours: readonly string[],
  theirs: readonly string[],
  united: ReadonlyMap<string, UnitedItem>,
  { order, first = firstOf(ours, theirs) }: UniteRules,
): string[] {
  const [early, late] = first === 'ours' ? [ours, theirs] : [theirs, ours];
  if (order === 'none') return [...early, ...late];
  const days = (ids: readonly string[]) => {
    let day = '';
    return ids.map(id => (day = dayOf(united.get(id)!) ?? day));
  };
  const [earlyDays, lateDays] = [days(early), days(late)];
  const result: string[] = [];
  let [at, other] = [0, 0];
  while (at < early.length && other < late.length) {
    const [a, b] = [earlyDays[at]!, lateDays[other]!];
    const isOtherFirst = order === 'newestLast' ? b < a : b > a;
    result.push(isOtherFirst ? late[other++]! : early[at++]!);
  }
  return [...result, ...early.slice(at), ...late.slice(other)];
}

function dayOf(one: UnitedItem): string | undefined {
  return 'item' in one ? one.item.on : (one.sides.ours ?? one.sides.theirs)?.on;
}
