import { isMap, parseDocument } from 'yaml';
import { markOf, withoutMark } from '../byteOrderMark';
import { isSame } from '../frontMatter/edit/proof';
import { renderKey } from '../frontMatter/edit/scalar';
import type { FieldNames } from '../process/fieldNames';
import { PROCESS_FILE, readProcess } from '../process/processFile';
import { addAlias, intoMap, type AliasAdded } from '../process/addAlias';
import { say } from '../process/say';
import { refuse, type Refusal } from '../refusal';
import { applyEdits, type TextEdit } from '../textEdit';
import type { Adoption } from './adoption';

/** Tells a process file the keys and the names of stages that notes have; all else in it stays, to the byte. */
export function addAdoption(
  text: string,
  { fields, aliases }: Pick<Adoption, 'fields' | 'aliases'>,
): AliasAdded | Refusal {
  let after = withFields(text, fields);
  if (after === undefined) return refuse(say('fieldsByHand', { file: PROCESS_FILE, fields: inYaml(fields) }));
  for (const alias of aliases) {
    const added = addAlias(after, alias);
    if (!added.ok) return added;
    after = added.edited.text;
  }
  return { ok: true, edited: { edits: [wholeEdit(text, after)], text: after } };
}

function withFields(text: string, fields: FieldNames): string | undefined {
  const { process, problems } = readProcess(text);
  if (isSame(sorted(process.fields), sorted(fields))) return text;
  const mark = markOf(text);
  const yaml = withoutMark(text);
  const { contents, errors } = parseDocument(yaml);
  if (errors.length || (contents !== null && (!isMap(contents) || contents.flow))) return undefined;
  const there = contents === null ? undefined : contents.get('fields', true);
  const after = there === undefined ? withAll(yaml, fields) : withMore(yaml, there, process.fields, fields);
  if (after === undefined) return undefined;
  const whole = mark + after;
  const read = readProcess(whole);
  const isRead = isSame(sorted(read.process.fields), sorted(fields));
  return isRead && !read.process.unknownRules && read.problems.length <= problems.length ? whole : undefined;
}

/** With `fields` at the end of a file that has none. */
function withAll(yaml: string, fields: FieldNames): string {
  const newline = newlineIn(yaml);
  const lines = [...fields].map(([field, key]) => `  ${field}: ${renderKey(key)}`);
  const gap = yaml === '' || yaml.endsWith('\n') ? '' : newline;
  return yaml + gap + ['fields:', ...lines, ''].join(newline);
}

/** With those that `fields` doesn't have yet; what it has stays. */
function withMore(yaml: string, there: unknown, before: FieldNames, fields: FieldNames): string | undefined {
  if (!isMap(there)) return undefined;
  const edits = [...fields]
    .filter(([field]) => !before.has(field))
    .map(([field, key]) => intoMap(yaml, there, [`${field}: ${renderKey(key)}`], newlineIn(yaml)));
  const isAll = edits.every(edit => edit !== undefined);
  return isAll ? applyEdits(yaml, edits) : undefined;
}

function newlineIn(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function sorted(fields: FieldNames): (readonly [string, string])[] {
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `{ stage: deal_stage, account: company }` */
function inYaml(fields: FieldNames): string {
  return `{ ${[...fields].map(([field, key]) => `${field}: ${key}`).join(', ')} }`;
}

/** The part that differs. */
function wholeEdit(before: string, after: string): TextEdit {
  let start = markOf(before).length;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  let to = after.length;
  while (end > start && to > start && before[end - 1] === after[to - 1]) [end, to] = [end - 1, to - 1];
  return { start, end, text: after.slice(start, to) };
}
