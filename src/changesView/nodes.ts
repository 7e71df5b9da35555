import type { ComparedPoints } from '../actions/changes/compare';
import type { Uri } from 'vscode';
import type { ChangeGroup, ChangeLine } from '../words/changes/groups';
import type { PipelineFolder } from '../files/pipelineFolder';

/** What stands in the view of changes. */
export type ChangesNode = HomeNode | BridgeNode | KindNode | ChangeNode;

/** A pipeline, where a workspace has several. */
export interface HomeNode {
  readonly kind: 'home';
  readonly folder: PipelineFolder;
}

/** From one open total to the other. */
export interface BridgeNode {
  readonly kind: 'bridge';
  readonly folder: PipelineFolder;
  readonly changes: ComparedPoints;
}

/** What has happened to deals in one way: `slipped`, or a group of changes. */
export interface KindNode {
  readonly kind: 'kind';
  readonly folder: PipelineFolder;
  readonly group: ChangeGroup['group'] | 'slipped';
  readonly name: string;
  readonly value: ChangeGroup['value'];
  readonly rows: readonly ChangeNode[];
}

/** What has happened to one deal. Commands that are called on it find the deal's file in `uri`. */
export interface ChangeNode {
  readonly kind: 'change';
  readonly folder: PipelineFolder;
  readonly group: KindNode['group'];
  readonly line: ChangeLine;
  /** What the row calls the deal. */
  readonly name: string;
  readonly changes: ComparedPoints;
  /** The file as it is at the second point; none where it is gone. */
  readonly uri?: Uri;
}
