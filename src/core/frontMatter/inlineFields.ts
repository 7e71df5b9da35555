import { rememberedByName } from '../remember';
import { renderScalar } from './edit/scalar';
import { inPattern } from './keyNames';
import { commentEnd, HEADING, linesIn, type Line } from './noteLines';

/*
 * Keys and values that stand as lines in the notes, as Notion exports its properties (`Stage: Proposal` below the title), as
 * Dataview reads them (`stage:: proposal`, wherever it is), and as rows of a table (`| Stage | Proposal |` below the title).
 */

/** `Stage: Proposal`, `- **Stage:** Proposal`, `* stage:: proposal`: key, its sign, value. */
const FIELD =
  /^(?:[-*+\u2022][ \t]+)?(\*\*|__)?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)(?:\1[ \t]*(::?)|(::?)\1)(?:[ \t]+(.*))?$/u;
/** `| Stage | Proposal |`, `| **Stage** | Proposal |`: a row of two cells. */
const ROW =
  /^\|[ \t]*(\*\*|__)?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)(?:\1:?|:\1)[ \t]*\|[ \t]*([^|]*?)[ \t]*\|?$/u;
/** What stands above the fields of a table, and below its head. */
const RULE = /^\|[ \t|:-]*$/;
const HEAD =
  /^\|[ \t*_]*(?:field|property|key|name|attribute)[ \t*_]*\|[ \t*_]*(?:values?|details?)?[ \t*_]*\|?$/i;
