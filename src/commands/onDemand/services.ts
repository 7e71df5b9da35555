import type { Uri } from 'vscode';
import type { changeDeal } from '../../core/deal/changeDeal';
import type { changeDeals } from '../../files/changeDeals';
import type { namedFolder } from '../../files/findPipelines';
import type { Pipelines } from '../../files/pipelines';
import type { Changes } from '../changes';
import type { targetsOf } from '../targets';

/**
 * What the commands here are given of the rest of the extension, which is another bundle: a module that both imported
 * would be there twice.
 */
export interface Services {
  readonly extension: Uri;
  readonly pipelines: Pipelines;
  readonly changes: Changes;
  readonly targetsOf: typeof targetsOf;
  readonly changeDeal: typeof changeDeal;
  readonly changeDeals: typeof changeDeals;
  readonly namedFolder: typeof namedFolder;
}
