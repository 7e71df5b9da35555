import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forAll } from '../../support/property';
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
});
