import type { Uri } from 'vscode';
import type { Deal } from '../core/deal/deal';
import type { Todo } from '../core/deal/todos';
import type { AgendaId } from '../core/pipeline/agenda';
import type { Problem } from '../core/problem';
import type { ShownFolder } from '../files/editor/travel/shownFolder';

/** What stands in the tree of the pipeline. Commands that are called on a deal's node find its file in `uri`. */
export type Node = FolderNode | GroupNode | DealNode | AttentionNode | MoreNode | RestNode;

/** A pipeline, shown where a workspace has several. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly folder: ShownFolder;
}

/** A stage, or what else the view is grouped by; or Won, Lost, or Needs attention. */
export interface GroupNode {
  readonly kind: 'group';
  readonly folder: ShownFolder;
  /** The id of the group in the view: a stage's is that of the stage. */
  readonly group: string;
}

export interface DealNode {
  readonly kind: 'deal';
  readonly folder: ShownFolder;
  /** The group of the view, or the part of the agenda. */
  readonly group: string;
  readonly uri: Uri;
  readonly deal: Deal;
  /** What the row calls it. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** A file that could not be read as a deal. */
export interface AttentionNode {
  readonly kind: 'attention';
  readonly folder: ShownFolder;
  readonly uri: Uri;
  readonly title: string;
  readonly problem: Problem;
}

/** Stands below the rows of a group that are shown, where it has more; or below the groups of a pipeline. */
export interface MoreNode {
  readonly kind: 'more';
  readonly of: GroupNode | FolderNode;
  /** How many are not shown. */
  readonly left: number;
}

/** Stands above the groups of a pipeline of which not all files have been read, as somebody has stopped that. */
export interface RestNode {
  readonly kind: 'rest';
  readonly folder: ShownFolder;
}

/** What stands in the agenda. */
export type AgendaNode = AgendaPartNode | AgendaRow | AgendaMoreNode;
export type AgendaRow = DealNode | TodoNode;

/** A dated to-do in the notes of a deal. Commands that are called on it find the deal's file in `uri`. */
export interface TodoNode {
  readonly kind: 'todo';
  readonly folder: ShownFolder;
  /** The part of the agenda. */
  readonly group: string;
  readonly uri: Uri;
  readonly deal: Deal;
  readonly todo: Todo;
  /** What the row calls the deal. */
  readonly name: string;
}

/** Overdue, today, tomorrow, the next seven days, later, or without a next step. */
export interface AgendaPartNode {
  readonly kind: 'part';
  readonly part: AgendaId;
}

/** The same of a part of the agenda. */
export interface AgendaMoreNode {
  readonly kind: 'more';
  readonly of: AgendaPartNode;
  readonly left: number;
}
