import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeInSmall, readMoney } from '../../../../src/core/deal/saidMoney';
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
    ['US$48', 48, 'USD'],
    ['1,234,567', 1234567, undefined],
    ['12,5', 12.5, undefined],
    ['0', 0, undefined],
    ['120 000 zł', 120000, 'PLN'],
    ['5 mln', 5000000, undefined],
    ['Fr. 48', 48, 'CHF'],
    ['48000 Euro', 48000, 'EUR'],
    ['48 000 euros', 48000, 'EUR'],
    ['120 Franken', 120, 'CHF'],
    ['500 pounds sterling', 500, 'GBP'],
    ['£500', 500, 'GBP'],
    ['300 US dollars', 300, 'USD'],
    ["CHF 1'200.-", 1200, 'CHF'],
    ["1'200.–", 1200, undefined],
    ['EUR 48,-', 48, 'EUR'],
    ['1.200,-- €', 1200, 'EUR'],
    ['₹1,23,456', 123456, 'INR'],
    ['₹ 12,34,567.50', 1234567.5, 'INR'],
    ['INR 1,23,456', 123456, 'INR'],
    ['₹1,234', 1234, 'INR'],
    ['5 lakh', 500000, undefined],
    ['₹2.5 lakhs', 250000, 'INR'],
    ['1.5 crore', 15000000, undefined],
    ['₹3 cr', 30000000, 'INR'],
    ['1 crore 20 lakh', 12000000, undefined],
    ['500万円', 5000000, 'JPY'],
    ['3億円', 300000000, 'JPY'],
    ['1億2,000万円', 120000000, 'JPY'],
    ['3万5000円', 35000, 'JPY'],
    ['2,000万', 20000000, undefined],
    ['1.5万', 15000, undefined],
    ['¥２５０万', 2500000, ['JPY', 'CNY']],
    ['５０，０００円', 50000, 'JPY'],
    ['3千万円', 30000000, 'JPY'],
    ['50,000/-', 50000, undefined],
    ['Rs. 50,000', 50000, ['INR', 'PKR', 'LKR']],
    ['Rs 50,000 /-', 50000, ['INR', 'PKR', 'LKR']],
    ['₹1,23,456/-', 123456, 'INR'],
    ['5 lakhs', 500000, undefined],
    ['50,000/=', 50000, undefined],
    ['500:-', 500, undefined],
    ['500:- SEK', 500, 'SEK'],
    ['1’200.—', 1200, undefined],
    ['CHF 1ʼ200.-', 1200, 'CHF'],
    ['NT$ 5,000', 5000, 'TWD'],
    ['NT$5k', 5000, 'TWD'],
    ['RM 5,000', 5000, 'MYR'],
    ['Rp 5.000.000', 5000000, 'IDR'],
    ['2 mkr', 2000000, ['SEK', 'NOK', 'DKK']],
    ['1,5 mkr', 1500000, ['SEK', 'NOK', 'DKK']],
    ['48 tkr', 48000, ['SEK', 'NOK', 'DKK']],
    ['48 tkr SEK', 48000, 'SEK'],
    ['48 TSEK', 48000, 'SEK'],
    ['2 MNOK', 2000000, 'NOK'],
    ['1.5 Mio. €', 1500000, 'EUR'],
    ['48 T€', 48000, 'EUR'],
    ['48.000,00 EUR', 48000, 'EUR'],
    ['~50k', 50000, undefined],
    ['≈ 50k €', 50000, 'EUR'],
    ['€~50k', 50000, 'EUR'],
    ['ca. 50k', 50000, undefined],
    ['0.500', 0.5, undefined],
    ['0,750', 0.75, undefined],
    ['0.125', 0.125, undefined],
    ['T€ 48', 48000, 'EUR'],
    ['48 TEUR', 48000, 'EUR'],
    ['1,2 MEUR', 1200000, 'EUR'],
    ['5 MM USD', 5000000, 'USD'],
    ['$48k', 48000, ['USD', 'CAD', 'AUD']],
    ['kr 500', 500, ['SEK', 'NOK', 'DKK']],
    ['¥1,000', 1000, ['JPY', 'CNY']],
    ['500 dollars', 500, ['USD', 'CAD', 'AUD']],
    ['Rs 500', 500, ['INR', 'PKR', 'LKR']],
    ['R$ 500', 500, 'BRL'],
    ['$500 CAD', 500, 'CAD'],
    ['USD $500', 500, 'USD'],
    ['¥5,000円', 5000, 'JPY'],
    ['kr 500 NOK', 500, 'NOK'],
    ['HK$500', 500, 'HKD'],
    ['  48k  ', 48000, undefined],
    [' ~50k', 50000, undefined],
    ['￥1,000', 1000, ['JPY', 'CNY']],
    ['￡500', 500, 'GBP'],
    ['CHF 1’200', 1200, 'CHF'],
    ['US dollars 300', 300, 'USD'],
    ['1 us dollar', 1, 'USD'],
    ['300 Canadian dollars', 300, 'CAD'],
    ['300 Australian dollars', 300, 'AUD'],
    ['pounds sterling 500', 500, 'GBP'],
    ['1 pound sterling', 1, 'GBP'],
    ['Fr.50', 50, 'CHF'],
    ['1.125億', 112_500_000, undefined],
    ['1 234,567', 1234.567, undefined],
    ['1 234 567', 1_234_567, undefined],
    ['1.234.567', 1_234_567, undefined],
    ['1.234.567,8', 1_234_567.8, undefined],
    ['12345.678', 12345.678, undefined],
    ['12345,6', 12345.6, undefined],
    ['007', 7, undefined],
  ] as const) {
    it(`${typed} is ${amount} ${String(currency ?? '')}`, () => {
      const money = readMoney(typed)!;
      assert.equal(money.amount, amount);
      assert.deepEqual(money.mayBe?.slice(0, 3) ?? money.currency, currency);
    });
  }

  for (const [typed, own, currency] of [
    ['$48k', 'CAD', 'CAD'],
    ['$48k', 'USD', 'USD'],
    ['500 dollars', 'AUD', 'AUD'],
    ['¥1,000', 'CNY', 'CNY'],
    ['kr 500', 'DKK', 'DKK'],
    ['£500', 'EGP', 'EGP'],
    ['£500', 'EUR', 'GBP'],
    ['US$500', 'CAD', 'USD'],
    ['48k', 'CAD', undefined],
    ['5 BTC', 'BTC', 'BTC'],
  ] as const) {
    it(`${typed} is in ${currency} for a team whose currency is ${own}`, () => {
      const money = readMoney(typed, own)!;
      assert.deepEqual([money.currency, money.mayBe], [currency, undefined]);
    });
  }

  it('has groups as in India where a number is counted as there', () => {
    assert.equal(readMoney('1 crore 1,20,000')?.amount, 10_120_000);
    assert.equal(readMoney('1,20,000 lakh')?.amount, 12_000_000_000);
    assert.equal(readMoney('1,20,000 k'), undefined);
  });

  it('is in lakhs and crores only as they are counted in India', () => {
    assert.equal(readMoney('12,34,56,789', 'INR')?.amount, 123_456_789);
    assert.equal(readMoney('2 cr 5 lakh', 'INR')?.amount, 20_500_000);
    for (const typed of ['1,23,4567', '123,45,678', '12,34,56,7', '1,23,456.5.5'])
      assert.equal(readMoney(typed, 'INR'), undefined, typed);
    assert.equal(readMoney('2 cr 5 lakh'), undefined);
  });

  for (const typed of [
    '$ .5',
    'k€ 1,500',
    '5 3億',
    '3億 0.5億',
    '1億 20000万',
    '1億 10000万',
    '1億 5 3万',
    '48k 2',
    '1’20',
    '1 234.567.8',
    '1.234,567.890',
  ])
    it(`is not “${typed}” either`, () => assert.equal(readMoney(typed), undefined));

  it('is no longer than sixty signs', () => {
    assert.equal(readMoney('48 000 EUR'.padEnd(60))?.amount, 48000);
    assert.equal(readMoney('48 000 EUR'.padEnd(61)), undefined);
  });

  it('is as much as can be counted to the unit', () => {
    assert.equal(readMoney('9007199254740991')?.amount, Number.MAX_SAFE_INTEGER);
    assert.equal(readMoney('9007199254740992'), undefined);
  });

  it('has groups as in India where the team’s currency is that of India', () => {
    assert.equal(readMoney('1,23,456', 'INR')?.amount, 123456);
    assert.equal(readMoney('2 cr', 'INR')?.amount, 20000000);
  });

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
      ...[
        '5 mil',
        'net 500',
        '48k ARR',
        '5 pcs',
        '5 XXL',
        '5 XAU',
        '5 BTC',
        '2 cr',
        '0,123,456',
        '1,200k',
        '12 x 400',
      ],
      ...['50-60k', '50–60k', '±50k', '50k+', '20万 3億'],
      ...[
        '3億 3億',
        '5 lakh 2 crore',
        '1億 20億',
        '48k 2k',
        '5²',
        '½',
        '1.23.456',
        '48 billion',
        '$500 EUR',
        '48k EUR top',
      ],
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

