import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ImportPlan } from '../../../../src/actions/imports/planImport';
import { sentence } from '../../../../src/words/sentence';
import { forAll, forAllInTime } from '../../support/property';
import { gathered } from '../../core/intake/support/table';
import { Importing } from './support/importing';

const valuesOf = (cells: readonly string[]) =>
  gathered(
    ['title', 'stage', 'value'],
    cells.map((cell, at) => [`Deal ${at}`, 'Proposal', cell]),
  ).deals.map(({ fields }) => fields['value']);

describe('the decimals of a column', () => {
  it('are told by one number of it, whichever sign they have', () => {
    assert.deepEqual(
      valuesOf(['12345.678', '950.125', '48000.5', '7.25']),
      [12345.678, 950.125, 48000.5, 7.25],
    );
    assert.deepEqual(valuesOf(['1.234', '2.5', '0.75']), [1.234, 2.5, 0.75]);
    assert.deepEqual(valuesOf(['1,234.50', '$1.500', '999.999']), [1234.5, 1.5, 999.999]);
    assert.deepEqual(valuesOf(['1.234,50 €', '1,500', '2.500']), [1234.5, 1.5, 2500]);
    assert.deepEqual(valuesOf(['1,234,567', '9.125']), [1234567, 9.125]);
  });

  it('are thousands where no number tells, or two contradict each other', () => {
    assert.deepEqual(valuesOf(['1.234', '950.125', '12']), [1234, 950125, 12]);
    assert.deepEqual(valuesOf(['1.5', '2,5', '950.125']), [1.5, 2.5, 950125]);
  });

  it('are read as they were written, where not all have three', () => {
    const number = fc.tuple(fc.nat({ max: 99_999 }), fc.integer({ min: 1, max: 999 }));
    forAll(fc.array(number, { minLength: 1, maxLength: 6 }), all => {
      const numbers = [
        ...all.map(([whole, part]) => Number(`${whole}.${String(part).padStart(3, '0')}`)),
        7.25,
      ];
      for (const sign of ['.', ','])
        assert.deepEqual(valuesOf(numbers.map(one => String(one).replace('.', sign))), numbers);
    });
  });

  it('of a number in JSON are what it says', async () => {
    const into = new Importing();
    await into.take(
      'crm.json',
      '[{"title":"A","stage":"proposal","amount":950.125},{"title":"B","stage":"proposal","amount":"950.125"}]',
    );
    assert.deepEqual(
      into.deals.map(({ value }) => value?.amount),
      [950.125, 950125],
    );
  });

  describe('where no number tells', () => {
    const table = (...amounts: string[]) =>
      ['Deal;Stage;Amount', ...amounts.map((amount, at) => `D${at};Proposal;${amount}`), ''].join('\n');
    const unclearIn = ({ remarks }: ImportPlan) =>
      remarks.filter(({ say }) => say === 'amountsUnclear').map(sentence);
    const values = (into: Importing) => into.deals.map(({ value }) => value?.amount);

    it('are told once, with the first value that could be either, and the way out', async () => {
      const into = new Importing();
      const { plan } = await into.take('crm.csv', table('12', '1.500 €', '950.125'));
      assert.deepEqual(unclearIn(plan), [
        '“1.500 €” in “Amount” could be 1500 or 1.5, and no other value there tells which, so such values are read as thousands. If that’s wrong, say --decimals point, or write “decimals: point” into the mapping.',
      ]);
      assert.deepEqual(values(into), [12, 1500, 950125]);
      const { plan: comma } = await new Importing().take('crm.csv', table('950,125'));
      assert.match(unclearIn(comma)[0]!, /could be 950125 or 950\.125.*--decimals comma/);
    });

    it('are not told where one number tells, where there is nothing to tell, or elsewhere than in values', async () => {
      for (const all of [['1.500', '7.25'], ['1.500,00'], ['1500', '12'], ['1.500k']]) {
        const { plan } = await new Importing().take('crm.csv', table(...all));
        assert.deepEqual(unclearIn(plan), [], all.join());
      }
      const { plan } = await new Importing().take('crm.csv', 'Deal;Stage;Ref\nA;Proposal;1.500\n');
      assert.deepEqual(unclearIn(plan), []);
    });

    it('are what a person says, which is kept for the next table and mends the values of the last', async () => {
      const into = new Importing();
      await into.take('crm.csv', table('1.500', '950.125'));
      const { plan } = await into.take('crm.csv', table('1.500', '950.125'), { decimals: '.' });
      assert.deepEqual([unclearIn(plan), values(into)], [[], [1.5, 950.125]]);
      const { plan: next } = await into.take('crm.csv', table('1.750', '950.125'));
      assert.deepEqual([unclearIn(next), values(into)], [[], [1.75, 950.125]]);
    });

    it('are what a person says, be it against a number that tells otherwise', async () => {
      const into = new Importing();
      await into.take('crm.csv', table('1.500', '7.25'), { decimals: ',' });
      assert.deepEqual(values(into), [1500, 7.25]);
    });

    it('are told, or not in doubt: nothing that could be read in two ways goes untold', () => {
      const cell = fc.oneof(
        fc.nat({ max: 5000 }).map(String),
        fc
          .tuple(
            fc.integer({ min: 1, max: 999 }),
            fc.constantFrom('.', ','),
            fc.integer({ min: 100, max: 999 }),
          )
          .map(parts => parts.join('')),
        fc
          .tuple(fc.nat({ max: 999 }), fc.constantFrom('.', ','), fc.integer({ min: 1, max: 9 }))
          .map(parts => parts.join('')),
      );
      return forAllInTime(fc.array(cell, { minLength: 1, maxLength: 5 }), async cells => {
        const { plan } = await new Importing().take('crm.csv', table(...cells));
        const couldBeEither = cells.some(one => /^\d{1,3}[.,]\d{3}$/.test(one));
        const tells = new Set(cells.flatMap(one => /^\d+([.,])\d$/.exec(one)?.[1] ?? []));
        assert.equal(unclearIn(plan).length, couldBeEither && tells.size !== 1 ? 1 : 0, cells.join(' '));
      });
    });
  });
});
