import type { Uri } from 'vscode';
import type { Refusal } from '../core/refusal';
import type { Problem } from '../core/problem';
import type { TextEdit } from '../core/textEdit';
import type { PipelineFolder } from './pipelineFolder';

/** One file of a pipeline that is to be changed. */
export interface Target {
  readonly uri: Uri;
  readonly folder: PipelineFolder;
}

/** What is to be done to a file: the edits, with whatever the caller wants to know of them afterwards. */
export interface Plan {
  readonly ok: true;
  readonly edited: { readonly edits: readonly TextEdit[]; readonly text: string };
}

/** Looks at the text of a file as it is now. May be asked again when the text has changed, and has no effect. */
export type Planner<T extends Plan> = (target: Target, text: string) => T | Refusal;

export interface Done<T extends Plan> extends Target {
  readonly plan: T;
  readonly before: string;
  /** What stands there now; more than was planned has changed where saving did so, to format the file for example. */
  readonly after: string;
}

export interface NotDone {
  readonly uri: Uri;
  readonly problem: Problem;
}
