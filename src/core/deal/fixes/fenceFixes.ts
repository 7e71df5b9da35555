import { standardName } from '../../frontMatter/keyNames';
import { parseFrontMatter } from '../../frontMatter/parse';
import { COLONS } from '../../frontMatter/slips';
import { applyEdits, type TextEdit } from '../../textEdit';
import { isField } from '../../fields/table';
import { say } from './say';
import { fix, type Fixer } from './fix';
import { lineAt, newlineOf } from './textFixes';

/** Closes a front matter: behind the dashes of a line that says more, else below the last line that looks like one. */
export const closeFrontMatter: Fixer = ({ text, problem, process }) => {
  const newline = newlineOf(text);
  const isOurs = (key: string) => isField(standardName(process.fields, key) ?? '');
  const line = lineAt(text, problem.line);
  const { edits, isDoubtful = false } =
    problem.line > 1 ? { edits: splitFence(line, newline) } : closeBelow(text, newline, isOurs);
  const below = text.slice(edits[0]!.end);
  // What follows at once may be notes, or the last line before them.
  const isParted = problem.line > 1 || /^[ \t]*(?:\r?\n|$)/.test(below);
  const mayBeYaml = MAY_BE_YAML.test(below) || below.split('\n').some(line => beginsWithKey(line, isOurs));
  const isSafe = isParted && !isDoubtful && !mayBeYaml && isReadAfter(text, edits);
  return [fix(say('closeFence'), edits, { isPreferred: true, isSafe })];
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

/** More dashes are a line of the notes; other words stand behind the fence, in the notes. */
function splitFence({ start, text }: { start: number; text: string }, newline: string): TextEdit[] {
  if (/^-+[ \t]*$/.test(text)) return [{ start, end: start, text: `---${newline}` }];
  const [gap] = /[ \t]*/.exec(text.slice(3))!;
  return [{ start: start + 3, end: start + 3 + gap.length, text: newline }];
}

/** Doubtful is a last paragraph that stands in: it may be of a text in the front matter, or of the notes. */
function closeBelow(
  text: string,
  newline: string,
  isOurs: (key: string) => boolean,
): { edits: TextEdit[]; isDoubtful: boolean } {
  let end = text.indexOf('\n') + 1;
  let [isParted, isInText, isDoubtful] = [false, false, false];
  for (let start = end; start < text.length;) {
    const stop = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, stop).trimEnd();
    if (!line) isParted = true;
    else if (looksLikeYaml(line, isParted, isOurs) || (isInText && /^[ \t]/.test(line))) end = stop;
    else if (!line.startsWith('#')) break;
    // A text below `|` or `>` may have blank lines in it.
    const isIn = /^[ \t]/.test(line);
    if (line && !isIn) isInText = /:[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$/.test(line);
    if (line) isDoubtful = isIn && isParted;
    start = stop;
  }
  const isOpen = text[end - 1] !== '\n';
  return { edits: [{ start: end, end, text: `${isOpen ? newline : ''}---${newline}` }], isDoubtful };
}

const WIDE_COLON = new RegExp(`^([\\w-]+)[ \\t]*[${COLONS}]`);

/** Below a blank line notes may begin, in which a word may have a colon behind it, too. */
function looksLikeYaml(line: string, isParted: boolean, isOurs: (key: string) => boolean): boolean {
  const key = /^["']?([\w-]+)["']?[ \t]*:(?:[ \t]|$)/.exec(line)?.[1];
  if (key !== undefined) return !isParted || isOurs(key);
  const [, almost] = WIDE_COLON.exec(line) ?? [];
  if (almost !== undefined && isOurs(almost)) return true;
  return !isParted && /^(?:[ \t]|-(?:[ \t]|$)|[\]}])/.test(line);
}
