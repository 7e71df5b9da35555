import { parseFrontMatter } from './parse';
import type { KeyNames } from './keyNames';
import { runsIn } from './runs';
import { COLONS } from './slips';

/** What is known of the keys of a file. */
export interface KeysOfFile {
  readonly names: KeyNames;
  readonly isOurs: (key: string) => boolean;
  /** Whether there is a list behind it. */
  readonly isList: (key: string) => boolean;
}

/** Where a front matter ends that is not closed. */
export interface End {
  /** Behind its last line. */
  readonly end: number;
  /** It has a part behind a blank line that may be of the notes. */
  readonly isDoubtful: boolean;
}

/**
 * Where a front matter without a closing line ends: behind the last line that looks like one of its own, and never within a
 * text, a list or brackets. None where that cannot be told, since keys that are ours stand further down, below what is no
 * front matter.
 */
export function endOfUnclosed(text: string, known: KeysOfFile): End | undefined {
  const start = text.indexOf('\n') + 1;
  const found = lastLine(text, start, known);
  const below = lastKeyOfOurs(text, found.end, known);
  if (below === undefined) return found;
  const isRead = parseFrontMatter(`${text.slice(0, below)}\n---\n`, known.names).kind === 'found';
  return isRead ? { end: below, isDoubtful: true } : undefined;
}

function lastLine(text: string, from: number, known: KeysOfFile): End {
  const ends = endsOfRuns(text, from);
  let end = from;
  let [isParted, isDoubtful] = [false, false];
  /** What may go on below a blank line. */
  let list: OpenKey | undefined;
  for (let start = from; start < text.length;) {
    const stop = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, stop).trimEnd();
    const isIn = /^[ \t]/.test(line);
    const [, key, value] = KEY.exec(line) ?? [];
    const isMore = list !== undefined && goesOn(line, list);
    let behind = stop;
    if (!line) isParted = true;
    else if (isMore || looksLikeYaml(line, isParted, known)) {
      const last = ends.get(start);
      if (last !== undefined) behind = text.indexOf('\n', last) + 1 || text.length;
      const run = last === undefined ? '' : text.slice(start, last);
      isDoubtful = /\n[ \t]*\r?\n/.test(run) || (isParted && (isIn || isMore || !isKeyOfOurs(line, known)));
      end = behind;
    } else if (!line.startsWith('#')) break;
    if (key !== undefined) list = value ? undefined : { hasItems: known.isList(key) };
    else if (list && line.startsWith('-')) list = { hasItems: true };
    start = behind;
  }
  return { end, isDoubtful };
}

interface OpenKey {
  /** Items that do not stand in belong to it. */
  readonly hasItems: boolean;
}

function goesOn(line: string, { hasItems }: OpenKey): boolean {
  return /^[ \t]+[^\s#]/.test(line) || (hasItems && /^-(?:[ \t]|$)/.test(line));
}

/** By the offset of a line, where what is begun on it ends. */
function endsOfRuns(text: string, from: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { start, end } of runsIn(text.slice(from))) {
    const line = text.lastIndexOf('\n', from + start - 1) + 1;
    ends.set(line, Math.max(from + end, ends.get(line) ?? 0));
  }
  return ends;
}

/** With what stands behind it, without a comment. */
const KEY = /^["']?([\w-]+)["']?[ \t]*:(?:[ \t]+(?!#)([^\s].*))?(?:[ \t]+#.*|[ \t]*)$/;
const WIDE_COLON = new RegExp(`^([\\w-]+)[ \\t]*[${COLONS}]`);

/** Below a blank line notes may begin, in which a word may have a colon behind it, too: there a key is small. */
function looksLikeYaml(line: string, isParted: boolean, { isOurs }: KeysOfFile): boolean {
  const key = /^["']?([\w-]+)["']?[ \t]*:(?:[ \t]|$)/.exec(line)?.[1];
  if (key !== undefined) return !isParted || isOurs(key) || /^[a-z][\w-]*$/.test(key);
  const [, almost] = WIDE_COLON.exec(line) ?? [];
  if (almost !== undefined && isOurs(almost)) return true;
  return !isParted && /^(?:[ \t]|-(?:[ \t]|$)|[\]}])/.test(line);
}

function isKeyOfOurs(line: string, { isOurs }: KeysOfFile): boolean {
  const key = /^["']?([\w-]+)/.exec(line)?.[1];
  return key !== undefined && isOurs(key);
}

/** Further down no line is meant to be of the front matter. In characters. */
const FURTHEST = 8000;

/** Behind the last line that has one, and behind what goes on below it. */
function lastKeyOfOurs(text: string, from: number, known: KeysOfFile): number | undefined {
  const found = [...text.slice(from, from + FURTHEST).matchAll(OUR_LINE)];
  const last = found.findLast(([, key]) => known.isOurs(key!));
  return last && lastLine(text, from + last.index, known).end;
}

const OUR_LINE = /^["']?([\w-]+)["']?[ \t]*:(?=[ \t\r]|$)/gm;
