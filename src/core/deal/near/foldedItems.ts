import { FIELDS, isList } from '../../fields/table';
import type { FrontMatter } from '../../frontMatter/cut';
import { standardName } from '../../frontMatter/keyNames';
import type { Data } from '../../frontMatter/parse';
import { hint, type Problem } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import { shiftEdits, type TextEdit } from '../../textEdit';
import { say } from '../say';

/** Items of a list that YAML takes for more of the text above, since they stand in further: offsets into the text. */
export interface FoldedItems {
  readonly field: string;
  /** The text that they became, as far as the first of them. */
  readonly one: string;
  /** The number of the line of the first, from 1, and the columns of its words. */
  readonly line: number;
  readonly columns: readonly [start: number, end: number];
  /** By which each is an item of its own. */
  readonly edits: readonly TextEdit[];
}

const LISTS = FIELDS.filter(isList);

/** Words that stand as they are, in one line, behind a dash or a key. */
const WORDS = `[\\p{L}\\p{N}][^:#"'\\n]*`;
const ITEM = new RegExp(`^([ ]*)- +(${WORDS})$`, 'u');
const KEY = /^["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*:[ \t]*/u;
/** An item of words below another line: all that may be folded, and hardly an item of a group or in braces. */
const MAY_FOLD = /\n +- +[\p{L}\p{N}][^:#"'\n]*(?:\n|$)/u;

/** `- R. Lee` with `  - T. Ray` below it, further in; and `contacts: R. Lee` with an item below. */
export function foldedItems(
  text: string,
  { start, end }: FrontMatter,
  data: Data,
  names: FieldNames,
): FoldedItems[] {
  if (!LISTS.some(list => mayHold(data[list]))) return [];
  const yaml = text.slice(start, end);
  if (!MAY_FOLD.test(yaml)) return [];
  const found: FoldedItems[] = [];
  let field: string | undefined;
  let offset = 0;
  let above: Above | undefined;
  for (const [index, whole] of yaml.split('\n').entries()) {
    const line = whole.trimEnd();
    const [, indent, words] = ITEM.exec(line) ?? [];
    const [begins, key] = KEY.exec(line) ?? [];
    if (key !== undefined) field = standardName(names, key);
    if (above && words !== undefined && indent!.length > above.indent.length) {
      if (indent !== above.to)
        above.edits.push({ start: offset, end: offset + indent!.length, text: above.to });
      const one = `${above.words} - ${words}`;
      const isFirst = !found.some(({ edits }) => edits === above!.edits);
      if (isFirst && field !== undefined && isList(field) && holds(data[field], one)) {
        const columns = [indent!.length + 1, line.length + 1] as const;
        found.push({ field, one, line: index + 2, columns, edits: above.edits });
      }
    } else if (words !== undefined) above = { indent: indent!, to: indent!, words, edits: [] };
    else above = begins === undefined ? undefined : besideKey(line, begins, offset, yaml);
    offset += whole.length + 1;
  }
  return found.map(one => ({ ...one, edits: shiftEdits(one.edits, start) }));
}

/** What an item below may be taken for more of, and how far in it should stand. */
interface Above {
  readonly indent: string;
  readonly to: string;
  readonly words: string;
  readonly edits: TextEdit[];
}

/** The first item stands behind the key: it comes below it, as far in as the next. */
function besideKey(line: string, begins: string, offset: number, yaml: string): Above | undefined {
  const words = line.slice(begins.length);
  if (!new RegExp(`^${WORDS}$`, 'u').test(words)) return undefined;
  const next = /^[^\n]*\n( +)- /.exec(yaml.slice(offset))?.[1];
  if (next === undefined) return undefined;
  const gap = /[ \t]*$/.exec(begins)![0].length;
  const at = offset + begins.length;
  const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
  return { indent: '', to: next, words, edits: [{ start: at - gap, end: at, text: `${newline}${next}- ` }] };
}

/** Whether there is a text in which an item may have been folded. */
function mayHold(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(item => typeof item === 'string' && item.includes(' - '));
  return typeof value === 'string' && value.includes(' - ');
}

function holds(value: unknown, one: string): boolean {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.some(item => typeof item === 'string' && (item === one || item.startsWith(`${one} - `)));
}

export function foldedProblems(
  text: string,
  frontMatter: FrontMatter,
  data: Data,
  names: FieldNames,
): Problem[] {
  return foldedItems(text, frontMatter, data, names).map(({ field, one, line, columns: [column, end] }) =>
    hint('several-in-one', say('foldedItems', { one }), {
      line,
      column,
      end: { line, column: end },
      at: [field],
    }),
  );
}
