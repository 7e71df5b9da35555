import { rememberedByName } from '../remember';
import { renderScalar } from './edit/scalar';
import { inPattern } from './keyNames';
import { commentEnd, HEADING, type Line } from './noteLines';

/*
 * Keys and values that stand as lines in the notes, as Notion exports its properties (`Stage: Proposal` below the title) and as
 * Dataview reads them (`stage:: proposal`, wherever it is).
 */

/** `Stage: Proposal`, `- **Stage:** Proposal`, `* stage:: proposal`: key, its sign, value. */
const FIELD =
  /^(?:[-*+\u2022][ \t]+)?(\*\*|__)?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)(?:\1[ \t]*(::?)|(::?)\1)(?:[ \t]+(.*))?$/u;
const CODE = /^(`{3,}|~{3,})/;

/** Whether a key and such a sign stand anywhere: no note is read further without. */
export function mayBeInline(head: string, key: string): boolean {
  return quickly(key).test(head);
}

const quickly = rememberedByName(
  (key: string) => new RegExp(`^[ \\t>*+_\u2022-]*${inPattern(key)}[ \\t]*[*_]*[ \\t]*:`, 'imu'),
);

interface InlineField {
  readonly key: string;
  readonly value: string;
  readonly isDataview: boolean;
}

/** The lines around the one that says the key: at the top, below headings and comments; one of Dataview's anywhere. */
export function inlineFields(lines: readonly Line[], isSecond: boolean, key: string) {
  const at = (isSecond ? undefined : atTop(lines, key)) ?? ofDataview(lines, key);
  if (at === undefined) return undefined;
  const isIn = (index: number) => fieldOn(lines[index])?.isDataview === fieldOn(lines[at])!.isDataview;
  let [first, last] = [at, at];
  while (isIn(first - 1)) first--;
  while (isIn(last + 1)) last++;
  const fields = lines.slice(first, last + 1).map(line => fieldOn(line)!);
  const yaml = fields.map(one => `${one.key}:${one.value && ` ${written(one.value)}`}\n`).join('');
  return { at: first, where: 'inline' as const, block: { yaml, rest: '', end: lines[last]!.end } };
}

function fieldOn(line: Line | undefined): InlineField | undefined {
  const [, , key, sign, inside, value = ''] = (line && FIELD.exec(line.words)) ?? [];
  return key === undefined ? undefined : { key: key.trim(), value, isDataview: (sign ?? inside) === '::' };
}

function saysKey(line: Line | undefined, key: string): boolean {
  return fieldOn(line)?.key.toLowerCase() === key.toLowerCase();
}

/** In the first lines that are no heading and no comment, all of which have a key. */
function atTop(lines: readonly Line[], key: string): number | undefined {
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

function ofDataview(lines: readonly Line[], key: string): number | undefined {
  let code: string | undefined;
  for (const [at, line] of lines.entries()) {
    const fence = CODE.exec(line.words)?.[1];
    if (code === undefined) code = fence;
    else if (fence?.startsWith(code)) code = undefined;
    if (code === undefined && saysKey(line, key) && fieldOn(line)!.isDataview) return at;
  }
  return undefined;
}

/** A number, a day or words as they are; all else in quotes where YAML needs them. */
function written(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,()/_-]*$/u.test(value) ? value : renderScalar(value);
}
