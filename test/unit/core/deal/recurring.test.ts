import assert from 'node:assert/strict';
import fc from 'fast-check';
import { IN_A_YEAR, PERIODS } from '../../../../src/core/recurring';
import { file, readGood } from '../../support/deals';
import { forAll } from '../../support/property';
import { sentenceOf } from '../../../../src/words/sentence';
import { offers } from './fixes/support/offered';

const read = (lines: string) => readGood(file(`stage: proposal\n${lines}`));
const counted = (lines: string) => read(lines).deal.value?.amount;
const told = (lines: string) => read(lines).problems.map(one => `${one.code}: ${sentenceOf(one)}`);

describe('a value that recurs', () => {
  for (const [lines, amount] of [
    ['value: 500\nvalue_period: month\nterm: 24', 12_000],
    ['value: 500\nvalue_period: month', 6_000],
    ['value: 500\nvalue_period: quarter', 2_000],
    ['value: 500\nvalue_period: year', 500],
    ['value: 500\nvalue_period: Year\nterm: 3', 1_500],
    ['value: 0.1\nvalue_period: year\nterm: 3', 0.3],
    ['value: 500\nvalue_period:\nterm:', 500],
    ['value: 500', 500],
    // What makes no sense is left out.
    ['value: 500\nvalue_period: week\nterm: 24', 500],
    ['value: 500\nvalue_period: month\nterm: 1.5', 6_000],
    ['value: 500\nterm: 24', 500],
  ] as const)
    it(`counts with its contract: ${lines.replaceAll('\n', ', ')}`, () =>
      assert.equal(counted(lines), amount));

  it('is the contract’s in its own currency, and keeps what the file says', () => {
    const { deal } = read('value: 500\ncurrency: USD\nvalue_period: month\nterm: 24');
    assert.deepEqual(deal.value, { amount: 12_000, currency: 'USD' });
    assert.deepEqual(deal.valueEach, { amount: 500, currency: 'USD' });
    assert.deepEqual([deal.valuePeriod, deal.term], ['month', 24]);
  });

  it('is as much for a year as without a term', () =>
    forAll(fc.tuple(fc.nat(1e9), fc.constantFrom(...PERIODS)), ([value, period]) => {
      const lines = `value: ${value}\nvalue_period: ${period}`;
      assert.equal(counted(`${lines}\nterm: ${IN_A_YEAR[period]}`), counted(lines));
    }));
});

describe('what is wrong with how a value recurs', () => {
  for (const [lines, says] of [
    [
      'value_period: monthly',
      'invalid-value-period: “value_period” is “monthly”, so the value counts once. It can be month, quarter, year.',
    ],
    [
      'value_period: 12',
      'invalid-value-period: “value_period” is 12, so the value counts once. It can be month, quarter, year.',
    ],
    ...['0', '-3', '1.5', '24 months', '[24]', '"24"', '5000'].map(term => [
      `value_period: month\nterm: ${term}`,
      /^invalid-term: “term” is .*, so a year counts\. Write for how many periods/,
    ]),
    [
      'term: 24',
      'term-without-period: “term” needs “value_period”: month, quarter or year. Without it the value counts once.',
    ],
  ] as const) {
    it(String(lines).replaceAll('\n', ', '), () => {
      const [problem, ...others] = told(`value: 500\n${String(lines)}`);
      assert.deepEqual(others, []);
      if (typeof says === 'string') assert.equal(problem, says);
      else assert.match(problem!, says as RegExp);
    });
  }

  for (const own of ['net 30', '24 months', '[a, b]'])
    it(`nothing, where “term: ${own}” is a key of the team’s own`, () =>
      assert.deepEqual(told(`value: 500\nterm: ${own}`), []));

  const lines = (...rest: readonly string[]) => ['stage: x', 'value: 500', ...rest].join('\n');
  const removed = (key: string) => [`Remove “${key}”`, 'offered', lines()] as const;
  offers([
    [
      'invalid-value-period',
      lines('value_period: monthly'),
      ['Change to “month”', 'safe', lines('value_period: month')],
    ],
    [
      'invalid-value-period',
      lines('value_period: yeer'),
      ['Change to “year”', 'preferred', lines('value_period: year')],
    ],
    [
      'invalid-value-period',
      lines('value_period: 12'),
      ...PERIODS.map(one => [`Change to “${one}”`, 'offered', lines(`value_period: ${one}`)] as const),
      removed('value_period'),
    ],
    [
      'invalid-term',
      lines('value_period: month', 'term: 2 years'),
      ['Change to “24”', 'safe', lines('value_period: month', 'term: 24')],
    ],
    [
      'invalid-term',
      lines('value_period: month', 'term: "24"'),
      ['Change to “24”', 'safe', lines('value_period: month', 'term: 24')],
    ],
    [
      'invalid-term',
      lines('value_period: year', 'term: 18 months'),
      ['Remove “term”', 'offered', lines('value_period: year')],
    ],
    [
      'term-without-period',
      lines('term: 24'),
      ...PERIODS.map(
        one =>
          [`Set “value_period” to ${one}`, 'offered', lines(`value_period: ${one}`, 'term: 24')] as const,
      ),
      removed('term'),
    ],
    [
      'invalid-value',
      'stage: x\nvalue: 30k/yr',
      ['Change to 30000 and the period to year', 'preferred', 'stage: x\nvalue: 30000\nvalue_period: year'],
    ],
    [
      'invalid-value',
      'stage: x\nvalue: 6k/yr\nvalue_period: month\nterm: 24',
      [
        'Change to 6000 and the period to year',
        'preferred',
        'stage: x\nvalue: 6000\nvalue_period: year\nterm: 2',
      ],
    ],
  ]);
});
