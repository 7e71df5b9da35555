import type { Uri } from 'vscode';
import type { Deal } from '../core/deal/deal';
import type { GroupId } from '../core/pipeline/pipeline';
import type { Problem } from '../core/problem';
import type { PipelineFolder } from '../files/pipelineFolder';

/** What stands in the tree. Commands that are called on a deal's node find its file in `uri`. */
export type Node = FolderNode | GroupNode | DealNode | AttentionNode;

/** A pipeline, shown where a workspace has several. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly folder: PipelineFolder;
}

/** A stage; or Won, Lost, or Needs attention. */
export interface GroupNode {
  readonly kind: 'group';
  readonly folder: PipelineFolder;
  readonly group: GroupId;
}

export interface DealNode {
  readonly kind: 'deal';
  readonly folder: PipelineFolder;
  readonly group: GroupId;
  readonly uri: Uri;
  readonly deal: Deal;
  readonly problems: readonly Problem[];
}

/** A file that could not be read as a deal. */
export interface AttentionNode {
  readonly kind: 'attention';
  readonly folder: PipelineFolder;
  readonly uri: Uri;
  readonly title: string;
  readonly problem: Problem;
}
