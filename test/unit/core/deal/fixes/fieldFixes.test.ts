import assert from 'node:assert/strict';
import { makeProcess } from '../../../../../src/core/process/process';
import { file } from '../../../support/deals';
import { offered, offers, type Case, type Manner } from './support/offered';

const STAGES = [
  ...['lead-generation', 'prospecting', 'qualification', 'needs-analysis'],
  ...['proposal', 'negotiation', 'closing'],
];
const LABELS = [
  ...['Lead generation', 'Prospecting', 'Qualification', 'Needs analysis'],
  ...['Proposal', 'Objections and negotiations', 'Closing'],
];

/** Each name is offered, and none is preferred. */
const each = (names: readonly string[], after: (name: string) => string) =>
  names.map(name => [`Change to “${name}”`, 'offered', after(name)] as const);

describe('a stage that there is not', () => {
  offers([
    ['unknown-stage', 'stage: propsal', ['Change to “proposal”', 'preferred', 'stage: proposal']],
    ['unknown-stage', 'stage: " propsal"', ['Change to “proposal”', 'preferred', 'stage: "proposal"']],
    // Where nobody can tell, all there are, in the way in which the file writes names.
    ['unknown-stage', 'stage: nonsense', ...each(STAGES, name => `stage: ${name}`)],
    ['unknown-stage', 'stage: " nonsense "', ...each(STAGES, name => `stage: "${name}"`)],
    ['unknown-stage', 'stage: Nonsense', ...each(LABELS, name => `stage: ${name}`)],
    ['unknown-stage', 'stage: no sense', ...each(LABELS, name => `stage: ${name}`)],
    ['unknown-stage', 'stage:\n  - proposal', ['Change to “proposal”', 'preferred', 'stage: proposal']],
  ]);

  it('may be one of several, the likeliest first', () => {
    const process = makeProcess({
      stages: { proposal: { label: 'Pitch a' }, closing: { label: 'Pitch b' } },
    });
    const manners = offered(file('stage: pitch'), 'unknown-stage', process).map(([, manner]) => manner);
    assert.deepEqual(manners, ['preferred', 'offered']);
  });
});

describe('a forecast that there is not', () => {
  const names = ['pipeline', 'best_case', 'commit', 'omitted'];
  offers([
    [
      'invalid-forecast',
      'stage: x\nforecast: comit',
      ['Change to “commit”', 'preferred', 'stage: x\nforecast: commit'],
    ],
    ...['hm', '5'].map((word): Case => [
      'invalid-forecast',
      `stage: x\nforecast: ${word}`,
      ...each(names, name => `stage: x\nforecast: ${name}`),
    ]),
  ]);
});

describe('a currency that is no code', () => {
  const change = (code: string, manner: Manner) =>
    [`Change to “${code}”`, manner, `stage: x\ncurrency: ${code}`] as const;
  offers([
    ['invalid-currency', 'stage: x\ncurrency: €', change('EUR', 'safe')],
    [
      'invalid-currency',
      'stage: x\ncurrency: " Kč "',
      ['Change to “CZK”', 'safe', 'stage: x\ncurrency: "CZK"'],
    ],
    ['unknown-currency', 'stage: x\ncurrency: EUO', change('EUR', 'preferred')],
    [
      'invalid-currency',
      'stage: x\ncurrency: dollars',
      ...[change('USD', 'preferred'), change('CAD', 'offered'), change('AUD', 'offered')],
    ],
    ['invalid-currency', 'stage: x\ncurrency: 5'],
    [
      'invalid-currency',
      'stage: x\ncurrency: [EUR]',
      ['Change to “EUR”', 'preferred', 'stage: x\ncurrency: EUR'],
    ],
    ['invalid-currency', 'stage: x\ncurrency: crown'],
  ]);
});

