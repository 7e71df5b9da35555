import type { ToldByHistories } from '../../../actions/changes/histories';
import type { Uri } from 'vscode';
import type { PipelineFolder } from '../../pipelineFolder';

/** A pipeline to be looked at: as it is, or as it was. */
export interface ShownFolder extends Readonly<
  Pick<
    PipelineFolder,
    | 'uri'
    | 'name'
    | 'pipeline'
    | 'problem'
    | 'isLoading'
    | 'isPartial'
    | 'filesRead'
    | 'historyGap'
    | 'uriOf'
    | 'pathOf'
    | 'entryAt'
  >
> {
  /** The same as it is now, where it is shown as it was. */
  readonly now?: PipelineFolder;
  /** Only where deals stand as their own lines tell of a day in the past: why. */
  readonly byHistories?: ToldByHistories | undefined;
  /** Only where it is shown as it was: how many deals of now git knows nothing of. */
  readonly outside?: number;
  /** What stood in a file of it, where it is shown as it was. */
  readonly textThen?: (uri: Uri) => Promise<string>;
}
