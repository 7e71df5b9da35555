import type { TextEdit } from '../../textEdit';
import { isField } from '../../fields/table';
import { say } from './say';
import { fix, type Fixer } from './fix';
import { lineAt } from './textFixes';

/** Closes a front matter: behind the dashes of a line that says more, else below the last line that looks like one. */
export const closeFrontMatter: Fixer = ({ text, problem }) => {
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  const line = lineAt(text, problem.line);
  const edits = problem.line > 1 ? splitFence(line, newline) : closeBelow(text, newline);
  // What follows at once may be notes, or the last line before them.
  const end = edits[0]!.start;
  const isSafe = problem.line > 1 || /^[ \t]*(?:\r?\n|$)/.test(text.slice(end));
  return [fix(say('closeFence'), edits, { isPreferred: true, isSafe })];
};

/** `--- # about the file` as two lines. */
export const moveFenceComment: Fixer = ({ text }) => {
  const [, fence, gap] = /^(\uFEFF?---)([ \t]*)#/.exec(text) ?? [];
  if (fence === undefined) return [];
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  const edits = [{ start: fence.length, end: fence.length + gap!.length, text: newline }];
  return [fix(say('moveFenceComment'), edits, { isPreferred: true, isSafe: true })];
};

/** More dashes are a line of the notes; other words stand behind the fence, in the notes. */
function splitFence({ start, text }: { start: number; text: string }, newline: string): TextEdit[] {
  if (/^-+[ \t]*$/.test(text)) return [{ start, end: start, text: `---${newline}` }];
  const gap = /^[ \t]*/.exec(text.slice(3))![0];
  return [{ start: start + 3, end: start + 3 + gap.length, text: newline }];
}

function closeBelow(text: string, newline: string): TextEdit[] {
  let number = 1;
  let end = text.indexOf('\n') + 1;
  let isParted = false;
  for (let start = end; start < text.length; number++) {
    const next = text.indexOf('\n', start);
    const stop = next < 0 ? text.length : next + 1;
    const line = text.slice(start, stop).trimEnd();
    if (!line) isParted = true;
    else if (looksLikeYaml(line, isParted)) end = stop;
    else if (!line.startsWith('#')) break;
    start = stop;
  }
  const isOpen = end > 0 && text[end - 1] !== '\n';
  return [{ start: end, end, text: `${isOpen ? newline : ''}---${newline}` }];
}

/** Below a blank line notes may begin, in which a word may have a colon behind it, too. */
function looksLikeYaml(line: string, isParted: boolean): boolean {
  const key = /^["']?([\w-]+)["']?[ \t]*:(?:[ \t]|$)/.exec(line)?.[1];
  if (key !== undefined) return !isParted || isField(key);
  return !isParted && /^(?:[ \t]+\S|-[ \t]|[\]}])/.test(line);
}
