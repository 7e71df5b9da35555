import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Duplicates } from '../../../../src/core/pipeline/duplicates';
import { makeDeal } from '../../support/deals';
import { forAll } from '../../support/property';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const likeIn = (duplicates: Duplicates, path: string) =>
  duplicates
    .of(path)
    .map(deal => deal.path)
    .sort();

describe('deals that may be there twice', () => {
  it('have the same title and account, however they are written, or the same title and value', () => {
    const duplicates = new Duplicates();
    const add = (path: string, given: Parameters<typeof makeDeal>[0]) =>
      duplicates.set(path, makeDeal({ path, ...given }));
    add('a', { title: 'Acme scanners', account: 'Acme', value: eur(5) });
    add('b', { title: 'acme-SCANNERS', account: 'ACME ', value: eur(6) });
    add('c', { title: 'Acme Scanners', value: eur(5) });
    add('d', { title: 'Acme scanners', account: 'Globex', value: { amount: 5, currency: 'GBP' } });
    add('e', { title: 'Acme scanners' });
    assert.deepEqual(
      ['a', 'b', 'c', 'd', 'e'].map(path => likeIn(duplicates, path)),
      [['b', 'c'], ['a'], ['a'], [], []],
    );
  });

  it('are told of each other when one of them changes', () => {
    const duplicates = new Duplicates();
    const deal = (path: string, title: string) => makeDeal({ path, title, account: 'Acme' });
    assert.deepEqual([...duplicates.set('a', deal('a', 'x'))], []);
    assert.deepEqual([...duplicates.set('b', deal('b', 'x'))], ['a']);
    assert.deepEqual([...duplicates.set('b', deal('b', 'x'))], []);
    assert.deepEqual([...duplicates.set('b', deal('b', 'y'))], ['a']);
    assert.deepEqual([...duplicates.set('c', deal('c', 'y'))], ['b']);
    assert.deepEqual([...duplicates.set('c', undefined)], ['b']);
    assert.deepEqual(likeIn(duplicates, 'b'), []);
  });

  it('are told of each other where one is only spelled otherwise: that is what the other names', () => {
    const duplicates = new Duplicates();
    const deal = (path: string, title: string) => makeDeal({ path, title, account: 'Acme' });
    duplicates.set('a', deal('a', 'Scanners'));
    duplicates.set('b', deal('b', 'Scanners'));
    assert.deepEqual([...duplicates.set('b', deal('b', 'SCANNERS'))], ['a']);
  });

  for (const [what, changed] of [
    ['account alone', { account: 'Globex' }],
    ['value alone', { value: eur(6) }],
    ['currency alone', { value: { amount: 5, currency: 'GBP' } }],
    ['value, which it has no longer', { value: undefined }],
  ] as const) {
    it(`are told of each other where one changes its ${what}`, () => {
      const duplicates = new Duplicates();
      const given = 'account' in changed ? { account: 'Acme' } : { value: eur(5) };
      const deal = (path: string, more = {}) => makeDeal({ path, title: 'x', ...given, ...more });
      duplicates.set('a', deal('a'));
      duplicates.set('b', deal('b'));
      assert.deepEqual([...duplicates.set('b', deal('b', changed))], ['a']);
      assert.deepEqual(likeIn(duplicates, 'a'), []);
      assert.deepEqual([...duplicates.set('b', deal('b'))], ['a']);
      assert.deepEqual(likeIn(duplicates, 'a'), ['b']);
    });
  }

  it('are the same, however it came to be, and each is told of what changes for it', () => {
    const step = fc.record({
      path: fc.constantFrom('a', 'b', 'c', 'd'),
      title: fc.constantFrom('x', 'y'),
      account: fc.constantFrom('k', 'l', undefined),
      value: fc.constantFrom(eur(5), eur(6), undefined),
      isGone: fc.boolean(),
    });
    forAll(fc.array(step, { maxLength: 20 }), steps => {
      const [grown, anew] = [new Duplicates(), new Duplicates()];
      const last = new Map(steps.map(one => [one.path, one]));
      const of = ({ isGone, ...given }: (typeof steps)[number]) => (isGone ? undefined : makeDeal(given));
      for (const one of steps) {
        const paths = ['a', 'b', 'c', 'd'].filter(path => path !== one.path);
        const before = paths.map(path => String(likeIn(grown, path)));
        const told = grown.set(one.path, of(one));
        for (const [at, path] of paths.entries())
          if (String(likeIn(grown, path)) !== before[at]) assert.ok(told.has(path), path);
      }
      for (const one of last.values()) anew.set(one.path, of(one));
      for (const path of last.keys()) assert.deepEqual(likeIn(grown, path), likeIn(anew, path));
    });
  });
});
