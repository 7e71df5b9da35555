import { applyEdits } from '../../textEdit';
import type { Says } from '../../says';
import { conflictAt } from '../../frontMatter/conflict';
import { parseFrontMatter } from '../../frontMatter/parse';
import { say } from './say';
import { fix, type Fix, type Fixer } from './fix';

/** Keeps one side of a conflict that git left, or both: the markers go, and what the person does not want. What both come from is on neither. */
export const resolveConflict: Fixer = ({ text, problem }) => {
  const conflict = conflictAt(text, problem.line);
  if (!conflict) return [];
  const { start, end, ours, theirs } = conflict;
  const keep = (says: Says, kept: string): Fix => fix(says, [{ start, end, text: kept }]);
  const both = keep(say('keepBothSides'), ours.text + theirs.text);
  // Two lines for the history, say: nobody has to choose.
  const isPreferred = parseFrontMatter(applyEdits(text, both.edits)).kind === 'found';
  return [
    { ...both, isPreferred },
    keep(say('keepSide', { side: 'first', label: ours.label }), ours.text),
    keep(say('keepSide', { side: 'second', label: theirs.label }), theirs.text),
  ];
};
