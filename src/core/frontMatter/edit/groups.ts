import type { Pair } from 'yaml';
import { groupOf } from '../../fields/groups';
import { isField } from '../../fields/table';
import { standardName } from '../keyNames';
import type { TextEdit } from '../../textEdit';
import { keyName } from '../yamlText';
import { isEmptyScalar, keyStart, ownLines, pairEnd, type Source } from './source';

/** A line for a new key, and where it goes. */
export interface NewKey {
  readonly key: string;
  readonly edit: TextEdit;
}

/** Whether empty lines part the groups of fields in a file, all that it has: one such line alone may mean something else. */
export function isInGroups(source: Source): boolean {
  const { items, flow } = source.root ?? { items: [], flow: true };
  // An empty line may be a part of a text that keeps those at its end.
  if (flow || /[|>]\d?\+/.test(source.yaml)) return false;
  const steps = items.slice(1).filter((pair, at) => isStep(source, items[at]!, pair));
  return steps.length > 1 && steps.every(pair => isBlankAbove(source, topOf(source, pair)));
}

/** New keys of one change with the empty lines that part their groups, in a file that has such lines. */
export function partGroups(source: Source, added: readonly NewKey[]): TextEdit[] {
  if (!isInGroups(source)) return added.map(({ edit }) => edit);
  const placed = added.map(one => ({ ...one, at: placeInGroup(source, one) }));
  return placed.map(({ key, edit, at }, index) => {
    const isBeside = (other: { at: number } | undefined) => other?.at === at;
    const [before, behind] = [placed[index - 1], placed[index + 1]];
    const [above, below] = neighbours(source, at);
    const previous = isBeside(before) ? before!.key : above && keyName(above);
    const next = isBeside(behind) ? undefined : below && keyName(below);
    const newline = source.newlineBefore(at);
    const isParted = !isBeside(before) && isBlankAbove(source, at);
    const lead = isOther(source, previous, key) && !isParted ? newline : '';
    const tail = isOther(source, key, next) && source.restOfLine(at).trim() ? newline : '';
    return { start: at, end: at, text: `${lead}${edit.text}${tail}` };
  });
}

/** Takes out the empty line above keys that are cleared, where they are a group that nothing is left of, or comes into. */
export function closeGroups(source: Source, clear: readonly string[], added: readonly NewKey[]): TextEdit[] {
  if (!clear.length || !isInGroups(source)) return [];
  const { items } = source.root!;
  const gone = items.filter(
    pair => clear.includes(keyName(pair) ?? '') && !isEmptyScalar(pair.value) && ownLines(source, pair),
  );
  const groups = new Set(gone.map(pair => groupOfKey(source, keyName(pair))));
  const stays = (group: number | undefined) =>
    items.some(pair => !gone.includes(pair) && groupOfKey(source, keyName(pair)) === group) ||
    added.some(({ key }) => groupOfKey(source, key) === group);
  return [...groups].flatMap(group => {
    if (group === undefined || stays(group)) return [];
    const own = items.filter(pair => groupOfKey(source, keyName(pair)) === group);
    const line = source.lineStart(keyStart(own[0]!));
    if (isBlankAbove(source, line)) return [{ start: lineAbove(source, line), end: line, text: '' }];
    const below = source.lineBehind(pairEnd(own.at(-1)!));
    const isTop = own[0] === items[0] && below < source.yaml.length && !source.restOfLine(below).trim();
    return isTop ? [{ start: below, end: source.nextLine(below + 1), text: '' }] : [];
  });
}

/** At the head of the group that it belongs to, not at the end of the one above. */
function placeInGroup(source: Source, { key, edit }: NewKey): number {
  const [above, below] = neighbours(source, edit.start);
  // A key that is no field goes to the others, not between an empty line and what stands below it.
  if (above && groupOfKey(source, key) === undefined && isBlankAbove(source, edit.start))
    return source.lineBehind(pairEnd(above));
  if (!below || isOther(source, key, keyName(below)) || !isOther(source, above && keyName(above), key))
    return edit.start;
  return topOf(source, below);
}

/** The keys between which a place is. */
function neighbours(source: Source, at: number): [Pair | undefined, Pair | undefined] {
  const { items } = source.root!;
  const below = items.findIndex(pair => keyStart(pair) >= at);
  return below < 0 ? [items.at(-1), undefined] : [items[below - 1], items[below]];
}

function isStep(source: Source, a: Pair, b: Pair): boolean {
  return isOther(source, keyName(a), keyName(b));
}

/** Whether two keys are of different groups; a key that is no field belongs where it stands. */
function isOther(source: Source, a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [a, b].map(key => groupOfKey(source, key));
  return one !== undefined && other !== undefined && one !== other;
}

function groupOfKey({ names }: Source, key: string | undefined): number | undefined {
  const field = key === undefined ? undefined : standardName(names, key);
  return field !== undefined && isField(field) ? groupOf(field) : undefined;
}

/** Above the comments that stand right above a key. */
function topOf(source: Source, pair: Pair): number {
  let at = source.lineStart(keyStart(pair));
  while (at > 0 && /^[ \t]*#/.test(source.restOfLine(lineAbove(source, at)))) at = lineAbove(source, at);
  return at;
}

function isBlankAbove(source: Source, line: number): boolean {
  return line > 0 && source.restOfLine(lineAbove(source, line)).trim() === '';
}

/** Where the line above the one that begins at `line` begins. */
function lineAbove(source: Source, line: number): number {
  return line > 1 ? source.lineStart(line - 1) : 0;
}
