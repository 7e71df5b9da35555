import type { ThreeVersions } from './lines/hunks';
import { pick } from './pick';
import type { MergePiece } from './pieces';
import { unite, type MergeItem, type UnitedItem } from './unite';

const TASK = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+\S.*)$/;

interface TaskLine {
  readonly isTicked: boolean;
  readonly line: string;
  readonly words: string;
}

/**
 * Items of a task list, to which both sides have done something in the same place: each item by itself, and of an item its
 * tick and its words. `undefined` where other lines are among them.
 */
export function mergeTasks(versions: ThreeVersions<readonly string[]>): readonly MergePiece[] | undefined {
  const [base, ours, theirs] = [versions.base, versions.ours, versions.theirs].map(itemsOf);
  if (!base || !ours || !theirs) return undefined;
  const rules = { order: 'none', mayBeChanged: () => true, merge: mergeTask } as const;
  return unite({ base, ours, theirs }, rules).map(pieceOf);
}

/**
 * The versions with the ticks of both sides in each of them, at items that all three have: so one that was moved on one side and
 * ticked on the other is only moved.
 */
export function withTicksOfBoth(
  versions: ThreeVersions<readonly string[]>,
): ThreeVersions<readonly string[]> {
  const [base, ours, theirs] = [versions.base, versions.ours, versions.theirs].map(ticksIn);
  const ticks = new Map<string, string>();
  for (const [words, was] of base!) {
    const [mine, others] = [ours!.get(words), theirs!.get(words)];
    const tick = was && mine && others && pick({ base: was, ours: mine, theirs: others }, (a, b) => a === b);
    if (tick) ticks.set(words, tick.value);
  }
  const ticked = (lines: readonly string[]) =>
    lines.map(line => {
      const tick = ticks.get(wordsOf(line) ?? '');
      return tick === undefined ? line : line.replace(TASK, `$1${tick}$3`);
    });
  return { base: ticked(versions.base), ours: ticked(versions.ours), theirs: ticked(versions.theirs) };
}

function wordsOf(line: string): string | undefined {
  const [, bullet, , words] = TASK.exec(line) ?? [];
  return words && bullet! + words;
}

/** What stands in the box of each item, by its words; nothing where these stand there more than once. */
function ticksIn(lines: readonly string[]): ReadonlyMap<string, string | undefined> {
  const ticks = new Map<string, string | undefined>();
  for (const line of lines) {
    const words = wordsOf(line);
    if (words) ticks.set(words, ticks.has(words) ? undefined : TASK.exec(line)![2]);
  }
  return ticks;
}

function itemsOf(lines: readonly string[]): MergeItem[] | undefined {
  const items: MergeItem[] = [];
  for (const line of lines) {
    const found = TASK.exec(line);
    if (!found) return undefined;
    const [, bullet, tick, words] = found;
    const value: TaskLine = { isTicked: tick !== ' ', line, words: bullet! + words! };
    items.push({ id: value.words, value, lines: [line] });
  }
  return items;
}

function mergeTask({ base, ours, theirs }: ThreeVersions<MergeItem | undefined>): MergeItem | undefined {
  if (!ours || !theirs) return undefined;
  const [from, mine, others] = [base, ours, theirs].map(item => item?.value as TaskLine | undefined);
  const tick = pick(
    { base: from?.isTicked ?? false, ours: mine!.isTicked, theirs: others!.isTicked },
    (a, b) => a === b,
  );
  const words = pick({ base: from?.words, ours: mine!.words, theirs: others!.words }, (a, b) => a === b);
  if (!tick || words?.value === undefined) return undefined;
  const side = [mine!, others!].find(task => task.isTicked === tick.value && task.words === words.value);
  const line =
    side?.line ?? (words.value === mine!.words ? mine! : others!).line.replace(TASK, tickedAs(tick.value));
  return { ...ours, value: { isTicked: tick.value, line, words: words.value }, lines: [line] };
}

function tickedAs(isTicked: boolean): string {
  return `$1${isTicked ? 'x' : ' '}$3`;
}

function pieceOf(one: UnitedItem): MergePiece {
  if ('item' in one) return one.item.lines;
  const { base, ours, theirs } = one.sides;
  const lines = { base: base?.lines ?? [], ours: ours?.lines ?? [], theirs: theirs?.lines ?? [] };
  return { about: 'lines', keys: [], lines };
}
