import assert from 'node:assert/strict';
import fc from 'fast-check';
import { callsFromFile, readCalls } from '../../../../src/core/calls/readCalls';
import { sentenceOf } from '../../../../src/words/sentence';
import { assertProblem } from '../../support/deals';
import { HOSTILE } from '../../support/hostile';
import { forAll } from '../../support/property';

const LINE = '{on: 2026-10-05, period: 2026-Q4, amount: 120000}';

function problemsOf(text: string) {
  return readCalls(text, 'EUR').problems;
}

describe('a forecast.yaml', () => {
  it('has the calls of each owner, with the team’s currency where they name none', () => {
    const text = `# Ours\ndana:\n  - ${LINE}\n  - {on: 2026-11-02, period: 2027-Q1, amount: 9000.5, currency: gbp}\n\nteam: [${LINE}]\nsam:\n`;
    const { calls, problems } = readCalls(text, 'EUR');
    assert.deepEqual(problems, []);
    assert.deepEqual(calls, [
      { owner: 'dana', on: '2026-10-05', period: '2026-Q4', money: { amount: 120000, currency: 'EUR' } },
      { owner: 'dana', on: '2026-11-02', period: '2027-Q1', money: { amount: 9000.5, currency: 'GBP' } },
      { owner: 'team', on: '2026-10-05', period: '2026-Q4', money: { amount: 120000, currency: 'EUR' } },
    ]);
    assert.equal(readCalls(text, undefined).calls[0]!.money.currency, 'XXX');
  });

  for (const text of ['', '# Nothing yet\n', 'dana:\n', 'dana: []\n'])
    it(`may hold nothing: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readCalls(text, 'EUR'), { calls: [], problems: [] });
    });

  for (const [what, text, code, line, words] of [
    ['a list', `- ${LINE}\n`, 'wrong-type', 1, /^Expected calls below the name of an owner/],
    [
      'a call that is none',
      `dana:\n  - 120000\n`,
      'wrong-type',
      2,
      /expected a call, such as .*found 120000/,
    ],
    ['no list of them', `dana: ${LINE}\n`, 'wrong-type', 1, /expected a list of calls/],
    [
      'a key near one',
      `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amout: 5}\n`,
      'unknown-key',
      2,
      /Did you mean `amount`/,
    ],
    ['a missing day', `dana:\n  - {period: 2026-Q4, amount: 5}\n`, 'wrong-type', 2, /has no `on`/],
    [
      'a day that is none',
      `dana:\n  - {on: 2026-02-30, period: 2026-Q4, amount: 5}\n`,
      'invalid-date',
      2,
      /no day 2026-02-30/,
    ],
    ['no day', `dana:\n  - {on: friday, period: 2026-Q4, amount: 5}\n`, 'invalid-date', 2, /expected a day/],
    [
      'another way to write a quarter',
      `dana:\n  - {on: 2026-10-05, period: Q4 2026, amount: 5}\n`,
      'wrong-type',
      2,
      /Did you mean 2026-Q4\?/,
    ],
    [
      'a fifth quarter',
      `dana:\n  - {on: 2026-10-05, period: 2026-Q5, amount: 5}\n`,
      'wrong-type',
      2,
      /Expected a quarter/,
    ],
    [
      'an amount that is none',
      `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: €5k}\n`,
      'invalid-value',
      2,
      /expected an amount/,
    ],
    [
      'an amount below nothing',
      `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: -5}\n`,
      'invalid-value',
      2,
      /found -5/,
    ],
    [
      'a point in thousands',
      `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: 120.000}\n`,
      'doubtful-value',
      2,
      /Did you mean 120000/,
    ],
    [
      'an amount beyond all counting',
      `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: 1e300}\n`,
      'invalid-value',
      2,
      /expected an amount/,
    ],
    [
      'more than a day',
      `dana:\n  - {on: 2026-10-05T, period: 2026-Q4, amount: 5}\n`,
      'invalid-date',
      2,
      /expected a day/,
    ],
    [
      'a currency that is no text',
      `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: 5, currency: .nan}\n`,
      'invalid-currency',
      2,
      /currency code/,
    ],
    [
      'a currency that is none',
      `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: 5, currency: €}\n`,
      'invalid-currency',
      2,
      /currency code/,
    ],
    [
      'a day behind the quarter',
      `dana:\n  - {on: 2027-01-05, period: 2026-Q4, amount: 5}\n`,
      'doubtful-date',
      2,
      /2027-01-05.*that quarter was over/,
    ],
    [
      'more before a day',
      `dana:\n  - {on: x2026-02-30, period: 2026-Q4, amount: 5}\n`,
      'invalid-date',
      2,
      /expected a day/,
    ],
    [
      'a quarter that is a number',
      `dana:\n  - {on: 2026-10-05, period: 4, amount: 5}\n`,
      'wrong-type',
      2,
      /Expected a quarter/,
    ],
    ...['true', 'null', '""'].map(
      amount =>
        [
          `an amount of ${amount}`,
          `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: ${amount}}\n`,
          ...(['invalid-value', 2, /expected an amount/] as const),
        ] as const,
    ),
    ...['xEUR', 'EURO'].map(
      currency =>
        [
          `a currency called ${currency}`,
          `dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: 5, currency: ${currency}}\n`,
          ...(['invalid-currency', 2, /currency code/] as const),
        ] as const,
    ),
    [
      'the same day twice',
      `Dana:\n  - ${LINE}\n\ndana:\n  - ${LINE}\n`,
      'call-twice',
      5,
      /two calls of dana for 2026-Q4 from 2026-10-05/,
    ],
    ['no name', `? [a]\n: []\n`, 'wrong-type', 1, /expected? the name of an owner/i],
    ['YAML that is none', `dana: [\n`, 'invalid-yaml', 2, /./],
    ['an owner twice', `dana:\n  - ${LINE}\ndana:\n`, 'duplicate-key', 3, /dana/],
    ['a conflict', `<<<<<<< a\ndana:\n=======\n>>>>>>> b\n`, 'conflict-markers', 1, /conflict/],
  ] as const)
    it(`is told at its line with the way out: ${what}`, () => {
      const { calls, problems } = readCalls(text, 'EUR');
      assert.ok(calls.every(({ money }) => typeof money.amount === 'number'));
      assertProblem(
        problems.find(problem => problem.code === code),
        code,
        line,
        words,
      );
    });

  it('goes on behind what is wrong', () => {
    const { calls, problems } = readCalls(`dana:\n  - {on: soon}\n  - ${LINE}\nsam: 5\n`, 'EUR');
    assert.equal(calls.length, 1);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 2, 4],
    );
  });

  it('is taken for the owner of the name, whatever blanks are in the quotes around it', () => {
    assert.equal(readCalls(`" dana ": [${LINE}]\n`, 'EUR').calls[0]!.owner, 'dana');
  });

  it('may have a call of as much as can be counted', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const { calls, problems } = readCalls(`dana: [${LINE.replace('120000', `${most}`)}]\n`, 'EUR');
    assert.deepEqual([calls[0]?.money.amount, problems], [most, []]);
  });

  it('may have a call of nothing', () => {
    const { calls, problems } = readCalls('dana:\n  - {on: 2026-10-05, period: 2026-Q4, amount: 0}\n', 'EUR');
    assert.deepEqual([calls[0]?.money.amount, problems], [0, []]);
  });

  it('is told at the day itself that lies behind the quarter', () => {
    const [problem] = problemsOf('dana:\n  - {period: 2026-Q4, on: 2027-01-05, amount: 5}\n');
    assert.equal(problem!.column, 27);
  });

  it('may be as long as nobody’s ever is, and no longer', () => {
    const text = `dana:\n  - ${LINE}\n#`;
    const longest = text.padEnd(1_000_000, 'x');
    assert.deepEqual([readCalls(longest, 'EUR').calls.length, problemsOf(longest)], [1, []]);
    const { calls, problems } = readCalls(`${longest}x`, 'EUR');
    assert.deepEqual(calls, []);
    assertProblem(problems[0], 'unreadable', 1, /1,000,000/);
  });

  it('may not be there, and is told by its name where it is no text or has faults', () => {
    assert.deepEqual(callsFromFile(undefined, { currency: 'EUR' }), { calls: [], problems: [] });
    const [problem] = problemsOf('dana: 5\n');
    const file = 'forecast.yaml';
    for (const there of [{ text: 'dana: 5\n' }, { problem: problem! }])
      assert.deepEqual(callsFromFile(there, { currency: 'EUR' }), {
        calls: [],
        problems: [{ ...problem, file }],
      });
    const read = callsFromFile({ text: `dana:\n  - ${LINE}\n` }, { currency: 'GBP' });
    assert.deepEqual([read.calls[0]?.money.currency, read.problems], ['GBP', []]);
  });

  it('offers the quarter that was meant, which is no guess', () => {
    const [problem] = problemsOf('dana:\n  - {on: 2026-10-05, period: "2026 q4", amount: 5}\n');
    assert.deepEqual(problem!.meant, ['2026-Q4']);
  });

  it('is never taken for another one, whatever is in it', () => {
    for (const hostile of Object.values(HOSTILE))
      for (const text of [
        hostile,
        `${JSON.stringify(hostile)}:\n  - ${LINE}\n`,
        `dana:\n  - {on: ${JSON.stringify(hostile)}}\n`,
      ])
        for (const problem of problemsOf(text)) assert.doesNotMatch(sentenceOf(problem), /[\n\r]/);
    forAll(fc.string(), text => void readCalls(text, undefined));
  });
});
