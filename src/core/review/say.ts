import { sayer } from '../says';

/** What is said of a team's template of the weekly review. */
export interface ReviewSays {
  /** @param names all that there are, and the one that is near, if one is */
  noSuchPart: { typed: string; names: readonly string[]; meant?: string };
}

export const say = sayer<ReviewSays>();
