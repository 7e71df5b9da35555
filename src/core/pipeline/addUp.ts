import type { Branch, Bundle, DealTree } from './dealTree';
import { addedUp, type Countable } from './tally';

const NOBODY: Bundle = { deals: [] };

/** Adds up the tallies of bundles of deals, and remembers the sum of each branch whose tallies haven't changed. */
export class SumsOfBranches<T extends Countable> {
  private readonly kept = new WeakMap<Branch, { readonly of: readonly T[]; readonly sum: T }>();

  /**
   * @param tallyOf of a bundle that has not changed it gives the same object
   * @yields after each bundle
   */
  *of(tree: DealTree, tallyOf: (bundle: Bundle) => T): Generator<undefined, T> {
    const sums: T[] = [];
    for (const branch of tree.branches) {
      const tallies: T[] = [];
      for (const bundle of branch.bundles) {
        if (!bundle.deals.length) continue;
        tallies.push(tallyOf(bundle));
        yield;
      }
      if (tallies.length) sums.push(this.sumOf(branch, tallies));
    }
    return sums.length ? addedUp(sums) : tallyOf(NOBODY);
  }

  private sumOf(branch: Branch, tallies: readonly T[]): T {
    const before = this.kept.get(branch);
    if (before?.of.length === tallies.length && tallies.every((one, at) => one === before.of[at]))
      return before.sum;
    const sum = addedUp(tallies);
    this.kept.set(branch, { of: tallies, sum });
    return sum;
  }
}