/** `[stage:: proposal]`, `(stage:: proposal)` */
const BRACKETS = /[[(]([\p{L}_][\p{L}\p{N}_ -]{0,40}?)[ \t]*::[ \t]*([^[\]()\n]{0,200})[\])]/gu;
const TODO = /^(?:[-*+]|\d+[.)])[ \t]+\[.\]/u;
const CODE = /^(`{3,}|~{3,})/;

/** Whether a key and such a sign stand anywhere: no note is read further without. */
export function mayBeInline(head: string, key: string): boolean {
  return quickly(key).test(head);
}

const quickly = rememberedByName(
  (key: string) => new RegExp(`^[ \\t>*+_|\u2022-]*${inPattern(key)}[ \\t]*[*_]*[ \\t]*[:|]`, 'imu'),
);

interface InlineField {
  readonly key: string;
  readonly value: string;
  readonly kind: 'plain' | 'dataview' | 'row';
}

/** The lines around the one that says the key: at the top, below headings and comments; one of Dataview's anywhere. */
export function inlineFields(lines: readonly Line[], isSecond: boolean, key: string) {
  const at = (isSecond ? undefined : firstAtTop(lines, named(key))) ?? ofDataview(lines, named(key));
  if (at === undefined) return undefined;
  const [first, last] = around(lines, at);
  const all = lines.slice(first, last + 1).map(line => fieldOn(line)!);
  const fields = all.filter(({ key }) => key);
  const yaml = fields.map(one => `${one.key}:${one.value && ` ${written(one.value)}`}\n`).join('');
  return { at: first, where: 'inline' as const, block: { yaml, rest: '', end: lines[last]!.end } };
}

/** A field that stands as a line: where, and what it says. */
export interface FieldLine {
  readonly start: number;
  readonly end: number;
  /** None where it is the head of a table. */
  readonly key: string;
  readonly value: string;
  /** The value as YAML. */
  readonly yaml: string;
}

export interface FieldsMeant {
  /** Whether a field of Dataview is one that is looked for. */
  readonly means: (key: string, value: string) => boolean;
  /** Whether a line at the top of a note, in whatever form, is the one that makes fields of those around it. */
  readonly isStage: (key: string, value: string) => boolean;
  /** Another front matter stands above. */
  readonly isSecond: boolean;
}

/** All blocks of a note that have a field which is meant. Offsets are into the notes. */
export function fieldLines(notes: string, { means, isStage, isSecond }: FieldsMeant): FieldLine[][] {
  const lines = linesIn(notes);
  const top = isSecond ? undefined : firstAtTop(lines, isStage);
  const blocks: FieldLine[][] = [];
  const isMeant = (at: number) => {
    const field = fieldOn(lines[at])!;
    return at === top || (field.kind === 'dataview' && means(field.key, field.value));
  };
  let behind = 0;
  for (const at of outsideCode(lines)) {
    if (at < behind || !fieldOn(lines[at]) || !isMeant(at)) continue;
    const [first, last] = around(lines, at);
    behind = last + 1;
    blocks.push(
      lines.slice(first, behind).map(line => {
        const { key, value } = fieldOn(line)!;
        return { start: line.start, end: line.end, key, value, yaml: value && written(value) };
      }),
    );
  }
  return blocks;
}

/** Fields that stand in brackets, in a sentence or by themselves, as Dataview reads them: `[stage:: proposal]`. Those of to-dos are theirs. */
export function bracketsIn(notes: string): { readonly key: string; readonly value: string }[] {
  const lines = linesIn(notes);
  const outside = [...outsideCode(lines)].filter(at => !TODO.test(lines[at]!.words));
  return outside.flatMap(at =>
    [...lines[at]!.text.matchAll(BRACKETS)].map(([, key = '', value = '']) => ({
      key: key.trim(),
      value: value.trim(),
    })),
  );
}

/** The first and the last line of the fields of one kind around one of them. */
function around(lines: readonly Line[], at: number): [number, number] {
  const isIn = (index: number) => fieldOn(lines[index])?.kind === fieldOn(lines[at])!.kind;
  let [first, last] = [at, at];
  while (isIn(first - 1)) first--;
  while (isIn(last + 1)) last++;
  return [first, last];
}

function fieldOn(line: Line | undefined): InlineField | undefined {
  if (line?.words.startsWith('|')) return inRow(line.words);
  const [, , key, sign, inside, value = ''] = (line && FIELD.exec(line.words)) ?? [];
  if (key === undefined) return undefined;
  return { key: key.trim(), value, kind: (sign ?? inside) === '::' ? 'dataview' : 'plain' };
}

/** Without a key where it is the head of its table, or what parts that from the rest. */
function inRow(words: string): InlineField | undefined {
  const [, , key = '', value = ''] = ROW.exec(words) ?? [];
  if (RULE.test(words) || HEAD.test(words)) return { key: '', value: '', kind: 'row' };
  return key ? { key: key.trim(), value, kind: 'row' } : undefined;
}

type IsKey = (key: string, value: string) => boolean;

function named(key: string): IsKey {
  return other => other.toLowerCase() === key.toLowerCase();
}

function saysKey(line: Line | undefined, isKey: IsKey): boolean {
  const field = fieldOn(line);
  return field !== undefined && isKey(field.key, field.value);
}

/** In the first lines that are no heading and no comment, all of which have a key. */
function firstAtTop(lines: readonly Line[], key: IsKey): number | undefined {
  for (let at = 0; at < lines.length; at++) {
    const { words } = lines[at]!;
    if (!words || HEADING.test(words)) continue;
    const end = commentEnd(lines, at);
    if (end !== undefined && end < 0) return undefined;
    if (end !== undefined) at = end;
    else {
      while (fieldOn(lines[at]) && !saysKey(lines[at], key)) at++;
      return saysKey(lines[at], key) ? at : undefined;
    }
  }
  return undefined;
}

function ofDataview(lines: readonly Line[], key: IsKey): number | undefined {
  for (const at of outsideCode(lines))
    if (saysKey(lines[at], key) && fieldOn(lines[at])!.kind === 'dataview') return at;
  return undefined;
}

function* outsideCode(lines: readonly Line[]): Generator<number> {
  let code: string | undefined;
  for (const [at, line] of lines.entries()) {
    const fence = CODE.exec(line.words)?.[1];
    if (code === undefined) code = fence;
    else if (fence?.startsWith(code)) code = undefined;
    if (code === undefined) yield at;
  }
}

/** A number, a day or words as they are; all else in quotes where YAML needs them. */
function written(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,()/_-]*$/u.test(value) ? value : renderScalar(value);
}
