import { plainText } from '../../escape';
import { applyEdits } from '../../textEdit';
import { conflictAt, type ConflictPart } from '../../frontMatter/conflict';
import { parseFrontMatter } from '../../frontMatter/parse';
import { fix, type Fix, type Fixer } from './fix';

/** Keeps one side of a conflict that git left, or both: the markers go, and what the person does not want. What both come from is on neither. */
export const resolveConflict: Fixer = ({ text, problem }) => {
  const conflict = conflictAt(text, problem.line);
  if (!conflict) return [];
  const { start, end, ours, theirs } = conflict;
  const keep = (title: string, kept: string): Fix => fix(title, [{ start, end, text: kept }]);
  const both = keep('Keep both sides', ours.text + theirs.text);
  // Two lines for the history, say: nobody has to choose.
  const isPreferred = parseFrontMatter(applyEdits(text, both.edits)).kind === 'found';
  return [
    { ...both, isPreferred },
    keep(`Keep the first side${named(ours)}`, ours.text),
    keep(`Keep the second side${named(theirs)}`, theirs.text),
  ];
};

function named({ label }: ConflictPart): string {
  return label ? ` “${plainText(label, 40)}”` : '';
}
