import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NO_CURRENCY } from '../../../src/core/money';
import { moneyIn, NO_CURRENCIES, together, type Currencies } from '../../../src/core/moneyFormat';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { makeProcess } from '../../../src/core/process/process';
import { readDeal } from '../../../src/core/deal/readDeal';
import { file } from '../support/deals';
import { forAll } from '../support/property';

const using = (...used: string[]): Currencies => ({ ...NO_CURRENCIES, used });
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('an amount', () => {
  for (const [amount, currency, text] of [
    [48_000, 'EUR', '€48,000'],
    [12_000, 'GBP', '£12,000'],
    [1_500_000, 'JPY', '¥1,500,000'],
    [99.6, 'USD', '$100'],
    [7, 'CAD', '$7'],
    [0, 'EUR', '€0'],
    [48_000, NO_CURRENCY, '48,000'],
    [48_000, 'CHF', 'CHF 48,000'],
    [5, 'QQQ', 'QQQ 5'],
  ] as const) {
    it(`in the only currency of a pipeline is as short as can be: ${text}`, () => {
      for (const currencies of [NO_CURRENCIES, using(currency), using(currency, NO_CURRENCY)])
        assert.equal(plain(moneyIn(currencies, 'en-US').one({ amount, currency })), text);
    });
  }

  for (const [used, locale, texts] of [
    [['USD', 'CAD'], 'en-US', ['USD 100', 'CA$100']],
    [['USD', 'CAD'], 'en-GB', ['US$100', 'CA$100']],
    [['EUR', 'USD'], 'en-US', ['€100', '$100']],
    [['EUR', 'USD', 'AUD'], 'en-US', ['€100', 'USD 100', 'A$100']],
    [['JPY', 'CNY'], 'en-US', ['JPY 100', 'CN¥100']],
    [['SEK', 'NOK', 'DKK', 'GBP'], 'en-US', ['SEK 100', 'NOK 100', 'DKK 100', '£100']],
    // In Danish, one of them would differ by a point alone.
    [['DKK', 'SEK'], 'da', ['100 DKK', '100 SEK']],
  ] as const) {
    it(`is told apart from those of ${used.join(', ')} in ${locale}`, () => {
      const { one } = moneyIn(using(...used), locale);
      assert.deepEqual(
        used.map(currency => plain(one({ amount: 100, currency }))),
        texts,
      );
    });
  }

  it('is short for narrow places, and told apart there too', () => {
    assert.equal(moneyIn(using('EUR'), 'en-US').short({ amount: 1_250_000, currency: 'EUR' }), '€1.3M');
    assert.equal(moneyIn(using('CAD', 'AUD'), 'en-US').short({ amount: 48_000, currency: 'AUD' }), 'A$48K');
  });

  it('is short in sums, too, in the same order', () => {
    const { shortSums } = moneyIn({ ...using('EUR', 'GBP'), own: 'GBP' }, 'en-US');
    assert.equal(shortSums({ EUR: 212_000, GBP: 36_500 }), '£36.5K + €212K');
    assert.equal(shortSums({}), '');
  });

  it('is written as the reader writes it', () => {
    assert.equal(plain(moneyIn(using('EUR'), 'de-DE').one({ amount: 48_000, currency: 'EUR' })), '48.000 €');
  });

  it('never looks like that in another currency of the pipeline', () => {
    const code = fc.constantFrom(...Intl.supportedValuesOf('currency'));
    const locale = fc.constantFrom(
      'en',
      'en-GB',
      'en-CA',
      'de',
      'fr',
      'es-MX',
      'sv',
      'da',
      'nb',
      'ja',
      'zh',
      'hi',
      'ar',
      'pt-BR',
    );
    forAll(
      fc.tuple(
        fc.uniqueArray(code, { minLength: 2, maxLength: 12 }),
        locale,
        fc.integer({ min: 0, max: 5e6 }),
      ),
      ([used, name, amount]) => {
        const { one, short } = moneyIn(using(...used), name);
        for (const format of [one, short]) {
          const texts = used.map(currency => format({ amount, currency }).normalize('NFKC').toLowerCase());
          assert.equal(new Set(texts).size, used.length, `${used.join()} ${name} ${texts.join()}`);
        }
      },
      500,
    );
  });

  it('never does among all currencies that there are', () => {
    const all = Intl.supportedValuesOf('currency');
    const { one } = moneyIn(using(...all), 'en');
    assert.equal(new Set(all.map(currency => one({ amount: 100, currency }))).size, all.length);
  });
});

describe('amounts in a row', () => {
  const currencies: Currencies = {
    own: 'USD',
    rates: { GBP: 1.3, JPY: 0.007 },
    used: ['AUD', 'EUR', 'GBP', 'JPY', 'USD'],
  };

  it('begin with the team’s, then go by worth at its rates, then by code', () => {
    const { sums, inOrder } = moneyIn(currencies, 'en-GB');
    assert.deepEqual(inOrder({ AUD: 9e9, EUR: 5e9, GBP: 10, JPY: 100_000, USD: 1, XXX: 7 }), [
      ...['USD', 'JPY', 'GBP', 'AUD', 'EUR', 'XXX'],
    ]);
    assert.equal(sums({ AUD: 300, JPY: 100, GBP: 1000, USD: 5 }), 'US$5 + £1,000 + ¥100 + A$300');
    assert.equal(sums({}), '');
  });

  it('go by code where the team has no currency', () => {
    assert.deepEqual(moneyIn({ ...currencies, own: null }).inOrder({ USD: 1, GBP: 5 }), ['GBP', 'USD']);
  });

  it('of several pipelines begin with the currency of all of their teams', () => {
    const other = { own: 'USD', rates: {}, used: ['CAD'] };
    assert.deepEqual(together([currencies, other]), {
      ...currencies,
      used: ['AUD', 'CAD', 'EUR', 'GBP', 'JPY', 'USD'],
    });
    assert.deepEqual(together([currencies, { ...other, own: 'CAD' }]).own, null);
    assert.deepEqual(together([]), NO_CURRENCIES);
  });
});

describe('the currencies of a pipeline', () => {
  it('are those of its deals, its team and its quota, also when a deal comes or goes', () => {
    const process = makeProcess({
      currency: 'EUR',
      rates: new Map([['GBP', 1.2]]),
      quota: new Map([['2026-Q4', { amount: 5, currency: 'CHF' }]]),
    });
    const deal = (path: string, currency: string) =>
      readDeal(path, file(`stage: proposal\nvalue: 0\ncurrency: ${currency}`), process);
    const pipeline = new Pipeline(process, [deal('a.md', 'USD')]);
    assert.deepEqual(pipeline.currencies, { own: 'EUR', rates: { GBP: 1.2 }, used: ['CHF', 'EUR', 'USD'] });
    pipeline.set(deal('b.md', 'CAD'));
    assert.deepEqual(pipeline.currencies.used, ['CAD', 'CHF', 'EUR', 'USD']);
    pipeline.delete('a.md');
    assert.deepEqual(pipeline.currencies.used, ['CAD', 'CHF', 'EUR']);
  });
});
