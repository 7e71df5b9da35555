import { below, makePart, type KeyOrValue } from './part';
import { lineEnd, quoted, skipBlanks, type Token } from './token';

/** Where brackets or braces stand. */
export interface FlowPlace {
  readonly start: number;
  /** The end of the front matter. */
  readonly end: number;
  readonly path: readonly string[];
  /** Whether the line that begins there can belong to it: while somebody is typing, a closing bracket is missing. */
  readonly goesOn: (line: number) => boolean;
  readonly newGroup: () => number;
}

interface Open {
  readonly isMap: boolean;
  readonly path: readonly string[];
  readonly group: number;
  /** In braces: the key whose value comes. */
  key: string | undefined;
  /** Where a free place begins, if nothing has come there yet. */
  free: number | undefined;
}

/** Adds what stands in brackets or braces to the parts; answers with the place behind them. Takes linear time. */
export function scanFlow(text: string, place: FlowPlace, parts: KeyOrValue[]): number {
  const { start, end, goesOn } = place;
  const open: Open[] = [];
  const begin = (at: number) => {
    const around = open.at(-1);
    const path = !around
      ? place.path
      : around.key === undefined
        ? around.path
        : below(around.path, around.key);
    if (around) around.free = undefined;
    open.push({ isMap: text[at] === '{', path, group: place.newGroup(), key: undefined, free: at + 1 });
  };
  const closeFree = (until: number) => {
    const inner = open.at(-1)!;
    if (inner.free !== undefined) parts.push(partIn(inner, { start: inner.free, end: inner.free, until }));
  };
  begin(start);
  let at = start + 1;
  while (at < end && open.length) {
    const inner = open.at(-1)!;
    const char = text[at]!;
    if (char === '\n' && !goesOn(at + 1)) break;
    if (/\s/.test(char)) at++;
    else if (char === '#' && /\s/.test(text[at - 1]!)) {
      closeFree(at);
      at = lineEnd(text, at, end);
      if (inner.free !== undefined) inner.free = at;
    } else if (char === ',') {
      closeFree(at);
      at++;
      Object.assign(inner, { key: undefined, free: at });
    } else if (char === ']' || char === '}') {
      closeFree(at);
      open.pop();
      at++;
    } else if (char === '[' || char === '{') {
      begin(at);
      at++;
    } else {
      at = scanToken(text, at, inner, place, parts);
    }
  }
  if (open.length) closeFree(at);
  return at;
}

/** A key with its colon, or a value; or a tag or an anchor, behind which it comes. */
function scanToken(
  text: string,
  at: number,
  inner: Open,
  { end, goesOn }: FlowPlace,
  parts: KeyOrValue[],
): number {
  if (/[!&*]/.test(text[at]!)) {
    let behind = at;
    while (behind < end && !/[\s,[\]{}]/.test(text[behind]!)) behind++;
    // What an alias means stands elsewhere.
    inner.free = text[at] === '*' ? undefined : behind;
    return behind;
  }
  const token = text[at] === '"' || text[at] === "'" ? quoted(text, at, end, goesOn) : plain(text, at, end);
  const behind = skipBlanks(text, token.end, end);
  const hasColon = text[behind] === ':';
  if (hasColon && inner.key === undefined) {
    const { path, group } = inner;
    parts.push(makePart({ kind: 'key', path, group, isFlow: true, hasColon, ...token }));
    Object.assign(inner, { key: token.text, free: behind + 1 });
    return behind + 1;
  }
  inner.free = undefined;
  parts.push(partIn(inner, token));
  // What comes of a text that makes no sense must not keep us at one place.
  return Math.max(token.end, at + 1);
}

function partIn(
  { isMap, path, group, key }: Open,
  where: Partial<Token> & { start: number; end: number; until?: number },
): KeyOrValue {
  const isKey = isMap && key === undefined;
  return makePart({
    kind: isKey ? 'key' : 'value',
    path: key === undefined ? path : below(path, key),
    group,
    isItem: !isMap && key === undefined,
    isFlow: true,
    ...where,
  });
}

/** Whether a colon ends a plain text. */
function endsPlain(text: string, colon: number): boolean {
  return colon + 1 >= text.length || /[\s,[\]{}]/.test(text[colon + 1]!);
}

/** Up to what ends it, and never in search of more: there may be thousands on one line. */
function plain(text: string, start: number, end: number): Token {
  let at = start;
  for (; at < end && !/[\n,[\]{}]/.test(text[at]!); at++) {
    if (text[at] === ':' && endsPlain(text, at)) break;
    if (text[at] === '#' && /\s/.test(text[at - 1]!)) break;
  }
  const last = start + text.slice(start, at).trimEnd().length;
  return { start, end: last, text: text.slice(start, last), quote: '' };
}
