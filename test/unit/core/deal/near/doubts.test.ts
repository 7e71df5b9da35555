import assert from 'node:assert/strict';
import { makeProcess } from '../../../../../src/core/process/process';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { sentenceOf } from '../../../../../src/words/sentence';
import { file } from '../../../support/deals';
import { waysOut } from './support';

const after = (line: string, code: Parameters<typeof waysOut>[1], process = makeProcess()) =>
  waysOut(`stage: proposal\n${line}`, code, process).map(told =>
    told.after.map(one => one.replace('stage: proposal\n', '')),
  );

describe('a value with a point before three digits', () => {
  for (const [written, ...ways] of [
    ['48.000', '48000', '48'],
    ['1.500', '1500'],
    ['999.125', '999125'],
    ['7.000 # net', '7000 # net', '7 # net'],
  ])
    it(`is doubted, and offered as both: ${written}`, () =>
      assert.deepEqual(after(`value: ${written}`, 'doubtful-value'), [ways.map(way => `value: ${way}`)]));

  for (const written of ['48000', '48.5', '48.50', '0.500', '48.0000', '"48.000"', '1234.000', '48', '48.'])
    it(`is not doubted otherwise: ${written}`, () =>
      assert.deepEqual(after(`value: ${written}`, 'doubtful-value'), []));

  it('is not doubted in a currency that has three decimals', () => {
    assert.deepEqual(after('value: 48.125\ncurrency: KWD', 'doubtful-value'), []);
    assert.deepEqual(after('value: 48.125', 'doubtful-value', makeProcess({ currency: 'BHD' })), []);
    assert.equal(
      after('value: 48.125\ncurrency: EUR', 'doubtful-value', makeProcess({ currency: 'BHD' })).length,
      1,
    );
  });

  it('is doubted also where the currency is none', () =>
    assert.deepEqual(after('value: 48.125\ncurrency: euros', 'doubtful-value'), [
      ['value: 48125\ncurrency: euros'],
    ]));
});

describe('a probability below one percent', () => {
  for (const [written, meant] of [
    ['0.4', '40'],
    ['0.07', '7'],
    ['.5', '50'],
    ['0.625', '62.5'],
    ['0.29', '29'],
  ])
    it(`is doubted, and offered in percent: ${written}`, () =>
      assert.deepEqual(after(`probability: ${written}`, 'doubtful-probability'), [
        [`probability: ${meant}`],
      ]));

  for (const written of ['0', '1', '40', '1.5', '"0.4"'])
    it(`is not doubted otherwise: ${written}`, () =>
      assert.deepEqual(after(`probability: ${written}`, 'doubtful-probability'), []));
});

describe('a day whose year was probably mistyped', () => {
  // Today is 2026-11-20.
  for (const [line, ...ways] of [
    ['close_date: 2206-12-18', 'close_date: 2026-12-18', 'close_date: 2027-12-18'],
    ['next_step_on: 2062-01-05', 'next_step_on: 2027-01-05'],
    ['created: 0026-09-01', 'created: 2026-09-01', 'created: 2025-09-01'],
    ['close_date: 1026-12-18', 'close_date: 2026-12-18', 'close_date: 2027-12-18'],
    ['close_date: 2096-02-29'],
  ] as const)
    it(`is doubted, and offered in a year that is near: ${line}`, () =>
      assert.deepEqual(after(line, 'doubtful-date'), [ways]));

  for (const line of ['close_date: 2056-12-18', 'created: 1996-01-01', 'close_date: 2020-01-01'])
    it(`is not doubted otherwise: ${line}`, () => assert.deepEqual(after(line, 'doubtful-date'), []));
});

describe('several in one entry', () => {
  for (const [line, mended] of [
    ['tags: ["hardware, renewal"]', 'tags: ["hardware", "renewal"]'],
    ['tags: ["hardware, renewal", 2026, hot]', 'tags: ["hardware", 2026, hot, renewal]'],
    ['tags:\n  - hardware, renewal\n  - hot', 'tags:\n  - hardware\n  - hot\n  - renewal'],
    ['contacts: R. Lee, B. Kim', 'contacts: [R. Lee, B. Kim]'],
    ['contacts: R. Lee; B. Kim', 'contacts: [R. Lee, B. Kim]'],
  ] as const)
    it(`are told, and parted: ${line.replaceAll('\n', ' | ')}`, () =>
      assert.deepEqual(after(line, 'several-in-one'), [[mended]]));

  for (const [line, ways] of [
    ['tags: hot lead', ['tags: [hot, lead]', 'tags: [hot lead]']],
    ['tags: hot new lead', ['tags: [hot, new, lead]', 'tags: [hot new lead]']],
    ['tags: hot  lead', ['tags: [hot, lead]']],
    ['owner: dana, tom', ['owner: dana', 'owner: tom']],
    ['owner: "@dana; @tom.k"', ['owner: "dana"', 'owner: "tom.k"']],
    ['owner: Dana Fox, Tom Kay', ['owner: Dana Fox', 'owner: Tom Kay']],
  ] as const)
    it(`are told, and may be one or the other: ${line}`, () =>
      assert.deepEqual(after(line, 'several-in-one'), [ways]));

  it('are told of the key that the team has for it', () => {
    const process = makeProcess({ fields: new Map([['owner', 'rep']]) });
    const entry = readDeal('acme.md', file('stage: proposal\nrep: dana, tom'), process);
    assert.ok(entry.kind === 'deal');
    assert.match(entry.problems.map(sentenceOf).join(), /“rep”/);
  });

  it('are told at what is written', () =>
    assert.deepEqual(
      waysOut('stage: proposal\nowner: dana, tom', 'several-in-one').map(({ place }) => place),
      ['3:8-17 hint'],
    ));

  it('are no owner that is named as in a chat', () => {
    assert.deepEqual(after('owner: "@dana" # x', 'doubtful-name'), [['owner: "dana" # x']]);
    assert.deepEqual(after('owner: dana@acme.example', 'doubtful-name'), []);
    assert.deepEqual(after('owner: "@dana fox"', 'doubtful-name'), []);
    assert.deepEqual(after('owner: dana', 'doubtful-name'), []);
  });

  for (const line of [
    'tags: hardware, renewal',
    'tags: [hardware, renewal]',
    'tags: ["hot,"]',
    'contacts: Lee, Robert',
    'contacts: R. Lee',
    'contacts: R. Lee, Kim',
    'tags: [2026, hot]',
    'tags: hot',
    'tags: "#hot #lead"',
    'tags: what is this?',
    'owner: Lee, Robert',
    'owner: Sales and Marketing',
    'owner: dana',
    'account: acme, beta',
  ])
    it(`are not what is one, or several already: ${line}`, () =>
      assert.deepEqual(after(line, 'several-in-one'), []));
});

describe('tags in brackets with their signs, which are no YAML', () => {
  for (const [line, mended] of [
    ['tags: [#renewal]', 'tags: [renewal]'],
    ['tags: [hardware, #renewal]', 'tags: [hardware, renewal]'],
    ['tags: [#hardware #renewal]', 'tags: [hardware, renewal]'],
    ['tags: [ #a, #b ]\ntitle: A', 'tags: [a, b]\ntitle: A'],
  ] as const)
    it(`are written without: ${line.replaceAll('\n', ' | ')}`, () =>
      assert.deepEqual(after(line, 'invalid-yaml'), [[mended]]));
});
