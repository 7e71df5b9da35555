import type { KnownPerson } from '../../core/deal/whoIAm';
import type { Address } from '../address';

/** Whoever works here. Only what is known without asking them. */
export interface Person {
  /**
   * Never throws.
   *
   * @param folder of a pipeline, whose repository may know them by another name
   */
  knownIn(folder: Address): Promise<KnownPerson>;
}
