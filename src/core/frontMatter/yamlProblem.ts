import type { YAMLParseError } from 'yaml';
import { error, reasonOf, type Problem } from '../problem';
import { placeMaker } from './placeMaker';
import { say, type YamlSlip } from './say';
import { oddCharacter, oddStarts, openQuote } from './slips';
import { parseYamlText } from './yamlText';
import { applyEdits } from '../textEdit';

/** An error of the YAML parser for somebody who does not know what a compact mapping is. */
export function yamlProblem(yaml: string, cause: YAMLParseError): Problem {
  const line = lineOf(yaml, cause.pos[0]);
  const place = placeMaker(yaml);
  const slip = misleading(yaml, cause.pos[0]);
  if (slip) return slip;
  if (cause.code === 'TAB_AS_INDENT') {
    const indent = /^[ \t]*/.exec(line.text)![0].length;
    const where = place(line.start, line.start + Math.max(1, indent));
    return error('tab-indentation', say('tabIndentation'), where);
  }
  const value =
    cause.code === 'BLOCK_AS_IMPLICIT_KEY' || cause.code === 'BLOCK_IN_FLOW'
      ? valueWithColon(line.text, cause.pos[0] - line.start)
      : undefined;
  if (value) {
    const start = line.start + value.at;
    const where = place(start, start + value.text.length);
    return error('unquoted-colon', say('unquotedColon', { text: value.text }), where);
  }
  const reason = plainReason(cause);
  const start = Math.min(cause.pos[0], line.start + line.text.trimEnd().length);
  return error(
    'invalid-yaml',
    say('invalidYaml', { reason, slip: slipIn(reason) }),
    place(start, Math.max(start, line.start + line.text.trimEnd().length)),
  );
}

/**
 * A slip that makes the parser fail elsewhere, or that nobody can see.
 *
 * @param failsAt where it fails, if it does
 */
export function misleading(yaml: string, failsAt = -1): Problem | undefined {
  const place = placeMaker(yaml);
  const odd = oddCharacter(yaml);
  if (odd && isToBlame(yaml, failsAt)) {
    const { at, char } = odd;
    return error('invalid-yaml', say('oddCharacter', { char }), place(at, at + char.length));
  }
  const open = openQuote(yaml);
  if (!open) return undefined;
  const { start, text } = lineOf(yaml, open.at);
  return error(
    'invalid-yaml',
    say('quoteNotClosed', { quote: open.quote }),
    place(open.at, start + text.trimEnd().length),
  );
}

/** Whether the parser gets further where those characters are what they look like: a text may contain them on purpose. */
function isToBlame(yaml: string, failsAt: number): boolean {
  const plain = applyEdits(yaml, oddStarts(yaml));
  const [left] = parseYamlText(plain, {})?.document.errors ?? [];
  return !left || left.pos[0] - plain.length > failsAt - yaml.length;
}

/** What `yaml` throws at aliases that have no anchor, or that stand for more and more of each other. */
export function unresolvedAlias(yaml: string, cause: unknown): Problem {
  const reason = plainReason(cause);
  if (/alias count/i.test(reason)) {
    return error('too-deep', say('aliasesGrow'), 2);
  }
  const name = /: (\S+)$/.exec(reason)?.[1];
  const start = name === undefined ? -1 : yaml.indexOf(`*${name}`);
  const where = start < 0 ? 2 : placeMaker(yaml)(start, start + name!.length + 1);
  return error('invalid-yaml', say('invalidYaml', { reason, slip: slipIn(reason) }), where);
}

/** The value on a line that is cut in two by a “: ”, if one is at `near`: without its key, dash, bracket and comment. */
export function valueWithColon(line: string, near: number): { text: string; at: number } | undefined {
  const before = line.slice(0, near);
  const inBrackets = /[{[]/.test(before);
  const from = inBrackets ? Math.max(...['{', '[', ','].map(mark => before.lastIndexOf(mark))) + 1 : 0;
  const rest = line.slice(from);
  const end = inBrackets ? endOfValue(rest) : rest.length;
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

interface YamlLine {
  readonly start: number;
  readonly text: string;
}

function lineOf(yaml: string, offset: number): YamlLine {
  const start = offset === 0 ? 0 : yaml.lastIndexOf('\n', offset - 1) + 1;
  const newline = yaml.indexOf('\n', start);
  return { start, text: yaml.slice(start, newline < 0 ? undefined : newline) };
}

/** On one line, without the place and the full stop. */
export function plainReason(cause: unknown): string {
  return reasonOf(cause)
    .split('\n', 1)[0]!
    .replace(/ at line \d+, column \d+:?$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[.:]$/, '');
}

/** Nearly every such error is one of a few slips. */
export function slipIn(reason: string): YamlSlip {
  if (/nested mappings|compact mappings|mapping values/i.test(reason)) return 'indent';
  if (/implicit keys|implicit map keys/i.test(reason)) return 'colon';
  if (/tab/i.test(reason)) return 'tab';
  return /closing (?:["']|\w+-?quote)/i.test(reason) ? 'quote' : 'other';
}
