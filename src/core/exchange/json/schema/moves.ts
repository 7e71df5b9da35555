import { Type } from 'typebox';
import { PROBLEM_CODES } from '../../../problem';
import { exact, oneOf, ordinal, stage, stageOfClosed, status, text, type Published } from './values';

const place = exact({ stage, status });
const before = exact({ stage: stageOfClosed, status });

const moved = exact({
  path: text('As named on the command line.'),
  ok: Type.Literal(true),
  title: text(),
  from: before,
  to: place,
  warnings: Type.Array(text()),
  diff: Type.Optional(text('The change as a unified diff, with --dry-run.')),
});

export type MovedJson = Published<typeof moved>;

/** A file in which nothing was changed. */
export const refused = exact({
  path: text('As named on the command line.'),
  ok: Type.Literal(false),
  code: oneOf(PROBLEM_CODES),
  line: ordinal(),
  message: text('For people; the wording may change.'),
});

export type RefusedJson = Published<typeof refused>;

export const moves = Type.Array(Type.Union([moved, refused]), {
  title: 'Results by file: deal-notes advance, back, move, win, stop and reopen with --json',
});
