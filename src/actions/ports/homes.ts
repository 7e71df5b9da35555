import type { Pipeline } from '../../core/pipeline/pipeline';
import type { Process } from '../../core/process/process';
import type { Address } from '../address';

/** The pipeline that a file belongs to: where it is, and how its team sells. */
export interface Home {
  readonly folder: Address;
  readonly process: Process;
}

/** Knows the pipelines. */
export interface Homes {
  /** `undefined` where a file is in no pipeline. */
  homeOf(file: Address): Promise<Home | undefined>;
  /**
   * All that is known of the files of a pipeline, as they are now.
   *
   * @throws the system's error where the folder cannot be listed
   */
  open(folder: Address): Promise<Pipeline>;
}
