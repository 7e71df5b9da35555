import { plainText } from './escape';

/** What can be wrong with a file. The codes are stable: scripts and settings may rely on them. */
export type ProblemCode =
  | 'unreadable'
  | 'not-utf8'
  | 'conflict-markers'
  | 'unclosed-front-matter'
  | 'foreign-front-matter'
  | 'lone-carriage-return'
  | 'invalid-yaml'
  | 'duplicate-key'
  | 'too-deep'
  | 'not-a-map'
  | 'unknown-stage'
  | 'unknown-status'
  | 'invalid-date'
  | 'invalid-value'
  | 'invalid-currency'
  | 'invalid-probability'
  | 'invalid-forecast'
  | 'invalid-text'
  | 'invalid-history'
  | 'history-order'
  | 'history-mismatch'
  | 'unknown-key'
  | 'wrong-type'
  | 'unused-rate'
  | 'not-editable'
  | 'changed-meanwhile'
  | 'unwritable'
  | 'busy'
  | 'not-possible'
  | 'not-allowed'
  | 'needs-answer';

/** An error keeps a file out of the pipeline or a setting out of use; a warning keeps one field out of it. */
export type Severity = 'error' | 'warning';

/** A part of a text, in lines and columns that are counted from 1. It ends before `end`. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly end: { readonly line: number; readonly column: number };
}

/** Where a problem is. */
export interface Where extends Partial<Place> {
  /** The file's first line where nothing better is known. */
  readonly line: number;
}

/** Something wrong in one file, in words for the person who can mend it: what, where, and the way out. */
export interface Problem extends Where {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
}

/** Many messages quote the file, which may hold anything. */
const MAX_MESSAGE = 400;

function problem(severity: Severity, code: ProblemCode, message: string, where: Where | number): Problem {
  const place = typeof where === 'number' ? { line: where } : where;
  return { code, severity, message: plainText(message, MAX_MESSAGE), ...place };
}

export function error(code: ProblemCode, message: string, where: Where | number = 1): Problem {
  return problem('error', code, message, where);
}

export function warning(code: ProblemCode, message: string, where: Where | number = 1): Problem {
  return problem('warning', code, message, where);
}

/** A value from a file for use in a message: quoted, on one line, cut to a readable length. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : describe(value);
  return `“${plainText(text, 60)}”`;
}

/** What kind of thing stands where something else was expected. Never walks into it: it may be endless. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  return String(value);
}

/** What a caught error says, whatever was thrown. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
