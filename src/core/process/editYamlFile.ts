import { markOf } from '../byteOrderMark';
import { cutFrontMatter } from '../frontMatter/cut';
import type { FrontMatterChange } from '../frontMatter/edit/change';
import { editFrontMatter } from '../frontMatter/edit/editFrontMatter';
import type { Problem } from '../problem';
import { refuse, type Refusal } from '../refusal';
import type { Says } from '../says';
import { applyEdits, type TextEdit } from '../textEdit';

/** The edits that change a file of YAML, as the same change of a deal would be made. */
export interface YamlEdited {
  readonly ok: true;
  readonly edited: { readonly edits: readonly TextEdit[]; readonly text: string };
}

/**
 * Changes a file that is YAML from its first line to its last; all else in it stays, to the byte.
 *
 * @param several why a file of several documents is left alone
 */
export function editYamlFile(text: string, change: FrontMatterChange, several: Says): YamlEdited | Refusal {
  const mark = markOf(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const yaml = text.slice(mark.length);
  const end = yaml === '' || yaml.endsWith('\n') ? '' : newline;
  // What is proved for front matter holds for a whole file of YAML that stands between two fences.
  const fence = `---${newline}`;
  const fenced = mark + fence + yaml + end + fence;
  const cut = cutFrontMatter(fenced);
  if (cut.kind !== 'found' || cut.frontMatter.bodyStart < fenced.length) return refuse(several);
  const edited = editFrontMatter(fenced, change);
  if (!edited.ok) return { ok: false, problem: aLineUp(edited.problem) };
  const edits = edited.edits.map(({ text: added, ...edit }) => {
    const [from, to] = [edit.start - fence.length, edit.end - fence.length];
    const isBehindEnd = from > text.length;
    return isBehindEnd
      ? { start: text.length, end: text.length, text: end + added.replace(/\r?\n$/, '') }
      : { start: from, end: to, text: added };
  });
  return { ok: true, edited: { edits, text: applyEdits(text, edits) } };
}

/** The same problem where no fence stands above the text; in the first line, if it is about the whole. */
function aLineUp(problem: Problem): Problem {
  const { line, end } = problem;
  return { ...problem, line: Math.max(1, line - 1), ...(end && { end: { ...end, line: end.line - 1 } }) };
}
