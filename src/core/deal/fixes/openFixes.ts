import { isList } from '../../fields/table';
import { standardName } from '../../frontMatter/keyNames';
import { withoutComment } from '../../frontMatter/yamlProblem';
import type { KeyNames } from '../../frontMatter/keyNames';
import type { TextEdit } from '../../textEdit';

/*
 * Ways to write what somebody opened and did not close, or closed too soon: quotes, brackets, the steps of a list. Each is only
 * tried, and offered where the front matter can be read with it.
 */

const QUOTED = /^(?:[ \t]*(?:-[ \t]+)*(?:[\w-]+[ \t]*:[ \t]+)?)(["'])(.*)$/;

/**
 * The text that a value with a quote too many means: `'Don't call'`, `"Say "yes""`, `'Don't call`. None where the quote is
 * around the first of its words.
 */
export function textInQuotes(line: string): { readonly at: number; readonly text: string } | undefined {
  const [whole, quote, rest] = QUOTED.exec(withoutComment(line).trimEnd()) ?? [];
  if (!quote || rest === undefined) return undefined;
  const at = whole!.length - rest.length - 1;
  const isClosed = rest.endsWith(quote);
  const inside = isClosed ? rest.slice(0, -1) : rest;
  const inner = [...inside.matchAll(quote === '"' ? /"/g : /'/g)].map(({ index }) => index);
  const isApostrophe = (index: number) => quote === "'" && /^\p{L}'\p{L}$/u.test(around(inside, index));
  const opens = (index: number) => new RegExp(`^[\\s(]${quote}\\S`).test(around(inside, index));
  const [first] = inner;
  // As in `'two words'`.
  if (isClosed && first === undefined) return undefined;
  const isMeant = isClosed ? isApostrophe(first!) || opens(first!) : inner.every(isApostrophe);
  return isMeant ? { at, text: inside } : undefined;
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 1), at + 2);
}

/** A line whose value begins with a quote and has no other one. */
const OPEN_QUOTE = /^[ \t]*(?:-[ \t]+)*(?:[\w-]+[ \t]*:[ \t]+)?(["'])(?:(?!\1).|'')*$/gm;

/** A quote is missed only where the front matter ends, far below its line. */
export function closedQuotes(head: string): TextEdit[][] {
  return [...head.matchAll(OPEN_QUOTE)].map(({ index, 0: line, 1: quote }) => {
    const at = index + line.trimEnd().length;
    return [{ start: at, end: at, text: quote! }];
  });
}

/** A key whose value begins with a bracket, or with the dash of an item. */
const LIST = /^[ \t]*(?:-[ \t]+)*(["']?)([\w-]+)\1[ \t]*:[ \t]+(?=\[|\{|-[ \t])/;

/** Whether a line's value is a list that was begun, and no text. */
export function beginsList(line: string, names: KeyNames): boolean {
  return listKey(line, names) !== undefined;
}

function listKey(line: string, names: KeyNames): string | undefined {
  const [, , written] = LIST.exec(line) ?? [];
  const key = written && (standardName(names, written) ?? written);
  return key && isList(key) ? key : undefined;
}

/** Each list of ours in the front matter whose brackets are not closed, with them closed where it ends. */
export function closedBrackets(text: string, end: number, names: KeyNames): TextEdit[][] {
  const ways: TextEdit[][] = [];
  const lines = linesUntil(text, end);
  for (const [index, { start, text: line }] of lines.entries()) {
    const key = listKey(line, names);
    if (key === undefined && !/^[ \t]*-[ \t]+\{/.test(line)) continue;
    const opening = line.search(/[[{]/);
    // Groups are no tags and no criteria.
    if (opening < 0 || (line[opening] === '{' && (key === 'tags' || key === 'checks'))) continue;
    const open = stillOpen(line.slice(opening), []);
    let [last, at] = [line, start];
    for (const below of lines.slice(index + 1)) {
      if (!open.length || !/^[ \t]+[^\s-]/.test(below.text)) break;
      [last, at] = [below.text, below.start];
      stillOpen(last, open);
    }
    const close = open.toReversed().join('');
    const stop = at + withoutComment(last).trimEnd().length;
    if (close) ways.push([{ start: stop, end: stop, text: close }]);
  }
  return ways;
}

/** The brackets that are to come, the innermost last. */
function stillOpen(text: string, open: string[]): string[] {
  for (const [sign] of withoutComment(text).matchAll(/"[^"]*"|'[^']*'|[[\]{}]/g)) {
    if (sign === '[') open.push(']');
    else if (sign === '{') open.push('}');
    else if (sign === open.at(-1)) open.pop();
  }
  return open;
}

const ITEM = /^([ ]*)-[ \t]+[^\s-]/;

/** The items below the one above a line, as far as they stand in otherwise, in line with it. */
export function alignedItems(text: string, end: number, number: number): TextEdit[][] {
  const lines = linesUntil(text, end);
  const at = number - 1;
  const indent = ITEM.exec(lines[at - 1]?.text ?? '')?.[1];
  if (indent === undefined || !ITEM.test(lines[at]?.text ?? '')) return [];
  const edits: TextEdit[] = [];
  for (const { start, text: line } of lines.slice(at)) {
    const own = ITEM.exec(line)?.[1];
    if (own === undefined) break;
    if (own !== indent) edits.push({ start, end: start + own.length, text: indent });
  }
  return edits.length ? [edits] : [];
}

function linesUntil(text: string, end: number): { readonly start: number; readonly text: string }[] {
  let start = 0;
  return text
    .slice(0, end)
    .split('\n')
    .map(line => {
      const one = { start, text: line.replace(/\r$/, '') };
      start += line.length + 1;
      return one;
    });
}
