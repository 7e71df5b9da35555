import { hashOfText } from '../hashOfText';
import { ascending } from 'd3-array';
import type { Deal } from '../deal/deal';

/** A few deals, in the order of their paths. */
export interface Bundle {
  readonly deals: readonly Deal[];
}

export interface Branch {
  readonly bundles: readonly Bundle[];
}

const WIDTH = 16;

/**
 * Deals in bundles that hang on branches, each deal where its path says, however many others there are. It never changes:
 * with another deal it is another tree, in which all but one branch and one bundle are the same objects. So what was added up of a
 * bundle, or of a branch, can be remembered, and is exactly what it would be if all were added up again.
 */
export class DealTree implements Iterable<Deal> {
  private constructor(readonly branches: readonly Branch[]) {}

  static of(deals: Iterable<Deal>): DealTree {
    if (deals instanceof DealTree) return deals;
    const bundles = Array.from({ length: WIDTH * WIDTH }, (): Deal[] => []);
    for (const deal of deals) bundles[placeOf(deal.path)]!.push(deal);
    const branches = Array.from({ length: WIDTH }, (_, at) => ({
      bundles: bundles.slice(at * WIDTH, (at + 1) * WIDTH).map(bundleOf),
    }));
    return new DealTree(branches);
  }

  /** @param changed by path the deal that is there now, or nothing where there is none any longer */
  with(changed: ReadonlyMap<string, Deal | undefined>): DealTree {
    if (!changed.size) return this;
    const branches = [...this.branches];
    for (const [path, deal] of changed) {
      const place = placeOf(path);
      const [branch, at] = [Math.floor(place / WIDTH), place % WIDTH];
      const { bundles } = branches[branch]!;
      const others = bundles[at]!.deals.filter(one => one.path !== path);
      branches[branch] = { bundles: bundles.with(at, bundleOf(deal ? [...others, deal] : others)) };
    }
    return new DealTree(branches);
  }

  *[Symbol.iterator](): Iterator<Deal> {
    for (const { bundles } of this.branches) for (const { deals } of bundles) yield* deals;
  }
}

function bundleOf(deals: Deal[]): Bundle {
  return { deals: deals.sort((a, b) => ascending(a.path, b.path)) };
}

/** The same for a path always and everywhere. */
function placeOf(path: string): number {
  const hash = hashOfText(path);
  return (hash ^ (hash >>> 16)) & (WIDTH * WIDTH - 1);
}
