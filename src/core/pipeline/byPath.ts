import { ascending } from 'd3-array';
import type { Deal } from '../deal/deal';

/** With more changes at a time, sorting all again is as quick. */
const MOST_CHANGES = 500;

/** The deals of a pipeline in the order of their paths. A few changes are put into the order that was there before. */
export class DealsByPath {
  private sorted: readonly Deal[] | undefined;
  private readonly changed = new Map<string, Deal | undefined>();

  /** @param deal nothing where there is none any longer in the file */
  note(path: string, deal: Deal | undefined): void {
    if (!this.sorted) return;
    this.changed.set(path, deal);
    if (this.changed.size > MOST_CHANGES) this.forget();
  }

  /** @param all the deals, in any order */
  list(all: Iterable<Deal>): readonly Deal[] {
    const { sorted, changed } = this;
    if (sorted && !changed.size) return sorted;
    // What is sorted but for its end takes one walk.
    const others = sorted
      ? [...sorted.filter(({ path }) => !changed.has(path)), ...[...changed.values()].filter(isThere)]
      : [...all];
    this.forget();
    return (this.sorted = others.sort((a, b) => ascending(a.path, b.path)));
  }

  /** All are to be sorted again. */
  forget(): void {
    this.sorted = undefined;
    this.changed.clear();
  }
}

function isThere(deal: Deal | undefined): deal is Deal {
  return deal !== undefined;
}
