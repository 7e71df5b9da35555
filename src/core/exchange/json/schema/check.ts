import { Type } from 'typebox';
import { PROBLEM_CODES } from '../../../problem';
import { exact, oneOf, ordinal, orNull, text, version, type Published } from './values';

const problem = exact({
  path: text('It can be opened from the current folder.'),
  line: ordinal(),
  column: orNull(ordinal(), 'null if only the line is known.'),
  endLine: orNull(ordinal()),
  endColumn: orNull(ordinal(), 'The column after the last character.'),
  severity: oneOf(['error', 'warning', 'hint']),
  code: oneOf(PROBLEM_CODES),
  message: text('For people; the wording may change.'),
});
export type ProblemJson = Published<typeof problem>;

export const check = exact(
  { version, problems: Type.Array(problem, { description: 'By path, then by line.' }) },
  { title: 'The problems in the files of a pipeline: deal-notes check --json' },
);
export type CheckJson = Published<typeof check>;
