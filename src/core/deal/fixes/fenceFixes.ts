import { standardName } from '../../frontMatter/keyNames';
import { parseFrontMatter } from '../../frontMatter/parse';
import { COLONS } from '../../frontMatter/slips';
import { applyEdits, type TextEdit } from '../../textEdit';
import { isField, isList as isListField } from '../../fields/table';
import { runsIn } from '../../frontMatter/runs';
import { endOfUnclosed } from '../../frontMatter/unclosed';
import { say } from './say';
import { fix, type Fixer } from './fix';
import { lineAt, newlineOf } from './textFixes';

/** Closes a front matter: behind the dashes of a line that says more, else below its last line; where that can be told. */
export const closeFrontMatter: Fixer = ({ text, problem, process }) => {
  const newline = newlineOf(text);
  const isOurs = (key: string) => isField(standardName(process.fields, key) ?? '');
  const isList = (key: string) => isListField(standardName(process.fields, key) ?? '');
  const isSplit = problem.line > 1;
  const found = isSplit ? undefined : endOfUnclosed(text, { names: process.fields, isOurs, isList });
  const place = isSplit
    ? splitFence(text, problem.line, newline)
    : found && closeAt(text, found.end, newline);
  if (!place) return [];
  const below = text.slice(place[0]!.end);
  // What follows at once may be notes, or the last line before them.
  const isParted = isSplit || /^[ \t]*(?:\r?\n|$)/.test(below);
  const mayBeYaml = MAY_BE_YAML.test(below) || below.split('\n').some(line => beginsWithKey(line, isOurs));
  const isSafe = isParted && !found?.isDoubtful && !mayBeYaml && isReadAfter(text, place);
  return [fix(say('closeFence'), place, { isPreferred: true, isSafe })];
};

/**
 * Lines that notes have as well as a front matter: with words and a colon, with an item of a list, with a `#`, or indented,
 * as the second paragraph of a text is.
 */
const MAY_BE_YAML = new RegExp(`^[ \\t]*(?:#|-[ \\t])|^[ \\t]+\\S|:(?:[ \\t\\r]|$)|[${COLONS}]`, 'm');

/** With a key of ours in front, whatever stands there for its colon: `owner = dana`, `owner:dana`. */
function beginsWithKey(line: string, isOurs: (key: string) => boolean): boolean {
  const word = /^["']?([\p{L}_][\p{L}\p{N}_-]*)/u.exec(line)?.[1];
  return word !== undefined && isOurs(word.toLowerCase());
}

/** Where the front matter makes no sense when it is closed, the end of it may be elsewhere. */
function isReadAfter(text: string, edits: readonly TextEdit[]): boolean {
  return parseFrontMatter(applyEdits(text, edits)).kind === 'found';
}

/** `--- # about the file` as two lines. */
export const moveFenceComment: Fixer = ({ text }) => {
  const [, fence, gap] = /^(\uFEFF?---)([ \t]*)#/.exec(text) ?? [];
  if (fence === undefined) return [];
  const edits = [{ start: fence.length, end: fence.length + gap!.length, text: newlineOf(text) }];
  return [fix(say('moveFenceComment'), edits, { isPreferred: true, isSafe: true })];
};

/** More dashes are a line of the notes; other words stand behind the fence, in the notes. Within a text there is no fence. */
function splitFence(whole: string, number: number, newline: string): TextEdit[] | undefined {
  const { start, text } = lineAt(whole, number);
  const from = whole.indexOf('\n') + 1;
  if (runsIn(whole.slice(from)).some(run => from + run.start < start && start < from + run.end))
    return undefined;
  if (/^-+[ \t]*$/.test(text)) return [{ start, end: start, text: `---${newline}` }];
  const [gap] = /[ \t]*/.exec(text.slice(3))!;
  return [{ start: start + 3, end: start + 3 + gap.length, text: newline }];
}

function closeAt(text: string, end: number, newline: string): TextEdit[] {
  const isOpen = text[end - 1] !== '\n';
  return [{ start: end, end, text: `${isOpen ? newline : ''}---${newline}` }];
}
