import type { CloseDates } from '../../core/metrics/pushes';
import type { Address } from '../address';

/** What git knows of a pipeline. Only asked, never told: nothing is fetched, locked or run for it. */
export interface Git {
  /**
   * The close dates that the deals below a folder had; `undefined` where git knows nothing of it.
   *
   * @param key the key of the front matter that has the close date
   */
  closeDates(folder: Address, key: string): Promise<CloseDates | undefined>;
}
