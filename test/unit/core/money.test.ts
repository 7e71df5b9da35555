import assert from 'node:assert/strict';
import { addMoney, inOneCurrency, isCurrencyCode, sizeOf, type MoneyMap } from '../../../src/core/money';

describe('money', () => {
  it('sums each currency by itself, and keeps none for nothing', () => {
    const sums: MoneyMap = {};
    addMoney(sums, { amount: 10, currency: 'EUR' });
    addMoney(sums, { amount: 5, currency: 'EUR' }, 0.5);
    addMoney(sums, { amount: 7, currency: 'USD' });
    addMoney(sums, { amount: 0, currency: 'GBP' });
    addMoney(sums, { amount: 9, currency: 'CHF' }, 0);
    addMoney(sums, undefined);
    assert.deepEqual(sums, { EUR: 12.5, USD: 7 });
  });

  it('knows a code by its three capital letters', () => {
    assert.deepEqual(['EUR', 'XXX', 'eur', 'EU', 'EURO', 'EU1', 'ÄÖÜ', '', 'EUR\n'].map(isCurrencyCode), [
      true,
      true,
      ...Array<boolean>(7).fill(false),
    ]);
  });
});

describe('sums in the team’s own currency', () => {
  const rates = new Map([
    ['GBP', 1.5],
    ['USD', 0.5],
  ]);

  it('are at its rates, and say what is not in them', () => {
    assert.deepEqual(inOneCurrency({ EUR: 100, GBP: 10, SEK: 7, USD: 20, XXX: 1 }, 'EUR', rates), {
      money: { amount: 125, currency: 'EUR' },
      without: ['SEK', 'XXX'],
    });
    assert.deepEqual(inOneCurrency({ GBP: 10 }, 'EUR', rates), {
      money: { amount: 15, currency: 'EUR' },
      without: [],
    });
  });

  it('are none where there is nothing to convert', () => {
    for (const sums of [{}, { EUR: 5 }, { SEK: 5 }, { EUR: 5, SEK: 5 }]) {
      assert.equal(inOneCurrency(sums, 'EUR', rates), undefined);
    }
    assert.equal(inOneCurrency({ GBP: 5, USD: 5 }, undefined, rates), undefined);
    assert.equal(inOneCurrency({ EUR: 5, GBP: 5 }, 'EUR', new Map()), undefined);
  });
});

it('an amount is as large as it is in the team’s own currency, or as its number where there is no rate', () => {
  const rates = new Map([['USD', 0.5]]);
  const size = (currency: string, own?: string) => sizeOf({ amount: 8, currency }, own, rates);
  assert.deepEqual([size('USD', 'EUR'), size('EUR', 'EUR'), size('GBP', 'EUR'), size('USD')], [4, 8, 8, 8]);
});

it('the currencies that are not in a sum are told in the order of the alphabet', () => {
  const converted = inOneCurrency({ SEK: 1, USD: 8, GBP: 2 }, 'EUR', new Map([['USD', 0.5]]));
  assert.deepEqual(converted, { money: { amount: 4, currency: 'EUR' }, without: ['GBP', 'SEK'] });
});
