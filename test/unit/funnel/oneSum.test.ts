import assert from 'node:assert/strict';
import { makeReport } from '../../../src/core/metrics/report';
import { makeProcess } from '../../../src/core/process/process';
import type { Money } from '../../../src/core/money';
import { moneyIn } from '../../../src/core/moneyFormat';
import { withOneSum } from '../../../src/webview/parts/forecast/oneSum';
import { anyDeals } from '../support/pipelines';
import { date, makeDeal } from '../support/deals';
import { forAll } from '../support/property';
import { AS_OF } from '../support/workedExample';

const RATES = { GBP: 1.5, USD: 0.5 };
const inOne = (rates: Readonly<Record<string, number>>) =>
  moneyIn({ own: 'EUR', rates, used: ['EUR', 'GBP', 'SEK', 'USD'] }, 'en').inOne;
const process = makeProcess({ currency: 'EUR', rates: new Map(Object.entries(RATES)) });
const files = { needsAttention: 0, otherNotes: 0 };

describe('a forecast in one sum', () => {
  const deal = (path: string, amount: number, currency: string) =>
    makeDeal({ path, stage: 'closing', value: { amount, currency }, closeDate: date('2026-03-20') });
  const deals = [deal('a', 100, 'EUR'), deal('b', 10, 'GBP'), deal('c', 40, 'USD'), deal('d', 7, 'SEK')];
  const forecast = (quota?: Money) =>
    makeReport({
      ...{ deals, files, process, asOf: AS_OF },
      ...(quota && { quota: new Map([['2026-Q1', quota]]) }),
    }).forecast;

  it('has it beside those by currency, at the rates, and says what is not in it', () => {
    const one = withOneSum(forecast(), inOne(RATES));
    assert.deepEqual([one.measure, one.without], ['≈EUR', ['SEK']]);
    const value = { EUR: 100, GBP: 10, USD: 40, SEK: 7, '≈EUR': 135 };
    const [quarter] = one.forecast.quarters;
    for (const sum of [quarter!.single.commit, ...Object.values(quarter!.cumulative)])
      assert.deepEqual(sum, { count: 4, value });
    assert.deepEqual(one.forecast.months[0]!.single.commit.value, value);
  });

  it('is what the quota is held against, also one in another currency', () => {
    for (const [quota, amount] of [
      [{ amount: 270, currency: 'EUR' }, 270],
      [{ amount: 180, currency: 'GBP' }, 270],
    ] as const) {
      const { coverage } = withOneSum(forecast(quota), inOne(RATES)).forecast.quarters[0]!;
      assert.deepEqual(coverage, {
        ...{ quota: { amount, currency: '≈EUR' }, won: 0, missing: 270, open: 135 },
        ...{ coverage: 0.5, without: ['SEK'] },
      });
    }
    const odd = { amount: 70, currency: 'SEK' };
    assert.deepEqual(withOneSum(forecast(odd), inOne(RATES)).forecast.quarters[0]!.coverage!.quota, odd);
  });

  it('is as it was where there is nothing to convert', () => {
    const before = forecast();
    assert.deepEqual(withOneSum(before, inOne({})), { forecast: before, measure: undefined, without: [] });
  });

  it('changes no sum by currency, of any deals', () => {
    forAll(anyDeals, some => {
      const before = makeReport({ deals: some, files, process, asOf: AS_OF }).forecast;
      const { forecast: after, measure } = withOneSum(before, inOne(RATES));
      const text = JSON.stringify(after, (key, value: unknown) => (key === measure ? undefined : value));
      assert.equal(text, JSON.stringify(before));
    });
  });
});
