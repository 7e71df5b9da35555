import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NAME_CHOICES, namesIn, shortName } from '../../../../src/core/deal/shortName';
import { forAll } from '../../support/property';

const deal = (title: string, account?: string) => ({ title, account });

describe('the short name of a deal', () => {
  for (const [title, account, name] of [
    ['Mleczarnia Turnica, batch tracing', 'Mleczarnia Turnica', 'Mleczarnia Turnica'],
    ['mleczarnia turnica – batch tracing', 'Mleczarnia Turnica', 'Mleczarnia Turnica'],
    ['Clairvigne, stock in 18 boutiques', 'Clairvigne Cosmétiques', 'Clairvigne Cosmétiques'],
    ['Barrosela: inventory', 'Barrosela Cerâmica', 'Barrosela Cerâmica'],
    ['Acme 12 vans', 'Acme', 'Acme'],
    // Another word, and one that only begins alike.
    ['Haldebro Freight, cross-dock', 'Haldebro Fragt', 'Haldebro Freight, cross-dock'],
    ['Acmeville, scanners', 'Acme', 'Acmeville, scanners'],
    ['Ac, scanners', 'Acme', 'Ac, scanners'],
    ['Zürich, scanners', 'Z', 'Zürich, scanners'],
    // Short as it is.
    ['Acme', 'Acme Corp', 'Acme'],
    ['Acme', 'Acme', 'Acme'],
    ['Scanners for Acme', 'Acme', 'Scanners for Acme'],
    ['Scanners', undefined, 'Scanners'],
    ['Scanners', '', 'Scanners'],
  ] as const) {
    it(`of “${title}” for ${account ?? 'nobody'} is “${name}”`, () =>
      assert.equal(shortName(deal(title, account)), name));
  }

  const TWO = [deal('Acme, scanners', 'Acme'), deal('Acme, vans', 'Acme'), deal('Beta, vans', 'Beta')];

  it('is the title where two beside each other would have one name', () => {
    assert.deepEqual(namesIn(TWO, 'short'), ['Acme, scanners', 'Acme, vans', 'Beta']);
    assert.deepEqual(namesIn(TWO.slice(1), 'short'), ['Acme', 'Beta']);
  });

  it('is what the person prefers', () => {
    assert.deepEqual(namesIn(TWO.slice(1), 'title'), ['Acme, vans', 'Beta, vans']);
    assert.deepEqual(namesIn([deal('Scanners', 'Acme'), deal('Vans')], 'account'), ['Acme', 'Vans']);
  });

  it('tells deals apart wherever their titles do, and is always one of both', () => {
    const text = fc.constantFrom('Acme', 'Acme, vans', 'Beta', 'Beta: vans', 'Gamma');
    const deals = fc.uniqueArray(fc.record({ title: text, account: fc.option(text, { nil: undefined }) }), {
      selector: ({ title }) => title,
    });
    forAll(fc.tuple(deals, fc.constantFrom(...NAME_CHOICES)), ([all, choice]) => {
      const names = namesIn(all, choice);
      assert.equal(names.length, all.length);
      all.forEach(({ title, account }, at) => assert.ok(names[at] === title || names[at] === account));
      const shared = names.filter((name, at) => names.indexOf(name) !== at);
      // An account may be called as another deal’s title: then one of both is a title.
      for (const name of shared) assert.ok(all.some(({ title }) => title === name));
    });
  });
});
