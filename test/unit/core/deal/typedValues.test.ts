import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byUse, readMoney, readTag } from '../../../../src/core/deal/typedValues';
import { forAll } from '../../support/property';

describe('a value as it is typed', () => {
  for (const [typed, amount, currency] of [
    ['48000', 48000, undefined],
    ['48k', 48000, undefined],
    ['48 000 EUR', 48000, 'EUR'],
    ['48\u202f000 €', 48000, 'EUR'],
    ['€48,000', 48000, 'EUR'],
    ['€48.000', 48000, 'EUR'],
    ['48,000.50 usd', 48000.5, 'USD'],
    ['48.000,50', 48000.5, undefined],
    ["CHF 48'000", 48000, 'CHF'],
    ['1.5m', 1500000, undefined],
    ['1,5 Mio €', 1500000, 'EUR'],
    ['1.125m', 1125000, undefined],
    ['1.1m', 1100000, undefined],
    ['k€ 48', 48000, 'EUR'],
    ['$ 2.5k', 2500, 'USD'],
    ['US$48', 48, 'USD'],
    ['1,234,567', 1234567, undefined],
    ['12,5', 12.5, undefined],
    ['0', 0, undefined],
    ['120 000 zł', 120000, 'PLN'],
    ['5 mln', 5000000, undefined],
    ['Fr. 48', 48, 'CHF'],
  ] as const) {
    it(`${typed} is ${amount} ${currency ?? ''}`, () =>
      assert.deepEqual(readMoney(typed), { amount, currency }));
  }

  for (const typed of [
    ...['', 'EUR', 'about 48k', '48k EUR USD', '48 k k', '-5', '48-50k', '1,23,456', '1.2.3', '48 00', '4 8'],
    ...[
      '1.234,567.8',
      '48 000 0',
      '9007199254740992',
      '99999999b',
      '48 %',
      '__proto__ 5',
      '5 constructor',
      '.5',
      '$ ,50',
    ],
  ]) {
    it(`is not “${typed}”`, () => assert.equal(readMoney(typed), undefined));
  }

  it('is one that a deal can have, whatever is typed', () => {
    const part = fc.constantFrom('4', '000', ',', '.', ' ', 'k', 'm', '€', 'EUR', '-', "'", '\u00a0');
    const typed = fc.oneof(
      fc.array(part, { maxLength: 10 }).map(parts => parts.join('')),
      fc.string(),
    );
    forAll(
      typed,
      text => {
        const money = readMoney(text);
        if (!money) return;
        assert.ok(money.amount >= 0 && money.amount <= Number.MAX_SAFE_INTEGER, text);
        assert.ok(money.currency === undefined || /^[A-Z]{3}$/.test(money.currency));
      },
      1000,
    );
  });

  it('is read again as it is written by the editor’s own formats', () => {
    forAll(fc.integer({ min: 0, max: 1e9 }), amount => {
      for (const locale of ['en', 'de', 'fr', 'de-CH', 'pl']) {
        const written = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(amount);
        assert.deepEqual(readMoney(written), { amount, currency: 'EUR' }, written);
      }
    });
  });
});

describe('a tag as it is typed', () => {
  for (const [typed, tag] of [
    ['hardware', 'hardware'],
    [' #hardware ', 'hardware'],
    ['two  words', 'two words'],
    ['', undefined],
    ['#', undefined],
    ['a, b', undefined],
  ] as const) {
    it(`“${typed}” is ${tag}`, () => assert.equal(readTag(typed), tag));
  }

  it('is offered by how often it is used', () => {
    assert.deepEqual(byUse(['b', 'a', 'c', 'b', 'toString']), ['b', 'a', 'c', 'toString']);
  });
});