describe('an amount that is no number', () => {
  const both = 'Change to 48000 and the currency to ';
  offers([
    [
      'invalid-value',
      'stage: x\nvalue: 48k EUR',
      [`${both}EUR`, 'safe', 'stage: x\nvalue: 48000\ncurrency: EUR'],
    ],
    [
      'invalid-value',
      'stage: x\nvalue: 48k EUR\ncurrency:',
      [`${both}EUR`, 'safe', 'stage: x\nvalue: 48000\ncurrency: EUR'],
    ],
    [
      'invalid-value',
      'stage: x\nvalue: "48k"\ncurrency: EUR',
      ['Change to 48000', 'safe', 'stage: x\nvalue: 48000\ncurrency: EUR'],
    ],
    [
      'invalid-value',
      'stage: x\nvalue: 48k EUR\ncurrency: EUR',
      ['Change to 48000', 'safe', 'stage: x\nvalue: 48000\ncurrency: EUR'],
    ],
    // Nobody's currency is overruled unasked.
    [
      'invalid-value',
      'stage: x\nvalue: 48k USD\ncurrency: EUR',
      [`${both}USD`, 'preferred', 'stage: x\nvalue: 48000\ncurrency: USD'],
    ],
    ['invalid-value', 'stage: x\nvalue: 5 pcs'],
    ['invalid-value', 'stage: x\nvalue: [48k]'],
    ['invalid-value', 'stage: x\nvalue: -5'],
  ]);

  for (const value of ['48k XTS', '5 XXL', '5 top', '5 m EUR', '48 EURO']) {
    it(`is not changed unasked where a word of it may mean something else: ${value}`, () => {
      for (const [, manner] of offered(file(`stage: x\nvalue: ${value}`), 'invalid-value'))
        assert.notEqual(manner, 'safe');
    });
  }
});

describe('a probability that is no number', () => {
  const change = (written: string, percent: number, manner: Manner): Case => [
    'invalid-probability',
    `stage: x\nprobability: "${written}"`,
    [`Change to “${percent}”`, manner, `stage: x\nprobability: ${percent}`],
  ];
  offers([
    change('60 %', 60, 'safe'),
    change('1%', 1, 'safe'),
    change('0%', 0, 'safe'),
    change('0.6%', 0.6, 'safe'),
    change('62.50%', 62.5, 'safe'),
    change('62,5%', 62.5, 'safe'),
    change('0.4', 40, 'preferred'),
    change('0,4', 40, 'preferred'),
    change('0', 0, 'safe'),
    change('1.5', 1.5, 'safe'),
    change('100.0', 100, 'safe'),
    // A share of one, or a percentage.
    change('0.6', 60, 'preferred'),
    change('1', 1, 'preferred'),
    // More digits than a number keeps.
    change('33.3333333333333%', 33.3333333333333, 'safe'),
    change('33.33333333333333%', 33.33333333333333, 'preferred'),
    ['invalid-probability', 'stage: x\nprobability: high'],
    ['invalid-value', 'stage: x\nvalue: 5 top'],
    ['invalid-date', 'stage: x\nclose_date: in 1000 years'],
    ['invalid-probability', 'stage: x\nprobability: 130'],
    ['invalid-probability', 'stage: x\nprobability: [60%]'],
  ]);
});

describe('a date that is none', () => {
  const change = (day: string, manner: Manner) =>
    [`Change to “${day}”`, manner, `stage: x\nclose_date: ${day}`] as const;
  offers([
    ['invalid-date', 'stage: x\nclose_date: [2026-01-05]', change('2026-01-05', 'preferred')],
    ['invalid-date', 'stage: x\nclose_date: 2026/1/5', change('2026-01-05', 'safe')],
    ['invalid-date', 'stage: x\nclose_date: 31.12.2026', change('2026-12-31', 'safe')],
    ['invalid-date', 'stage: x\nclose_date: 12/31/2026', change('2026-12-31', 'safe')],
    // Two days, or the last of a month that has no such day.
    [
      'invalid-date',
      'stage: x\nclose_date: 1/2/2026',
      ...[change('2026-02-01', 'offered'), change('2026-01-02', 'offered')],
    ],
    ['invalid-date', 'stage: x\nclose_date: 2026-02-31', change('2026-02-28', 'preferred')],
    ['invalid-date', 'stage: x\nclose_date: 2024-02-30', change('2024-02-29', 'preferred')],
    ['invalid-date', 'stage: x\nclose_date: 2026-04-31', change('2026-04-30', 'preferred')],
    ['invalid-date', 'stage: x\nclose_date: 2026-31-12', change('2026-12-31', 'preferred')],
    ['invalid-date', 'stage: x\nclose_date: 2026-02-32'],
    ['invalid-date', 'stage: x\nclose_date: 2026-12-00'],
    ['invalid-date', 'stage: x\nclose_date: 00.12.2026'],
    // Each a day of its own somewhere on earth, and no one’s guess.
    ...(
      [
        ['2026-12-31T23:00:00.000Z', '2026-12-31', '2027-01-01'],
        ['2026-12-31 12:00Z', '2026-12-31', '2027-01-01'],
        ['2026-12-31T03:00:00Z', '2026-12-31', '2026-12-30'],
      ] as const
    ).map(([written, ...days]): Case => {
      const head = `stage: x\nclose_date: ${written}`;
      return ['invalid-date', head, ...days.map(day => change(day, 'offered'))];
    }),
    // A digit too many: of the years near by, the nearest first.
    [
      'invalid-date',
      'stage: x\nclose_date: 20226-12-31',
      ...[change('2026-12-31', 'offered'), change('2022-12-31', 'offered')],
    ],
    ['invalid-date', 'stage: x\nclose_date: 20277-12-31', change('2027-12-31', 'preferred')],
    ['invalid-date', 'stage: x\nclose_date: 99999-12-31'],
    ['invalid-date', 'stage: x\nclose_date: 20226-13-31'],
    // A clock with no zone, or with its own, says the day where it hangs.
    ['invalid-date', 'stage: x\nclose_date: 2026-12-31T23:00', change('2026-12-31', 'preferred')],
    ['invalid-date', 'stage: x\nclose_date: 2026-12-31T23:00:00+01:00', change('2026-12-31', 'preferred')],
  ]);
});

