import type { CalendarDate } from '../../core/calendar';
import type { OpenPipeline } from '../findDeal';
import type { Files } from '../ports/files';
import type { Snapshots } from '../ports/snapshots';
import type { AsText } from './blobReader';

/** A pipeline as it is now. */
export interface ComparedPipeline extends OpenPipeline {
  /** The files that an editor has other than the disk, by their paths in the pipeline. */
  readonly unsaved?: ReadonlySet<string>;
}

export interface CompareSources {
  readonly snapshots: Snapshots | undefined;
  readonly files: Pick<Files, 'read'>;
  readonly asText: AsText;
  readonly today: CalendarDate;
}
