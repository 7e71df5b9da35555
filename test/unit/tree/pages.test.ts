import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PAGE_ROWS, Pages, pagesTo, rowsOn } from '../../../src/tree/pages';

const list = {};

describe('the pages of a long list', () => {
  it('together are the list, each row once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * PAGE_ROWS }), all => {
        const pages = new Pages();
        const seen = [pages.shown(list, all)];
        while (seen.at(-1)! < all && seen.length < 100) {
          pages.widen(list);
          seen.push(pages.shown(list, all));
        }
        assert.equal(seen.at(-1), all);
        const sizes = seen.map((shown, at) => shown - (seen[at - 1] ?? 0));
        assert.ok(
          sizes.slice(0, -1).every(size => size === PAGE_ROWS),
          sizes.join(),
        );
        assert.ok(sizes.at(-1)! <= PAGE_ROWS && (sizes.length === 1 || sizes.at(-1)! > 0), sizes.join());
      }),
    );
  });

  it('are as many as it takes to show a row, and no more', () => {
    fc.assert(
      fc.property(fc.nat(20 * PAGE_ROWS), fc.nat(20 * PAGE_ROWS), (at, more) => {
        const all = at + 1 + more;
        const pages = pagesTo(at);
        assert.ok(rowsOn(pages, all) > at);
        assert.ok(pages === 1 || rowsOn(pages - 1, all) <= at);
      }),
    );
  });

  it('never become fewer, whatever is gone to and however many rows there are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(5 * PAGE_ROWS), fc.constant('more'))), steps => {
        const pages = new Pages();
        let before = pages.shown(list, Infinity);
        for (const step of steps) {
          const widened = typeof step === 'number' ? pages.widenTo(list, step) : (pages.widen(list) ?? true);
          const now = pages.shown(list, Infinity);
          assert.equal(now > before, widened);
          if (typeof step === 'number') assert.ok(now > step);
          before = now;
        }
        assert.equal(pages.shown(list, 3), 3);
      }),
    );
  });

  it('of one list leave others alone', () => {
    const pages = new Pages();
    pages.widen(list);
    assert.equal(pages.shown({}, 1000), PAGE_ROWS);
  });
});