describe('a code in small letters', () => {
  for (const word of ['all', 'top', 'lak', 'try', 'ron', 'cup', 'All', 'pen', 'mad'])
    it(`is a word, and no currency: “5 ${word}”`, () => {
      assert.equal(readMoney(`5 ${word}`), undefined);
      assert.equal(readMoney(`${word} 5`, 'EUR'), undefined);
      assert.equal(codeInSmall(`5 ${word}`), word.toUpperCase());
      assert.equal(readMoney(`5 ${word.toUpperCase()}`)?.currency, word.toUpperCase());
    });

  it('is a currency where everybody knows it, or the team has it', () => {
    for (const code of ['eur', 'Usd', 'chf'])
      assert.equal(readMoney(`5 ${code}`)?.currency, code.toUpperCase());
    assert.deepEqual(readMoney('5k thb', 'THB'), { amount: 5000, currency: 'THB' });
    assert.deepEqual(readMoney('5k thb', 'EUR', new Set(['THB'])), { amount: 5000, currency: 'THB' });
    assert.equal(readMoney('5k thb', 'EUR', new Set(['USD'])), undefined);
  });

  it('is named only where it alone is what is not understood', () => {
    for (const typed of ['5 of all', 'all', 'much', '5']) assert.equal(codeInSmall(typed), undefined);
  });
});
