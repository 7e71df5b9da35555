import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMoney } from '../../../../src/core/deal/saidMoney';
import { periodNamed } from '../../../../src/core/deal/saidPeriod';
import { PERIODS } from '../../../../src/core/recurring';
import { forAll } from '../../support/property';

describe('an amount that recurs', () => {
  for (const [typed, amount, currency, period] of [
    ['USD 30,000 / yr', 30_000, 'USD', 'year'],
    ['30,000 / yr', 30_000, undefined, 'year'],
    ['30k/yr', 30_000, undefined, 'year'],
    ['30k / year', 30_000, undefined, 'year'],
    ['30k p.a.', 30_000, undefined, 'year'],
    ['30k per annum', 30_000, undefined, 'year'],
    ['€30k a year', 30_000, 'EUR', 'year'],
    ['30 000 EUR annually', 30_000, 'EUR', 'year'],
    ['30.000 € pro Jahr', 30_000, 'EUR', 'year'],
    ['30.000 € im Jahr', 30_000, 'EUR', 'year'],
    ['30 000 € par an', 30_000, 'EUR', 'year'],
    ['30.000 € al año', 30_000, 'EUR', 'year'],
    ['4k/month', 4_000, undefined, 'month'],
    ['500 per month', 500, undefined, 'month'],
    ['500 a month', 500, undefined, 'month'],
    ['€500/mo', 500, 'EUR', 'month'],
    ['500/mo EUR', 500, 'EUR', 'month'],
    ['£500 pcm', 500, 'GBP', 'month'],
    ['500 monthly', 500, undefined, 'month'],
    ['500 Euro/Monat', 500, 'EUR', 'month'],
    ['500 € mtl.', 500, 'EUR', 'month'],
    ['50万円/月', 500_000, 'JPY', 'month'],
    ['1.2m per quarter', 1_200_000, undefined, 'quarter'],
    ['12k/qtr', 12_000, undefined, 'quarter'],
    ['12k quarterly', 12_000, undefined, 'quarter'],
  ] as const) {
    it(typed, () => assert.deepEqual(readMoney(typed, 'EUR'), { amount, currency, period }));
  }

  it('is asked about its currency as any other', () => {
    const { mayBe, period } = readMoney('$500/month')!;
    assert.deepEqual([mayBe?.[0], period], ['USD', 'month']);
  });

  for (const typed of [
    '/month',
    'per month',
    'a year',
    '500 weekly',
    '500/week',
    '500/day',
    '500/month/year',
  ])
    it(`is not “${typed}”`, () => assert.equal(readMoney(typed, 'EUR'), undefined));

  it('is the amount that it is without its period', () =>
    forAll(fc.tuple(fc.nat(1e9), fc.constantFrom(...PERIODS)), ([amount, period]) => {
      for (const between of ['/', ' / ', ' per ', ' a ', ' each '])
        assert.deepEqual(readMoney(`${amount}${between}${period}`), { amount, currency: undefined, period });
    }));
});

describe('the name of a period', () => {
  for (const [name, period] of [
    ['monthly', 'month'],
    ['Months', 'month'],
    ['per month', 'month'],
    ['annual', 'year'],
    ['p.a.', 'year'],
    ['Jahre', 'year'],
    ['quarterly', 'quarter'],
    ['week', undefined],
    ['12', undefined],
    ['', undefined],
  ] as const)
    it(name || 'nothing', () => assert.equal(periodNamed(name), period));
});
