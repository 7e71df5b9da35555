import type { Address } from '../../actions/address';
import type { Files } from '../../actions/ports/files';
import type { Problem } from '../../core/problem';

/** The disk beside the editor. Where there is none, as in a web worker, every file is the editor's. */
export interface LocalDisk extends Pick<Files, 'list' | 'read' | 'update' | 'create' | 'delete'> {
  /** Why a file may not be written, though it can be read. */
  whyUnwritable(file: Address): Promise<Problem | undefined>;
}
