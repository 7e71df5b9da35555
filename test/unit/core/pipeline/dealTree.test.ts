import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import { DealTree } from '../../../../src/core/pipeline/dealTree';
import { makeDeal } from '../../support/deals';
import { forAll } from '../../support/property';

const named = (at: number, title = 'A') => makeDeal({ path: `deal-${at}.md`, title });
const told = (deals: Iterable<Deal>) => [...deals].map(({ path, title }) => `${path} ${title}`);

describe('deals that hang on branches', () => {
  const places = fc.uniqueArray(fc.nat(99), { maxLength: 40 });

  it('are after a change those that there are now, in the order in which they would be made anew', () =>
    forAll(fc.tuple(places, places, places), ([before, set, gone]) => {
      const tree = DealTree.of(before.map(at => named(at)));
      const old = told(tree);
      const changed = new Map<string, Deal | undefined>([
        ...set.map(at => [named(at).path, named(at, 'B')] as const),
        ...gone.map(at => [named(at).path, undefined] as const),
      ]);
      const left = before.map(at => named(at)).filter(({ path }) => !changed.has(path));
      const now = [...left, ...[...changed.values()].filter(deal => deal !== undefined)];
      assert.deepEqual(told(tree.with(changed)), told(DealTree.of(now)));
      assert.deepEqual(told(tree), old);
    }));

  it('are on the same branches but for what has changed', () => {
    const tree = DealTree.of(Array.from({ length: 400 }, (_, at) => named(at)));
    assert.equal(tree.with(new Map()), tree);
    assert.equal(DealTree.of(tree), tree);
    const after = tree.with(new Map([[named(7).path, named(7, 'B')]]));
    const others = after.branches.filter((branch, at) => branch !== tree.branches[at]);
    assert.equal(others.length, 1);
    assert.equal(
      others[0]!.bundles.filter(one => tree.branches.every(({ bundles }) => !bundles.includes(one))).length,
      1,
    );
  });
});
