import assert from 'node:assert/strict';
import {
  addMoney,
  formatMoney,
  formatMoneyMap,
  inOneCurrency,
  isCurrencyCode,
  NO_CURRENCY,
  type MoneyMap,
} from '../../../src/core/money';

describe('money', () => {
  for (const [amount, currency, text] of [
    [48_000, 'EUR', '€48,000'],
    [12_000, 'GBP', '£12,000'],
    [1_500_000, 'JPY', '¥1,500,000'],
    [99.6, 'USD', '$100'],
    [7, 'CAD', '$7'],
    [0, 'EUR', '€0'],
    [48_000, NO_CURRENCY, '48,000'],
  ] as const) {
    it(`writes ${amount} ${currency} as ${text}`, () => {
      assert.equal(formatMoney({ amount, currency }, 'en-US'), text);
    });
  }

  it('writes a currency without a sign by its code', () => {
    assert.equal(formatMoney({ amount: 48_000, currency: 'CHF' }, 'en-US').replace(/\s/, ' '), 'CHF 48,000');
    assert.equal(formatMoney({ amount: 5, currency: 'QQQ' }, 'en-US').replace(/\s/, ' '), 'QQQ 5');
  });

  it('writes one currency in several locales', () => {
    const german = formatMoney({ amount: 48_000, currency: 'EUR' }, 'de-DE').replace(/\s/, ' ');
    assert.deepEqual(
      [german, formatMoney({ amount: 48_000, currency: 'EUR' }, 'en-US')],
      ['48.000 €', '€48,000'],
    );
  });

  it('writes sums side by side, in the order of their codes', () => {
    assert.equal(formatMoneyMap({ GBP: 52_000, EUR: 48_000 }, 'en-US'), '€48,000 + £52,000');
    assert.equal(formatMoneyMap({ USD: 5, EUR: 5, XXX: 1 }, 'en-US'), '€5 + $5 + 1');
    assert.equal(formatMoneyMap({}, 'en-US'), '');
  });

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
