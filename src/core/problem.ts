import type { Says } from './says';

/** What can be wrong with a file. The codes are stable: scripts and settings may rely on them. */
export const PROBLEM_CODES = [
  'unreadable',
  'not-utf8',
  'conflict-markers',
  'unmerged',
  'unclosed-front-matter',
  'foreign-front-matter',
  'lone-carriage-return',
  'invalid-yaml',
  'unquoted-colon',
  'tab-indentation',
  'duplicate-key',
  'too-deep',
  'not-a-map',
  'misplaced-front-matter',
  'misnamed-deal-file',
  'near-key',
  'unknown-stage',
  'stage-is-outcome',
  'unknown-status',
  'invalid-date',
  'invalid-value',
  'invalid-currency',
  'unknown-currency',
  'invalid-value-period',
  'invalid-term',
  'term-without-period',
  'invalid-probability',
  'invalid-forecast',
  'invalid-text',
  'cut-by-comment',
  'doubtful-date',
  'doubtful-value',
  'doubtful-probability',
  'several-in-one',
  'doubtful-name',
  'invalid-history',
  'history-order',
  'history-mismatch',
  'history-outcome',
  'stage-behind-outcome',
  'future-date',
  'closed-before-begun',
  'created-late',
  'close-day-mismatch',
  'skipped-stage',
  'step-back',
  'won-early',
  'open-with-outcome',
  'won-with-lost-reason',
  'no-close-day',
  'no-lost-reason',
  'close-date-past',
  'no-next-step',
  'few-contacts',
  'no-decision-maker',
  'no-value',
  'no-answer',
  'pushed-often',
  'duplicate-deal',
  'copied-file',
  'missing-field',
  'unmet-criterion',
  'invalid-todo-date',
  'unknown-key',
  'wrong-type',
  'unused-rate',
  'call-twice',
  'misnamed-process-file',
  'misnamed-calls-file',
  'not-editable',
  'changed-meanwhile',
  'unwritable',
  'busy',
  'not-possible',
  'not-allowed',
  'needs-answer',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * An error keeps a file out of the pipeline or a setting out of use; a warning keeps one field out of it, or tells of two
 * that contradict each other. A hint is for who wants to keep a tidy pipeline: nothing is wrong with the file.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** A place in a front matter by what stands there: `['history', 2, 'on']` is the day of the third entry. */
export type At = readonly (string | number)[];

/** A part of a text, in lines and columns that are counted from 1. It ends before `end`. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly end: { readonly line: number; readonly column: number };
}

/** Where a problem is, and what is known of the way out of it. */
export interface Where extends Partial<Place> {
  /** The file's first line where nothing better is known. */
  readonly line: number;
  /** What it is about. One that has this and no column is still to be looked for in the text. */
  readonly at?: At;
  /** It is about the key there, and not about what stands behind it. */
  readonly isKey?: true;
  /** What was probably meant by what stands there, the likeliest first. */
  readonly meant?: readonly string[];
  /** The path of the other file that it is about. */
  readonly other?: string;
}

/** Something wrong in one file, for the person who can fix it: what, where, and the way out. */
export interface Problem extends Where {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly says: Says;
  /** It would drown all else in a list of all files: it is for who has the file before them. */
  readonly isQuiet?: true;
  /** The team has asked to be warned of it: it is told wherever problems are, though nothing fails by it. */
  readonly isAskedFor?: true;
}

function problem(severity: Severity, code: ProblemCode, says: Says, where: Where | number): Problem {
  const place = typeof where === 'number' ? { line: where } : where;
  return { code, severity, says, ...place };
}

export function error(code: ProblemCode, says: Says, where: Where | number = 1): Problem {
  return problem('error', code, says, where);
}

export function warning(code: ProblemCode, says: Says, where: Where | number = 1): Problem {
  return problem('warning', code, says, where);
}

export function hint(code: ProblemCode, says: Says, where: Where | number = 1): Problem {
  return problem('hint', code, says, where);
}

/** A hint on what is only missing. */
export function quietHint(code: ProblemCode, says: Says, where: Where | number = 1): Problem {
  return { ...hint(code, says, where), isQuiet: true };
}

/** A hint on what the team wants to be warned of. */
export function askedHint(code: ProblemCode, says: Says, where: Where | number = 1): Problem {
  return { ...hint(code, says, where), isAskedFor: true };
}

/** What says of a problem what is wrong, in a sentence. */
export type InWords = (problem: Problem) => string;

/** Whether something is wrong, and could not just be better. */
export function isSerious({ severity }: Problem): boolean {
  return severity !== 'hint';
}

/** Whether it is told to everybody, and not only to who asks for hints. */
export function isToldToAll(problem: Problem): boolean {
  return isSerious(problem) || problem.isAskedFor === true;
}

/** What a caught error says, whatever was thrown. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
