import { applyEdits, shiftEdits, type TextEdit } from '../../textEdit';
import { ownName, standardName } from '../../frontMatter/keyNames';
import { isField, isList } from '../../fields/table';
import { renderScalar } from '../../frontMatter/edit/scalar';
import { isProvedRewrite, isSame } from '../../frontMatter/edit/proof';
import { cutFrontMatter } from '../../frontMatter/cut';
import { parseExact, parseFrontMatter, type Data } from '../../frontMatter/parse';
import { oddStarts } from '../../frontMatter/slips';
import { valueWithColon, withoutComment } from '../../frontMatter/yamlProblem';
import { alignedItems, beginsList, closedBrackets, closedQuotes, textInQuotes } from './openFixes';
import type { Says } from '../../says';
import { say } from './say';
import { fix, type Broken, type Fix, type Fixer } from './fix';

/*
 * Fixes of front matter that is not valid YAML, where no change can be proved by its data. Each only adds quotes, colons
 * or blanks, or takes blanks from the start of a line; and it is offered only if the fault is gone with it.
 */

/** Puts quotes around the value that has a “: ” in it. */
export const quoteColon: Fixer = broken => {
  const { text, problem } = broken;
  const line = lineAt(text, problem.line);
  const value = valueWithColon(line.text, (problem.column ?? 1) - 1);
  const own = value ? [quoting(line.start + value.at, value.text)] : [];
  // A group in braces can't be the text that was meant.
  const whole = wholeValue(line).filter(([edit]) => !own.length || !/^'?[[{]/.test(edit!.text));
  // Two keys may have come onto one line.
  const parted = [...line.text.matchAll(/(?<=\S)[ \t]+(?=([a-z_]+):[ \t])/g)]
    .filter(({ 1: key }) => isField(key!))
    .map(({ index, 0: gap }): TextEdit[] => {
      const start = line.start + index;
      return [{ start, end: start + gap.length, text: newlineOf(text) }];
    });
  const ways = [...own, ...whole].map(edits => ({
    edits,
    says: addQuotes(edits.map(one => one.text)),
  }));
  return allThatHelp(broken, [...ways, ...parted.map(edits => ({ edits, says: say('breakLine') }))]);
};

/** Whatever is wrong with a line: its value may need quotes, its key a colon, and it may stand in too far. */
export const mendLine: Fixer = broken => {
  const { text, problem, process } = broken;
  // In quotes it would be a value.
  if (problem.says.say === 'unfilled') return [];
  const lines = [lineAt(text, problem.line), lineAt(text, problem.line - 1)];
  const [end, names] = [endOfHead(text), process.fields];
  // A list that was begun is no text.
  const asText = (line: TextLine) => (beginsList(line.text, names) ? [] : wholeValue(line));
  const plain = writePlain(broken);
  if (plain.length) return plain;
  const brackets = firstThatHelps(broken, closedBrackets(text, end, names), () => say('closeBracket'));
  if (brackets.length) return brackets;
  const closed = firstThatHelps(broken, closedQuotes(text), () => say('closeQuote'));
  if (closed.length) {
    // What follows a `#` may be a part of the text, or none.
    const hasComment = withoutComment(lines[0]!.text) !== lines[0]!.text;
    const whole = hasComment ? firstThatHelps(broken, asText(lines[0]!), addQuotes) : [];
    return [...closed, ...whole.map(one => ({ ...one, isPreferred: false }))];
  }
  return [
    ...firstThatHelps(broken, lines.filter(hasColon).flatMap(withColon), () => say('addColon'), true),
    // `value is high` may be words.
    ...firstThatHelps(broken, lines.filter(line => !hasColon(line)).flatMap(withColon), () =>
      say('addColon'),
    ),
    ...firstThatHelps(broken, lines.flatMap(asText), addQuotes),
    ...firstThatHelps(broken, alignedItems(text, end, problem.line), () => say('alignItems')),
    ...firstThatHelps(broken, belowLines(text, problem.line).flatMap(outdented), () => say('moveKeyLeft')),
  ];
};

/** What looks like a blank, a colon or nothing, in all lines whose key, dash or indentation it spoils. */
function writePlain(broken: Broken): Fix[] {
  const cut = cutFrontMatter(broken.text);
  if (cut.kind !== 'found') return [];
  const { start, end } = cut.frontMatter;
  const odd = oddStarts(broken.text.slice(start, end));
  const edits = shiftEdits(odd, start);
  // Other words may not be keys.
  const isOurs = (key: string) => isField(standardName(broken.process.fields, key) ?? key);
  const isSafe = odd.every(({ key }) => key !== undefined && isOurs(key));
  return edits.length ? firstThatHelps(broken, [edits], () => say('writePlain'), isSafe) : [];
}

/** All lines that are indented with tabs, since they belong together. */
export const untab: Fixer = broken => {
  const { text } = broken;
  const end = endOfHead(text);
  const indents = [...text.slice(0, end).matchAll(/^[ ]*\t[ \t]*/gm)];
  const withBlanks = (blanks: string): TextEdit[] =>
    indents.map(({ index, 0: indent }) => ({
      start: index,
      end: index + indent.length,
      text: indent.replaceAll('\t', blanks),
    }));
  // How wide a tab is taken to be may decide which keys belong together.
  const ways = [2, 4, 8, 0].map(width => ({
    edits: withBlanks(' '.repeat(width)),
    says: say('indentWithSpaces'),
    oneOfSeveral: say('indentBy', { width }),
  }));
  return allThatHelp(broken, ways);
};

/** Quotes a list or a group in brackets that was meant as a text: `title: [Acme] scanners`. */
export const quoteBrackets: Fixer = ({ text, problem, process }) => {
  const { at, column, end, line } = problem;
  if (!at || column === undefined || !end) return [];
  const key = ownName(process.fields, String(at[0]));
  const start = lineAt(text, line).start + column - 1;
  const written = text.slice(start, start + end.column - column);
  if (!(isList(String(at[0])) ? LINK : BRACKETS).test(written)) return [];
  const edits = [{ start, end: start + written.length, text: renderScalar(written) }];
  const asText = (before: Readonly<Record<string, unknown>>) => ({ ...before, [key]: written });
  if (!isProvedRewrite(text, applyEdits(text, edits), asText)) return [];
  return [fix(addQuotes([written]), edits, { isPreferred: true })];
};

const BRACKETS = /^[[{].*[\]}]$/;
/** `contacts: [[R. Lee]]`: a list of more would be lost in a text. */
const LINK = /^\[\[[^[\],]*\]\]$/;

/** The line end that a text uses first. */
export function newlineOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

interface TextLine {
  readonly start: number;
  readonly text: string;
}

/** @param number of a line that is there, counted from 1 */
export function lineAt(text: string, number: number): TextLine {
  let start = 0;
  for (let at = 1; at < number; at++) start = text.indexOf('\n', start) + 1;
  return { start, text: text.slice(start).split(/\r?\n/, 1)[0]! };
}

/** The first of several ways after which the fault is gone, if one is. */
function firstThatHelps(
  { text }: Broken,
  ways: readonly (readonly TextEdit[])[],
  nameOf: (added: readonly string[]) => Says,
  isSafe = false,
): Fix[] {
  const before = leftOver(text);
  for (const edits of ways.slice(0, MOST_WAYS)) {
    if (leftOver(applyEdits(text, edits)) >= before) continue;
    return [fix(nameOf(edits.map(edit => edit.text)), edits, { isPreferred: true, isSafe })];
  }
  return [];
}

/** A way to mend a text, and what it is called among several. */
interface Way {
  readonly edits: readonly TextEdit[];
  readonly says: Says;
  readonly oneOfSeveral?: Says;
}

/** Each of several ways that takes the fault away and makes something else of the text; safe only where one alone does. */
function allThatHelp({ text }: Broken, ways: readonly Way[]): Fix[] {
  const before = leftOver(text);
  const helpful: { readonly way: Way; readonly data: Data | undefined }[] = [];
  for (const way of ways.slice(0, MOST_WAYS)) {
    const after = applyEdits(text, way.edits);
    if (leftOver(after) >= before) continue;
    const parsed = parseFrontMatter(after);
    // Another fault may still keep it from being read.
    const data = parsed.kind === 'found' ? parsed.data : undefined;
    if (!helpful.some(one => isSame(one.data, data))) helpful.push({ way, data });
  }
  const isOnly = helpful.length === 1;
  return helpful.map(({ way: { edits, says, oneOfSeveral = says } }, index) =>
    fix(isOnly ? says : oneOfSeveral, edits, { isPreferred: index === 0, isSafe: isOnly }),
  );
}

/** Each is tried by reading the whole front matter. */
const MOST_WAYS = 6;

/**
 * How far a front matter is from being read: by the lines from its first fault to the end while it is not even YAML. A key
 * that stands twice is another matter, and none of these.
 */
function leftOver(text: string): number {
  const cut = cutFrontMatter(text);
  if (cut.kind !== 'found') return Infinity;
  const exact = parseExact(text, cut.frontMatter);
  if ('problem' in exact && exact.problem.code !== 'duplicate-key')
    return 2 + text.split('\n').length - exact.problem.line;
  const parsed = parseFrontMatter(text);
  return parsed.kind === 'refused' && ['invalid-yaml', 'not-a-map'].includes(parsed.problem.code) ? 1 : 0;
}

/** Of one kind of quotes the one that needs no others in it. */
function quoted(text: string): string {
  return text.includes("'") && !/["\\]/.test(text) ? `"${text}"` : renderScalar(text, 'QUOTE_SINGLE');
}

function quoting(start: number, value: string): TextEdit[] {
  return [{ start, end: start + value.length, text: renderScalar(value) }];
}

function addQuotes([written]: readonly string[]): Says {
  return say('addQuotes', { text: written! });
}

/** All that stands behind the first key of a line, its dash or its blanks; the comment stays outside. */
function wholeValue(line: TextLine): TextEdit[][] {
  const meant = textInQuotes(line.text);
  if (meant) {
    const { length } = withoutComment(line.text).trimEnd();
    const [start, end] = [line.start + meant.at, line.start + length];
    return [[{ start, end, text: quoted(meant.text) }]];
  }
  const [opening] = /[ \t]*(?:-[ \t]+)*(?:[\w-]+[ \t]*:[ \t]+)?/.exec(line.text)!;
  const value = withoutComment(line.text.slice(opening.length)).trimEnd();
  return value && opening ? [quoting(line.start + opening.length, value)] : [];
}

const hasColon = ({ text }: TextLine) => /^[a-z_]+:/.test(text);

function withColon({ start, text }: TextLine): TextEdit[][] {
  const [, key, colon] = /^([a-z_]+)(:?)(?=[ \t]|\S)/.exec(text) ?? [];
  if (!key || !isField(key) || /^:?[ \t]*$/.test(text.slice(key.length))) return [];
  const at = start + key.length + colon!.length;
  return [[{ start: at, end: at, text: colon ? ' ' : ':' }]];
}

function belowLines(text: string, number: number): TextLine[] {
  return [lineAt(text, number), lineAt(text, number + 1)];
}

function outdented({ start, text }: TextLine): TextEdit[][] {
  const [, indent, key] = /^([ \t]+)([a-z_]+):(?:[ \t]|$)/.exec(text) ?? [];
  return indent && isField(key!) ? [[{ start, end: start + indent.length, text: '' }]] : [];
}

function endOfHead(text: string): number {
  const cut = cutFrontMatter(text);
  return cut.kind === 'found' ? cut.frontMatter.end : 0;
}