describe('a date in other signs or words', () => {
  const day = (written: string, quoted: string, manner?: Manner, meant = '2026-12-31'): Case => [
    'invalid-date',
    `stage: x\nclose_date: ${written}`,
    ...(manner
      ? [[`Change to “${meant}”`, manner, `stage: x\nclose_date: ${quoted.replace('DAY', meant)}`] as const]
      : []),
  ];
  offers([
    // The same signs in another shape.
    day('２０２６-１２-３１', 'DAY', 'safe'),
    day('２０２６．１２．３１', 'DAY', 'safe'),
    day('2026–12–31', 'DAY', 'safe'),
    day('2026‑12−31', 'DAY', 'safe'),
    day('2026年12月31日', 'DAY', 'safe'),
    day('2026년 12월 31일', 'DAY', 'safe'),
    day('2026年2月3日', 'DAY', 'safe', '2026-02-03'),
    day('2026年12月', 'DAY', 'preferred'),
    // With the link, a way to the note of that day would be lost.
    day('"[[2026-12-31]]"', '"DAY"', 'preferred'),
    day('"[[daily/2026-12-31|New Year’s Eve]]"', '"DAY"', 'preferred'),
    day('"[[2026-13-31]]"', ''),
    day('"[[Acme 2026-12-31]]"', ''),
    // In the words of four languages, where all that know them say the same day.
    day('31 Dez 2026', 'DAY', 'preferred'),
    day('31. Dezember 2026', 'DAY', 'preferred'),
    day('31 déc. 2026', 'DAY', 'preferred'),
    day('31 de diciembre de 2026', 'DAY', 'preferred'),
    day('1 août 2027', 'DAY', 'preferred', '2027-08-01'),
    day('31 Foo 2026', ''),
    day('2026–2027', ''),
  ]);
});

describe('a criterion that is not met', () => {
  const process = makeProcess({
    stages: {
      qualification: { exitCriteria: [{ id: 'budget', text: 'They have a budget' }] },
      proposal: { exitCriteria: [{ id: 'date', text: 'We know the date' }] },
    },
  });
  const tick = (id: string) => `Mark “${id}” as met`;
  const checklist = (stage: string) => `Insert the checklist for “${stage}”`;

  it('is ticked, or comes into the notes with the others of its stage', () => {
    const text = file('stage: qualification');
    assert.deepEqual(offered(text, 'unmet-criterion', process), [
      [tick('budget'), 'offered', file('stage: qualification\nchecks:\n  - budget')],
      [
        checklist('Qualification'),
        'offered',
        file('stage: qualification', 'Notes.\n\n## Qualification\n\n- [ ] They have a budget\n'),
      ],
    ]);
  });

  it('is only ticked where its box stands in the notes', () => {
    const text = file('stage: qualification', '# Qualification\n\n- [ ] They have a budget\n');
    assert.deepEqual(offered(text, 'unmet-criterion', process), [
      [tick('budget'), 'offered', text.replace('[ ]', '[x]')],
    ]);
  });

  it('has a fix of its own where several are told in one', () => {
    const text = file('stage: negotiation');
    assert.deepEqual(
      offered(text, 'unmet-criterion', process).map(([title]) => title),
      [tick('budget'), tick('date'), checklist('Qualification'), checklist('Proposal')],
    );
  });

  it('has the checklist of the stage that wants it', () => {
    const text = file('stage: proposal\nchecks: [budget]');
    assert.deepEqual(
      offered(text, 'unmet-criterion', process).map(([title]) => title),
      [tick('date'), checklist('Proposal')],
    );
  });
});
