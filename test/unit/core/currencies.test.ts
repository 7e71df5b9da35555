import assert from 'node:assert/strict';
import { currenciesNamed, isKnownCurrency, isPayable } from '../../../src/core/currencies';

describe('a word for a currency', () => {
  for (const [word, codes, own, used] of [
    ['€', ['EUR']],
    ['US$', ['USD']],
    ['Euro', ['EUR']],
    ['Franken', ['CHF'], 'EUR'],
    // Shared by several: all that it may be, unless the team has one of them.
    ['¥', ['JPY', 'CNY']],
    ['¥', ['CNY'], 'CNY'],
    ['¥', ['JPY', 'CNY'], 'EUR'],
    ['kroner', ['SEK', 'NOK', 'DKK', 'ISK']],
    ['kroner', ['DKK'], 'DKK'],
    ['rupees', ['INR', 'PKR', 'LKR', 'NPR', 'MUR']],
    ['Dollars', ['CAD'], 'CAD'],
    // Nearly always of one, unless the team has another.
    ['£', ['GBP']],
    ['£', ['EGP'], 'EGP'],
    ['pounds', ['GBP'], 'EUR'],
    // By their codes: in small letters those that the team has, or everybody knows.
    ['EUR', ['EUR']],
    ['eur', ['EUR']],
    ['ALL', ['ALL']],
    ['all', []],
    ['all', ['ALL'], 'ALL'],
    ['all', ['ALL'], 'EUR', ['ALL']],
    ['top', [], 'EUR', ['ALL']],
    // What is no money.
    ['XAU', []],
    ['XXL', []],
    ['XTS', []],
    ['XOF', ['XOF']],
    ['ABC', []],
    ['EURO!', []],
    ['', []],
    ['constructor', []],
    ['toString', []],
  ] as const)
    it(`“${word}” is ${codes.join(' or ') || 'none'}${own ? ` for a team with ${own}` : ''}${used ? ` and ${used.join()}` : ''}`, () => {
      assert.deepEqual(currenciesNamed(word, own, used && new Set(used)), codes);
    });

  it('is known where there is such money, and where a code says that it is none of a country', () => {
    for (const code of ['EUR', 'XTS', 'XXX', 'XYZ']) assert.ok(isKnownCurrency(code), code);
    for (const code of ['EUX', 'eur', '']) assert.ok(!isKnownCurrency(code), code);
  });

  it('is money that somebody pays with where it is that of a country, or of several', () => {
    for (const code of ['EUR', 'XAF', 'XCD', 'XOF', 'XPF']) assert.ok(isPayable(code), code);
    for (const code of ['XAU', 'XTS', 'XXX', 'ABC', 'eur', '']) assert.ok(!isPayable(code), code);
  });
});
