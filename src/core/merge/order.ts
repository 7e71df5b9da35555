import type { ThreeVersions } from './lines/hunks';

/** Puts new names of both sides that stand in the same place in a row. */
export type Interleave = (ours: readonly string[], theirs: readonly string[]) => readonly string[];

/** Names of both sides in one order, each side's in its own. Where the sides differ, that one counts which has changed it. */
export function inOneOrder(
  { base, ours, theirs }: ThreeVersions<readonly string[]>,
  interleave: Interleave = eachInARow,
): readonly string[] {
  const among = (all: readonly string[]) => {
    const names = new Set(all);
    return (name: string) => names.has(name);
  };
  const both = ours.filter(among(theirs));
  const isBase = both.join('\n') === base.filter(among(both)).join('\n');
  const isMoved = both.join('\n') !== theirs.filter(among(ours)).join('\n');
  const isOurs = !isMoved || !isBase;
  const [main, other] = isOurs ? [ours, theirs] : [theirs, ours];
  const [isInMain, isInOther] = [among(main), among(other)];
  const behind = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const name of other) {
    if (isInMain(name)) anchor = name;
    else behind.set(anchor, [...(behind.get(anchor) ?? []), name]);
  }
  const runs: { readonly anchor: string | undefined; readonly own: string[] }[] = [
    { anchor: undefined, own: [] },
  ];
  for (const name of main) {
    if (isInOther(name)) runs.push({ anchor: name, own: [] });
    else runs.at(-1)!.own.push(name);
  }
  return runs.flatMap(({ anchor: start, own }) => {
    const others = behind.get(start) ?? [];
    const [mine, their] = isOurs ? [own, others] : [others, own];
    return [...(start === undefined ? [] : [start]), ...interleave(mine, their)];
  });
}

/** Both sides that merge the other's work come to the same text, and so have nothing to merge the next time. */
export function firstOf(ours: readonly string[], theirs: readonly string[]): 'ours' | 'theirs' {
  return ours.join('\n') <= theirs.join('\n') ? 'ours' : 'theirs';
}

function eachInARow(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  return firstOf(ours, theirs) === 'ours' ? [...ours, ...theirs] : [...theirs, ...ours];
}
