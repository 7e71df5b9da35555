import { readPlain } from './plainScalar';

/**
 * Reads front matter as nearly everybody writes it: a key and a value a line, lists and groups of plain or quoted words. It
 * takes a small part of YAML, in which there is one reading only; a fraction of the time, and of the code, of a parser.
 *
 * @returns `undefined` at anything else, valid or not
 */
export function parsePlainYaml(yaml: string): Readonly<Record<string, unknown>> | undefined {
  if (ODD.test(yaml)) return undefined;
  const lines = yaml.split('\n').filter(line => !BLANK_OR_COMMENT.test(line));
  const data: Record<string, unknown> = {};
  for (let at = 0; at < lines.length;) {
    const [key, text] = entryOf(lines[at++]!) ?? [];
    if (key === undefined || text === undefined || Object.hasOwn(data, key)) return undefined;
    let below = at;
    while (below < lines.length && ITEM_OR_INDENTED.test(lines[below]!)) below++;
    const isList = text === '' && below > at;
    if (!isList && below > at) return undefined;
    const value = isList ? blockList(lines.slice(at, below)) : text === '' ? null : valueOf(text);
    if (value === undefined) return undefined;
    data[key] = value;
    at = below;
  }
  return lines.length ? data : undefined;
}

/** Line ends other than `\n`, tabs, and what is seen by nobody or takes two units. */
const ODD = /[^\n\x20-\x7e\u00a1-\u2027\u2030-\ud7ff]/;
const BLANK_OR_COMMENT = /^(?:#| *$)/;
const ITEM_OR_INDENTED = /^(?: |- )/;
const ENTRY = /^([A-Za-z][\w-]{0,60}):(?: +(.*))?$/;
/** With what a text may begin that is nothing but that text. */
const START = '[A-Za-z0-9(+/_\\u00a1-\\ud7ff]';
const PLAIN = new RegExp(`^${START}`);
/** Where a text ends and something else begins, or another reader would see it do so. */
const ENDS_TEXT = /: |:$| #/;
const DOUBLE = /^"[^"\\]*"$/;
const SINGLE = /^'[^']*'$/;

/** A key and what stands behind it. */
function entryOf(line: string): readonly [string, string] | undefined {
  const [, key, text = ''] = ENTRY.exec(line) ?? [];
  return key === undefined || readPlain(key) ? undefined : [key, trimmed(text)];
}

function valueOf(text: string): unknown {
  if (PLAIN.test(text)) return ENDS_TEXT.test(text) ? undefined : plain(text);
  if (DOUBLE.test(text) || SINGLE.test(text)) return text.slice(1, -1);
  if (text.startsWith('[') && text.endsWith(']')) return flowList(text.slice(1, -1));
  return text.startsWith('{') && text.endsWith('}') ? flowGroup(text.slice(1, -1)) : undefined;
}

function plain(text: string): unknown {
  const read = readPlain(text);
  return read ? read.value : text;
}

/** Without blanks around it: others than these are letters in YAML. A pattern would begin anew at each blank within. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return text.slice(start, end);
}

/** Items that begin below each other, each of them a value, or a group with a key and a value a line. */
function blockList(lines: readonly string[]): readonly unknown[] | undefined {
  const indent = lines[0]!.search(/[^ ]/);
  const items: unknown[] = [];
  let group: Record<string, unknown> | undefined;
  for (const line of lines) {
    const from = line.search(/[^ ]/);
    const isItem = from === indent && line.startsWith('- ', from);
    if (!isItem && (from !== indent + 2 || !group)) return undefined;
    const text = trimmed(line.slice(indent + 2));
    if (line[indent + 2] === ' ') return undefined;
    const [key, behind] = entryOf(text) ?? [];
    if (key === undefined || behind === undefined) {
      const value = isItem ? valueOf(text) : undefined;
      if (value === undefined) return undefined;
      items.push(value);
      group = undefined;
      continue;
    }
    if (isItem) items.push((group = {}));
    if (Object.hasOwn(group!, key)) return undefined;
    const value = valueOf(behind);
    if (value === undefined) return undefined;
    group![key] = value;
  }
  return items;
}

/** No brackets within brackets, no comment, and no colon but that behind a key. */
const INNER = `"[^"\\\\]*"|'[^']*'|${START}[^,[\\]{}:#]*`;
const IN_LIST = new RegExp(`(${INNER})(?:, +(?=[^ ])|$)`, 'y');
const IN_GROUP = new RegExp(`([A-Za-z][\\w-]{0,60}): +(${INNER})(?:, +(?=[^ ])|$)`, 'y');

function flowList(inside: string): readonly unknown[] | undefined {
  const list: unknown[] = [];
  const isWhole = eachOf(IN_LIST, trimmed(inside), ([, text]) => list.push(valueOf(trimmed(text!))) > 0);
  return isWhole ? list : undefined;
}

function flowGroup(inside: string): Readonly<Record<string, unknown>> | undefined {
  const group: Record<string, unknown> = {};
  const isWhole = eachOf(IN_GROUP, trimmed(inside), ([, key, text]) => {
    if (readPlain(key!) || Object.hasOwn(group, key!)) return false;
    group[key!] = valueOf(trimmed(text!));
    return true;
  });
  return isWhole ? group : undefined;
}

/**
 * Whether a text is made of what is looked for, from the first to the last character.
 *
 * @param take whether one of them may stand there
 */
function eachOf(pattern: RegExp, text: string, take: (found: RegExpExecArray) => boolean): boolean {
  pattern.lastIndex = 0;
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    const one = pattern.exec(text);
    if (!one || !take(one)) return false;
  }
  return true;
}
