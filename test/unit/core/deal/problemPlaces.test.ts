import assert from 'node:assert/strict';
import { makeProcess } from '../../../../src/core/process/process';
import { file, read, readGood } from '../../support/deals';
import { sentenceOf } from '../../../../src/words/sentence';

const process = makeProcess({
  back: 'warn',
  fields: new Map([
    ['tags', 'labels'],
    ['contacts', 'people'],
    ['created', 'begun'],
  ]),
});

/** Each problem: its code, its line, the keys that lead to it, what is meant, and its words. */
const told = (head: string) => {
  const entry = read(file(head), process);
  const all =
    entry.kind === 'deal'
      ? entry.problems
      : entry.kind === 'attention'
        ? [entry.problem, ...(entry.others ?? [])]
        : [];
  return all.map(problem => {
    const { code, line, at, meant } = problem;
    return `${code} ${line} ${at?.join('.')} ${meant?.join() ?? '-'}: ${sentenceOf(problem)}`;
  });
};

describe('a problem is told at its place, with what may be meant', () => {
  for (const [head, ...expected] of [
    [
      'stage: closing\ncurrency: Euro',
      'invalid-currency 3 currency EUR: The currency is “Euro”, not a three-letter code such as EUR, so the value isn’t counted.',
    ],
    [
      'stage: closing\ncurrency: EUO',
      'unknown-currency 3 currency EUR: No currency has the code EUO, so the value is counted separately. Did you mean EUR?',
    ],
    [
      'stage: closing\ncurrency: QQQ',
      'unknown-currency 3 currency -: No currency has the code QQQ, so the value is counted separately. Check the code.',
    ],
    [
      'stage: closing\nvalue: lots\ncurrency: EUR',
      'invalid-value 3 value -: The value is the text “lots”, so it isn’t counted. Write a plain number, such as 48000, and put the currency in “currency”.',
    ],
    [
      'stage: closing\nforecast: comit',
      'invalid-forecast 3 forecast commit: The forecast is “comit”. It can be pipeline, best_case, commit, omitted.',
    ],
    [
      'stage: closing\nforecast: [commit]',
      'invalid-forecast 3 forecast -: The forecast is a list. It can be pipeline, best_case, commit, omitted.',
    ],
    [
      'stage: closing\nprobability: 101',
      'invalid-probability 3 probability -: The probability is 101, not a number from 0 to 100.',
    ],
    [
      'stage: closing\nbegun: soon',
      'invalid-date 3 created -: “begun” is “soon”, not a date. Write it like 2026-12-18.',
    ],
    [
      'stage: closing\nlabels: [{a: b}]',
      'invalid-text 3 tags -: “labels” isn’t a list of texts. Write it like [hardware, renewal].',
    ],
    [
      'stage: closing\nchecks: [{a: b}]',
      'invalid-text 3 checks -: “checks” isn’t a list of texts. Write it like [budget-confirmed, authority-known].',
    ],
    [
      'stage: closing\npeople: [5]',
      'invalid-text 3 contacts -: “people” has an entry without a name. Write it like {name: R. Lee, role: buyer}.',
    ],
    ['stage: closing\naccount: [x]', 'invalid-text 3 account -: “account” is a list, not text.'],
    [
      'stage: won',
      'stage-is-outcome 2 stage won: “won” is how a deal ends, not a stage. Write “status: won”, and in “stage” the stage it ended in.',
    ],
    [
      'stage: propsal\nstatus: wonn',
      'unknown-stage 2 stage proposal: There is no stage “propsal”. Did you mean “proposal”?',
      'unknown-status 3 status won: The status is “wonn”. It can be open, won or lost.',
    ],
    [
      'stage: [x]\nvalue: lots',
      'unknown-stage 2 stage -: The stage is a list, not the name of a stage. Choose one of: Lead generation, Prospecting, Qualification, Needs analysis, Proposal, Objections and negotiations, Closing.',
      'invalid-value 3 value -: The value is the text “lots”, so it isn’t counted. Write a plain number, such as 48000, and put the currency in “currency”.',
    ],
    [
      'stage: lead\nhistory:\n  - words\n',
      'invalid-history 4 history.0 -: Entry 1 of the history has no “on” and “stage”. It isn’t counted.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: soon, stage: lead}\n',
      'invalid-history 4 history.0.on -: Entry 1 of the history has no date in “on”. It isn’t counted.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-05, stage: propsal}\n',
      'invalid-history 4 history.0.stage proposal: Entry 1 of the history names no known stage (“propsal”). It isn’t counted.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-05, status: wonn}\n',
      'invalid-history 4 history.0.status won: Entry 1 of the history names no known status (“wonn”). It isn’t counted.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-05}\n',
      'invalid-history 4 history.0 -: Entry 1 of the history has neither “stage” nor “status”. It isn’t counted.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-04, stage: lead}\n  - {on: 2026-01-05, stage: lead, from: lead}\n',
      'invalid-history 5 history.1.from -: “from” in entry 2 of the history isn’t a stage the deal left. The entry counts without it.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-05, stage: lead, from: propsal}\n',
      'invalid-history 4 history.0.from proposal: “from” in entry 1 of the history is “propsal”, not the name of a stage. The entry counts without it.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-05, stage: lead, from: 5}\n',
      'invalid-history 4 history.0.from proposal: “from” in entry 1 of the history is 5, not the name of a stage. The entry counts without it.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-05, stage: lead, close_date: soon}\n',
      'invalid-date 4 history.0.close_date -: “close_date” in entry 1 of the history is “soon”, not a date. Write it like 2026-12-18.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-05, stage: lead}\n  - {on: 2026-01-04, stage: lead}\n',
      'history-order 5 history.1.on -: The history isn’t in date order. It’s read as if it were.',
    ],
    [
      'stage: closing\nhistory:\n  - {on: 2026-01-05, stage: lead}\n',
      'history-mismatch 2 stage lead-generation: The history ends in “lead-generation”, but the stage is “closing”. Add the missing line to the history.',
    ],
    [
      'stage: lead\nstatus: lost\nhistory:\n  - {on: 2026-01-05, stage: lead}\n  - {on: 2026-01-06, status: lost}\n  - {on: 2026-01-07, stage: closing}\n',
      'stage-behind-outcome 7 history.2.stage -: Entry 3 of the history names a stage after the deal was closed, so it isn’t counted. Add a line with “status: open” above it, or remove it.',
    ],
    [
      'stage: lead\nhistory:\n  - {on: 2026-01-05, stage: closing}\n  - {on: 2026-01-06, stage: lead}\n',
      'step-back 2 history.1.stage -: This deal moves back, from Closing to Lead generation.',
    ],
    ['stage: lead\nhistory: words', 'invalid-history 3 history -: The history is “words”, not a list.'],
  ] as const) {
    it(JSON.stringify(head), () => assert.deepEqual(told(head), expected));
  }
});

