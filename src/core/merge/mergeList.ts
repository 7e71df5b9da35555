import { isRecord } from '../shapes';
import { isSame } from '../frontMatter/edit/proof';
import { cutList, inStyle, named, type CutList } from './listItems';
import { dataIn, type KeyPart } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { mergeData, mergeFlowMap } from './mergeMap';
import type { MergedKey } from './mergedKey';
import { pick } from './pick';
import { unite, type MergeItem, type UnitedItem, type UniteRules } from './unite';

/** How a list is united. */
export interface ListRules {
  /** What makes an item the same in two versions. */
  readonly nameOf: (value: unknown) => string;
  readonly dayOf?: (value: unknown) => string | undefined;
  readonly order: UniteRules['order'];
  readonly mayBeChanged: UniteRules['mayBeChanged'];
  readonly isAlike?: UniteRules['isAlike'];
  readonly first?: 'ours' | 'theirs' | undefined;
}

/** A list that both sides have changed, as its versions are cut and united. */
export interface UnitedList {
  /** The version in whose style it is written. */
  readonly frame: CutList;
  readonly items: readonly UnitedItem[];
}

/** Unites the items of a list; `undefined` where one of the versions is no list, or cannot be cut. */
export function uniteList(
  versions: ThreeVersions<KeyPart | undefined>,
  { nameOf, dayOf, order, mayBeChanged, isAlike, first }: ListRules,
): UnitedList | undefined {
  const cuts: (CutList | undefined)[] = [];
  for (const part of [versions.base, versions.ours, versions.theirs]) {
    const isEmpty = part === undefined || part.value === null;
    const cut = isEmpty ? undefined : cutList(part);
    if (!isEmpty && !cut) return undefined;
    cuts.push(cut);
  }
  const [base, ours, theirs] = cuts;
  const frame = ours && (ours.style !== base?.style || !theirs) ? ours : (theirs ?? ours);
  if (!frame) return undefined;
  const items = (cut: CutList | undefined) => (cut ? named(cut, nameOf, dayOf) : []);
  const lists = { base: items(base), ours: items(ours), theirs: items(theirs) };
  const rules = {
    order,
    mayBeChanged,
    merge: mergeItem,
    ...(isAlike && { isAlike }),
    ...(first && { first }),
  };
  const united = unite(lists, rules);
  return { frame: frameOf(frame, ours, theirs, base), items: united };
}

/** The line of the key is that of the side that changed it. */
function frameOf(
  frame: CutList,
  ours: CutList | undefined,
  theirs: CutList | undefined,
  base: CutList | undefined,
): CutList {
  const sides = [ours, theirs, base];
  if (!sides.every(one => one?.style === frame.style)) return frame;
  const same = (a: string, b: string) => a === b;
  const head = pick({ base: base!.head, ours: ours!.head, theirs: theirs!.head }, same)?.value;
  const tail = pick({ base: base!.tail, ours: ours!.tail, theirs: theirs!.tail }, same)?.value;
  return { ...ours!, head: head ?? ours!.head, tail: tail ?? ours!.tail };
}

/** Two versions of an item, each key by itself. */
function mergeItem({ base, ours, theirs }: ThreeVersions<MergeItem | undefined>): MergeItem | undefined {
  if (!ours || !theirs || !isRecord(ours.value) || !isRecord(theirs.value)) return undefined;
  const merged = mergeData({ base: base?.value, ours: ours.value, theirs: theirs.value });
  if (!merged) return undefined;
  const { value } = merged;
  const side = [ours, theirs].find(one => isSame(one.value, value));
  if (side) return side;
  const [from, mine, others] = [base, ours, theirs].map(one => one?.lines.at(-1));
  const isOneLine = [base, ours, theirs].every(one => !one || one.lines.length === 1);
  const line = isOneLine ? mergeFlowMap({ base: from, ours: mine, theirs: others }) : undefined;
  if (line === undefined) return undefined;
  const said = Object.values(dataIn(['x:', line]) ?? dataIn([`x: [${line}]`]) ?? {})[0];
  return isSame(said, [value]) ? { ...ours, value, lines: [line] } : undefined;
}

/**
 * A united list as a key of the front matter; `undefined` where an item of the one side cannot be written in the style of the
 * other, or where there is a conflict and no item has lines of its own.
 *
 * @param inConflict of which side's items it is to be decided whether they count, for another reason than their own
 */
export function writeList(
  key: string,
  { frame, items }: UnitedList,
  inConflict: ReadonlySet<UnitedItem>,
): MergedKey | undefined {
  const open = items.filter(one => 'sides' in one || inConflict.has(one));
  if (open.length && frame.style === 'flow') return undefined;
  const values: Record<'ours' | 'theirs', unknown[]> = { ours: [], theirs: [] };
  const pieces: MergedKey['pieces'][number][] = frame.style === 'block' ? [[frame.head]] : [];
  const tokens: string[] = [];
  let isTold = false;
  for (const one of items) {
    const isOpen = 'sides' in one || inConflict.has(one);
    const all = isOpen ? (inConflict.has(one) ? [...inConflict] : [one]) : [];
    if (isOpen && inConflict.has(one)) {
      if (isTold) continue;
      isTold = true;
    }
    if (!isOpen) {
      const lines = inStyle(one.item.lines, frame);
      if (!lines) return undefined;
      pieces.push(lines);
      tokens.push(...lines);
      for (const side of SIDES) values[side].push(one.item.value);
      continue;
    }
    const of = (version: keyof ThreeVersions<unknown>) => all.flatMap(item => itemOf(item, version) ?? []);
    const styled = (some: readonly MergeItem[]) => some.map(item => inStyle(item.lines, frame));
    const versions = { base: styled(of('base')), ours: styled(of('ours')), theirs: styled(of('theirs')) };
    if (Object.values(versions).some(lines => lines.includes(undefined))) return undefined;
    const flat = (some: readonly (readonly string[] | undefined)[]) => some.flatMap(lines => lines ?? []);
    const lines = { base: flat(versions.base), ours: flat(versions.ours), theirs: flat(versions.theirs) };
    pieces.push({ about: 'list', keys: [key], lines });
    for (const side of SIDES) values[side].push(...of(side).map(({ value }) => value));
  }
  if (frame.style === 'flow') return { pieces: [[frame.head + tokens.join(', ') + frame.tail]], ...values };
  // A list that has lost its last item is none; the key stays, as it does where a person takes the line out.
  const isEmpty = SIDES.some(side => !values[side].length);
  if (isEmpty) return open.length ? undefined : { pieces: [[emptied(frame.head)]], ...values };
  return { pieces, ...values };
}

function emptied(head: string): string {
  return head.replace(/:[ \t]*(#.*)?$/, (_, comment?: string) => `: []${comment ? ` ${comment}` : ''}`);
}

const SIDES = ['ours', 'theirs'] as const;

function itemOf(one: UnitedItem, version: keyof ThreeVersions<unknown>): MergeItem | undefined {
  if ('sides' in one) return one.sides[version];
  return one.of === version ? one.item : undefined;
}
