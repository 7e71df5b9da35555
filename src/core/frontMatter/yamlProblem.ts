import type { YAMLParseError } from 'yaml';
import { error, quote, reasonOf, type Problem } from '../problem';
import { placeMaker } from './placeMaker';

/** An error of the YAML parser in the words of somebody who does not know what a compact mapping is. */
export function yamlProblem(yaml: string, cause: YAMLParseError): Problem {
  const line = lineOf(yaml, cause.pos[0]);
  const place = placeMaker(yaml);
  if (cause.code === 'TAB_AS_INDENT') {
    const indent = /^[ \t]*/.exec(line.text)![0].length;
    const message = 'This is not valid YAML: the line is indented with a tab. Indent with spaces.';
    return error('tab-indentation', message, place(line.start, line.start + Math.max(1, indent)));
  }
  const value =
    cause.code === 'BLOCK_AS_IMPLICIT_KEY' || cause.code === 'BLOCK_IN_FLOW'
      ? valueWithColon(line.text, cause.pos[0] - line.start)
      : undefined;
  if (value) {
    const message = `This is not valid YAML: the text ${quote(value.text)} has a “: ” in it. A text with “: ” in it needs quotes around it.`;
    const start = line.start + value.at;
    return error('unquoted-colon', message, place(start, start + value.text.length));
  }
  const reason = plainReason(cause);
  const start = Math.min(cause.pos[0], line.start + line.text.trimEnd().length);
  return error(
    'invalid-yaml',
    `This is not valid YAML: ${reason}. ${wayOut(reason)}`,
    place(start, Math.max(start, line.start + line.text.trimEnd().length)),
  );
}

/** What `yaml` throws at aliases that have no anchor, or that stand for more and more of each other. */
export function unresolvedAlias(yaml: string, cause: unknown): Problem {
  const reason = plainReason(cause);
  if (/alias count/i.test(reason)) {
    return error(
      'too-deep',
      'The aliases in the front matter stand for far too much: write the values out.',
      2,
    );
  }
  const name = /: (\S+)$/.exec(reason)?.[1];
  const start = name === undefined ? -1 : yaml.indexOf(`*${name}`);
  const where = start < 0 ? 2 : placeMaker(yaml)(start, start + name!.length + 1);
  return error('invalid-yaml', `This is not valid YAML: ${reason}. ${wayOut(reason)}`, where);
}

/** The value on a line that is cut in two by a “: ”, if one is at `near`: without its key, dash, bracket and comment. */
export function valueWithColon(line: string, near: number): { text: string; at: number } | undefined {
  const inBraces = /[{,]/.test(line.slice(0, near)) && /[{[]/.test(line.slice(0, near));
  const from = inBraces ? Math.max(line.lastIndexOf('{', near), line.lastIndexOf(',', near)) + 1 : 0;
  const rest = line.slice(from);
  const end = inBraces ? endOfValue(rest) : rest.length;
  const key = KEY.exec(rest)?.[0];
  if (key === undefined) return undefined;
  const text = withoutComment(rest.slice(key.length, end)).trimEnd();
  return /:(?:[ \t]|$)/.test(text) ? { text, at: from + key.length } : undefined;
}

/** Of a line, with the dashes before it and the blanks behind it. */
const KEY = /^[ \t]*(?:-[ \t]+)*(?:"[^"]*"[ \t]*|'[^']*'[ \t]*|[^\s"'#:][^:]*):[ \t]+/;

export function withoutComment(text: string): string {
  const comment = text.search(/(?<=[ \t])#/);
  return comment < 0 ? text : text.slice(0, comment);
}

function endOfValue(text: string): number {
  const end = text.search(/[,}\]]/);
  return end < 0 ? text.length : end;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function lineOf(yaml: string, offset: number): Line {
  const start = offset === 0 ? 0 : yaml.lastIndexOf('\n', offset - 1) + 1;
  const newline = yaml.indexOf('\n', start);
  return { start, text: yaml.slice(start, newline < 0 ? undefined : newline) };
}

function plainReason(cause: unknown): string {
  return reasonOf(cause)
    .split('\n', 1)[0]!
    .replace(/ at line \d+, column \d+:?$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[.:]$/, '');
}

/** Nearly every such error is one of a few slips. */
function wayOut(reason: string): string {
  if (/nested mappings|compact mappings|mapping values/i.test(reason)) {
    return 'A key must stand as far to the left as the others, and a text with “: ” in it needs quotes around it.';
  }
  if (/implicit keys|implicit map keys/i.test(reason))
    return 'Behind a key stand a colon and a space: “owner: dana”.';
  if (/tab/i.test(reason)) return 'Indent with spaces.';
  if (/closing (?:["']|\w+-?quote)/i.test(reason))
    return 'A quote that is opened must be closed on the same line.';
  return 'Put quotes around a text with special characters, and check the indentation.';
}
