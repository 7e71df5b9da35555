import type { KnownFromGit } from '../../core/deal/gitFacts';
import type { Address } from '../address';

/** What git knows of a pipeline. Only asked, never told: nothing is fetched, locked or run for it. */
export interface Git {
  /**
   * What git knows of the deals below a folder; `undefined` where it knows nothing of the folder.
   *
   * @param key the key of the front matter that has the close date
   */
  factsOf(folder: Address, key: string): Promise<KnownFromGit | undefined>;
}