describe('a problem is worded', () => {
  for (const [head, ...words] of [
    ['stage: " "', /The stage is empty\./],
    ['stage: closing\nstatus: won\nbegun: 2026-02-01\nclosed_on: 2026-01-05', /2026-01-05.*2026-02-01/],
    [
      'stage: closing\nstatus: won\nbegun: 2026-02-01\nhistory: [{on: 2026-01-05, status: won}]',
      /2026-01-05.*2026-02-01/,
    ],
  ] as const) {
    it(`by ${JSON.stringify(head)}`, () => {
      for (const word of words) assert.match(told(head).join(), word);
    });
  }
});

const place = (head: string) => told(head).map(one => one.replace(/:.*/, ''));

describe('a problem is told', () => {
  for (const [head, ...expected] of [
    ['stage: open', 'unknown-stage 2 stage -'],
    ['stage: " "', 'unknown-stage 2 stage -'],
    ['stage: closing\nprobability: -1', 'invalid-probability 3 probability -'],
    ['stage: closing\nprobability: "50"', 'invalid-probability 3 probability -'],
    ['stage: closing\nprobability: [50]', 'invalid-probability 3 probability -'],
    ['stage: closing\nlabels: {a: b}', 'invalid-text 3 tags -'],
    [
      'stage: closing\nstatus: won\nbegun: 2026-02-01\nhistory: [{on: 2026-01-05, status: won}]',
      'closed-before-begun 4 created -',
    ],
    [
      'stage: closing\nstatus: won\nclosed_on: 2026-01-05\nhistory: [{on: 2026-01-05, status: lost}, {on: 2026-02-06, close_date: 2026-03-01}]',
      'history-outcome 3 status lost',
    ],
    [
      'stage: closing\nclosed_on: 2026-01-05\nhistory: [{on: 2026-01-05, status: lost}, {on: 2026-02-06, close_date: 2026-03-01}]',
      'open-with-outcome 3 closed_on lost,won',
      'history-outcome 2 status lost',
    ],
    [
      'stage: closing\nstatus: lost\nhistory: [{on: 2026-01-04, stage: lead}, {on: 2026-01-05, status: lost}, {on: 2026-01-06, stage: closing}]',
      'stage-behind-outcome 4 history.2.stage -',
    ],
    [
      'stage: lead\nhistory: [{on: 2026-01-04, stage: closing}, {on: 2026-01-05, status: open}, {on: 2026-01-06, stage: lead}]',
      'step-back 2 history.2.stage -',
    ],
  ] as const) {
    it(`of ${JSON.stringify(head)}`, () => assert.deepEqual(place(head), expected));
  }

  for (const head of [
    'stage: closing\nprobability: 100',
    'stage: closing\nprobability: 0',
    'stage: closing\ncurrency: " eur "',
    'stage: closing\nforecast: Best Case',
    'stage: lead\nhistory: [{on: 2026-01-05, stage: lead}, {on: 2026-01-05, status: open}]',
  ])
    it(`but not of ${JSON.stringify(head)}`, () => assert.deepEqual(place(head), []));
});

describe('what makes no sense', () => {
  it('is nothing to a deal whose stage requires it', () => {
    const strict = makeProcess({
      stages: { closing: { required: ['tags', 'contacts', 'value', 'region'] } },
    });
    const absent = (head: string) => readGood(file(`stage: closing\n${head}`), strict).deal.absent;
    assert.deepEqual(absent('tags: [{a: b}]\ncontacts: [5]\nvalue: lots\nregion: {a: b}'), [
      'tags',
      'contacts',
      'value',
    ]);
    assert.deepEqual(absent('tags: a\ncontacts: [R. Lee]\nvalue: 0\nregion: x'), []);
    assert.deepEqual(absent('tags: []\ncontacts:\nvalue: ~\nregion: ""'), [
      'tags',
      'contacts',
      'value',
      'region',
    ]);
  });

  it('leaves no lines in a history', () =>
    assert.deepEqual(readGood(file('stage: closing\nhistory: words')).deal.history, []));
});

describe('a title that YAML takes for something else', () => {
  for (const [head, title] of [
    ['title: 0042', '0042'],
    ['"title": 0042', '42'],
    ['"title": True', 'true'],
    ['x: &n true\ntitle: *n', 'true'],
    ['title: TRUE', 'TRUE'],
    ['title: 1.50 # ours', '1.50'],
  ] as const) {
    it(`is ${title} by ${JSON.stringify(head)}, whatever the notes say`, () =>
      assert.equal(readGood(file(`stage: closing\n${head}`, 'title: 0042\n')).deal.title, title));
  }
});
