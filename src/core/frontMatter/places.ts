import { isMap, isSeq, type Node, type Pair } from 'yaml';
import type { At, Problem, Where } from '../problem';
import { ownName, type KeyNames } from './keyNames';
import { keyName } from './yamlText';
import { contentEnd, isEmptyScalar } from './edit/source';
import { cutFrontMatter, type FrontMatter } from './cut';
import { parseExact } from './parse';
import { placeMaker } from './placeMaker';

/** Looks up where in a text something of its front matter stands. */
export type FindPlace = (at: At, isKey?: true) => Where;

/**
 * To be made once for all that is looked for in a text: it reads the front matter once more, and exactly.
 *
 * @param names the keys that the file has for those that are looked for
 * @param fallback where it is told what is missing, if that key is there
 */
export function placesIn(
  text: string,
  { start, end }: FrontMatter,
  names: KeyNames,
  fallback: string,
): FindPlace {
  const exact = parseExact(text, { start, end, bodyStart: end });
  if ('problem' in exact) return at => ({ line: 2, at });
  const { document, yaml } = exact;
  const keys = new Map<string, Pair>();
  for (const pair of isMap(document.contents) ? document.contents.items : []) {
    const name = keyName(pair);
    if (name !== undefined) keys.set(name, pair);
  }
  const toPlace = placeMaker(yaml);
  const asInFile = ([key, ...rest]: At, isKey?: true): At => [
    // A key that is told of itself is told as the file has it.
    isKey && !rest.length ? key! : ownName(names, String(key)),
    ...rest,
  ];
  return (at, isKey) => {
    const range = rangeOf(keys, asInFile(at, isKey), isKey) ?? rangeOf(keys, asInFile([fallback]));
    return range ? { ...toPlace(...range), at } : { line: 2, at };
  };
}

/** The problems with the places of those that have none yet; the rest as for `placesIn`. */
export function withPlaces(
  text: string,
  problems: readonly Problem[],
  names: KeyNames,
  fallback: string,
): readonly Problem[] {
  if (!problems.some(isPlaceless)) return problems;
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return problems;
  const find = placesIn(text, cut.frontMatter, names, fallback);
  return problems.map(problem =>
    isPlaceless(problem) ? { ...problem, ...find(problem.at!, problem.isKey) } : problem,
  );
}

/** Whether it is still to be looked up where a problem stands. */
export function isPlaceless({ at, column }: Problem): boolean {
  return at !== undefined && column === undefined;
}

/** The value, or its key where there is none or that is meant, or the nearest around it that is there. */
function rangeOf(
  keys: ReadonlyMap<string, Pair>,
  [key, ...rest]: At,
  isKey = false,
): [number, number] | undefined {
  let pair = keys.get(String(key));
  if (!pair) return undefined;
  let range = rangeOfPair(pair);
  let node = pair.value as Node | null;
  for (const step of rest) {
    const next: Pair | Node | undefined = isSeq(node)
      ? (node.items[step as number] as Node | undefined)
      : isMap(node)
        ? node.items.find(one => keyName(one) === String(step))
        : undefined;
    if (!next) break;
    if ('key' in next) {
      pair = next;
      range = rangeOfPair(next);
      node = next.value as Node | null;
    } else {
      range = rangeOfNode(next);
      node = next;
    }
  }
  return isKey ? rangeOfNode(pair.key as Node) : range;
}

function rangeOfPair({ key, value }: Pair): [number, number] {
  return rangeOfNode((isEmptyScalar(value) ? key : value) as Node);
}

function rangeOfNode(node: Node): [number, number] {
  return [node.range![0], contentEnd(node)];
}
