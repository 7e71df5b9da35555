import { isRecord } from '../shapes';
import { isSame } from '../frontMatter/edit/proof';
import { keepsComments, linesOf } from './comments';
import { cutList, inStyle, named, type CutList } from './listItems';
import { dataIn, type KeyPart } from './headParts';
import type { ThreeVersions } from './lines/hunks';
import { mergeData, mergeItemInBraces, mergeItemLines } from './mergeMap';
import type { MergedKey } from './mergedKey';
import { isSameData, pick } from './pick';
import { plainerFirst, unite, type MergeItem, type UnitedItem, type UniteRules } from './unite';

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
    keeps: keepsItem,
    ...(isAlike && { isAlike }),
    ...(first && { first }),
  };
  const united = unite(lists, rules);
  const written = frameOf(frame, ours, theirs, base);
  const around = (cut: CutList | undefined) => cut && [cut.head, cut.tail];
  const isKept = keepsComments([written.head, written.tail], {
    base: around(base),
    ours: around(ours),
    theirs: around(theirs),
  });
  return isKept ? { frame: written, items: united } : undefined;
}

function keepsItem(item: MergeItem | undefined, versions: ThreeVersions<MergeItem | undefined>): boolean {
  return keepsComments(item?.lines ?? [], linesOf(versions));
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
  const gap = pick({ base: base!.gap, ours: ours!.gap, theirs: theirs!.gap }, same)?.value;
  return { ...ours!, head: head ?? ours!.head, tail: tail ?? ours!.tail, gap: gap ?? ours!.gap };
}

/** Two versions of an item, each key by itself. */
function mergeItem({ base, ours, theirs }: ThreeVersions<MergeItem | undefined>): MergeItem | undefined {
  if (!ours || !theirs || !isRecord(ours.value) || !isRecord(theirs.value)) return undefined;
  const merged = mergeData({ base: base?.value, ours: ours.value, theirs: theirs.value });
  if (!merged) return undefined;
  const { value } = merged;
  const versions = { base, ours, theirs };
  const side = plainerFirst(ours, theirs).find(
    one => isSameData(one.value, value) && keepsItem(one, versions),
  );
  if (side) return side;
  const lines = mergeItemInBraces(versions) ?? mergeItemLines(versions);
  if (!lines) return undefined;
  const said = Object.values(dataIn(['x:', ...lines]) ?? dataIn([`x: [${lines.join('\n')}]`]) ?? {})[0];
  return isSame(said, [value]) ? { ...ours, value, lines } : undefined;
}

/**
 * A united list as a key of the front matter; `undefined` where an item of the one side cannot be written in the style of the
 * other, or where there is a conflict and no item has lines of its own.
 *
 * @param inConflict of which side's items it is to be decided whether they count, for another reason than their own: one
 *   conflict, with what stands between them, as each side has it before and behind its own
 */
export function writeList(
  key: string,
  { frame, items }: UnitedList,
  inConflict: ReadonlySet<UnitedItem>,
): MergedKey | undefined {
  const isOpen = (one: UnitedItem) => 'sides' in one || inConflict.has(one);
  const hasOpen = items.some(isOpen);
  if (hasOpen && frame.style !== 'block') return undefined;
  const values: Record<'ours' | 'theirs', unknown[]> = { ours: [], theirs: [] };
  const pieces: MergedKey['pieces'][number][] = frame.style === 'block' ? [[frame.head]] : [];
  const tokens: string[] = [];
  for (const run of runsOf(items, inConflict)) {
    const of = (version: keyof ThreeVersions<unknown>) =>
      run.flatMap(one => (inConflict.has(one) ? ownOf(one, version) : itemOf(one, version)) ?? []);
    const isRunOpen = run.some(isOpen);
    const versions = { base: isRunOpen ? of('base') : [], ours: of('ours'), theirs: of('theirs') };
    const lines = linesIn(versions, frame);
    if (!lines) return undefined;
    if (isRunOpen) pieces.push({ about: 'list', keys: [key], lines });
    else {
      pieces.push(lines.ours);
      tokens.push(...lines.ours);
    }
    for (const side of SIDES) values[side].push(...versions[side].map(({ value }) => value));
  }
  if (frame.style !== 'block') return { pieces: [inBrackets(frame, tokens).split('\n')], ...values };
  // A list that has lost its last item is none; the key stays, as it does where a person takes the line out.
  const isEmpty = SIDES.some(side => !values[side].length);
  if (isEmpty) return hasOpen ? undefined : { pieces: [[emptied(frame.head)]], ...values };
  return { pieces, ...values };
}

function inBrackets({ head, tail }: CutList, tokens: readonly string[]): string {
  if (tokens.length) return head + tokens.join(',').trimStart() + tail;
  return head.trimEnd() + tail.replace(/^,?\s*/, '');
}

function emptied(head: string): string {
  return head.replace(/:[ \t]*(#.*)?$/, (_, comment?: string) => `: []${comment ? ` ${comment}` : ''}`);
}

const SIDES = ['ours', 'theirs'] as const;

/** What is decided together: the items from the first to the last of those in conflict, and each other one by itself. */
function runsOf(
  items: readonly UnitedItem[],
  inConflict: ReadonlySet<UnitedItem>,
): readonly (readonly UnitedItem[])[] {
  const alone = (some: readonly UnitedItem[]) => some.map(one => [one]);
  const first = items.findIndex(one => inConflict.has(one));
  if (first < 0) return alone(items);
  const end = items.findLastIndex(one => inConflict.has(one)) + 1;
  return [...alone(items.slice(0, first)), items.slice(first, end), ...alone(items.slice(end))];
}

/** The lines of items as the list has them; `undefined` where one cannot be written so. */
function linesIn(
  { base, ours, theirs }: ThreeVersions<readonly MergeItem[]>,
  frame: CutList,
): ThreeVersions<readonly string[]> | undefined {
  const styled = [base, ours, theirs].map(some => some.map(item => inStyle(item, frame)));
  if (styled.flat().includes(undefined)) return undefined;
  const [was, mine, others] = styled.map(some => some.flatMap(lines => lines ?? []));
  return { base: was!, ours: mine!, theirs: others! };
}

/** An item as a version has it that counts for both sides, unless they have it differently. */
function itemOf(one: UnitedItem, version: keyof ThreeVersions<unknown>): MergeItem | undefined {
  if ('sides' in one) return one.sides[version];
  return version === 'base' ? one.base : one.item;
}

/** An item as that side has it whose own it is. */
function ownOf(one: UnitedItem, version: keyof ThreeVersions<unknown>): MergeItem | undefined {
  return 'item' in one && one.of === version ? one.item : undefined;
}
