import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isCalendarDate } from '../../../../src/core/calendar';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealOf, type Entry } from '../../../../src/core/deal/entry';
import { isCurrencyCode } from '../../../../src/core/money';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { assertProblem, file, makeDeal, read, readBad, readGood } from '../../support/deals';
import { styledFile } from '../../support/frontMatters';
import { forAll } from '../../support/property';
import { sentenceOf } from '../../../../src/words/sentence';

function contactsOf({ contacts }: Deal): string[] {
  return contacts.map(({ name = '-', role = '-', email = '-' }) => `${name}/${role}/${email}`);
}

/** What is wrong with one more line of a deal that is fine otherwise. */
function problemsOf(lines: string) {
  return readGood(file(`stage: proposal\n${lines}`)).problems;
}

describe('a deal is read', () => {
  for (const [written, name] of [
    ['"[[Acme]]"', 'Acme'],
    ["'[[Accounts/Acme.md#People]]'", 'Acme'],
    ['"[[Acme Corp|Acme]]"', 'Acme'],
    ['"[[ ]]"', '[[ ]]'],
    ['"[[a]] and [[b]]"', '[[a]] and [[b]]'],
    ['"[[.md]]"', '.md'],
    ['"[Acme]"', '[Acme]'],
  ] as const) {
    it(`with the name of the note that is linked: ${written}`, () => {
      const { deal, problems } = readGood(file(`stage: proposal\naccount: ${written}\n`));
      assert.equal(deal.account, name);
      assert.deepEqual(problems, []);
    });
  }

  it('with all its fields', () => {
    const { deal, problems } = readGood(
      file(
        `title: Acme, warehouse scanners
account: Acme Corp
owner: dana
source: referral
contacts:
  - {name: R. Lee, role: decision maker, email: r.lee@acme.example, phone: 12}
  - Imke Bruns
stage: Proposal
status: lost
value: 48000.5
currency: eur
probability: 0
forecast: Best case
created: 2026-09-01
close_date: "2026-12-18"
closed_on: 2026-11-20
next_step: Send the revised quote
next_step_on: 2026-11-30
lost_reason: price
tags: [hardware, 2027]
checks: budget-confirmed, authority-known
history:
  - {on: 2026-09-01, stage: lead-generation}
  - {on: 2026-09-10, stage: Proposal, status: Open}
  - {on: 2026-11-20, status: Closed-Lost, reason: price}
`,
        '# Acme\n\n## Log\n\n- 2026-11-19 call: asked for a reference\n- 2026-11-02 mail\n',
      ),
    );
    assert.deepEqual(problems, []);
    // Fields that came later are not in this file.
    assert.deepEqual(deal, {
      ...makeDeal(),
      path: 'deals/acme.md',
      title: 'Acme, warehouse scanners',
      account: 'Acme Corp',
      owner: 'dana',
      source: 'referral',
      contacts: [
        { name: 'R. Lee', role: 'decision maker', email: 'r.lee@acme.example', more: '{"phone":12}' },
        { name: 'Imke Bruns', role: undefined, email: undefined },
      ],
      stage: 'proposal',
      status: 'lost',
      value: { amount: 48000.5, currency: 'EUR' },
      probability: 0,
      forecast: 'best_case',
      created: '2026-09-01',
      closeDate: '2026-12-18',
      closedOn: '2026-11-20',
      nextStep: 'Send the revised quote',
      nextStepOn: '2026-11-30',
      lostReason: 'price',
      tags: ['hardware', '2027'],
      checks: ['budget-confirmed', 'authority-known'],
      absent: [],
      history: [
        { on: '2026-09-01', stage: 'lead-generation', status: undefined },
        { on: '2026-09-10', stage: 'proposal', status: 'open' },
        { on: '2026-11-20', stage: undefined, status: 'lost', more: '{"reason":"price"}' },
      ],
      lastActivity: { on: '2026-11-19', what: 'call: asked for a reference' },
      activeBefore: ['2026-11-02'],
      saidBefore: ['mail'],
    });
  });

  it('from a stage alone, without complaint', () => {
    const { deal, problems } = readGood(file('stage: closing'));
    assert.deepEqual(deal, makeDeal({ path: 'deals/acme.md', title: 'acme', stage: 'closing' }));
    assert.deepEqual(problems, []);
  });

  it('that was won or lost in a stage that nobody knows', () => {
    for (const status of ['won', 'Closed Lost']) {
      const { deal, problems } = readGood(
        file(`stage: Unknown\nstatus: ${status}\nclosed_on: 2026-03-01\nlost_reason: ~`),
      );
      assert.equal(deal.stageNotKnown, true);
      assert.deepEqual(problems, []);
    }
    const known = makeProcess({ stages: { closing: { label: 'Unknown' } } });
    const own = dealOf(read(file('stage: unknown\nstatus: won'), known))!;
    assert.equal(own.stage, 'closing');
    assert.equal(own.stageNotKnown, undefined);
  });

  it('with keys that stand there and say nothing, without complaint', () => {
    const keys =
      'title account owner status value currency probability forecast contacts created close_date closed_on next_step tags checks history';
    assert.deepEqual(
      problemsOf(
        keys
          .split(' ')
          .map(key => `${key}:`)
          .join('\n'),
      ),
      [],
    );
  });

  it('with the pipeline’s currency where it names none', () => {
    const process = makeProcess({ currency: 'CHF' });
    assert.deepEqual(readGood(file('stage: closing\nvalue: 5'), process).deal.value, {
      amount: 5,
      currency: 'CHF',
    });
    assert.deepEqual(readGood(file('stage: closing\nvalue: 5')).deal.value, { amount: 5, currency: 'XXX' });
    assert.deepEqual(
      readGood(file('stage: closing\nvalue: 5\ncurrency: USD'), process).deal.value?.currency,
      'USD',
    );
  });

  for (const [title, text] of [
    ['Its title', file('stage: closing\ntitle: Its title', '# Heading\n')],
    ['Heading', file('stage: closing', '\nText\n\n## Log\n\n# Heading ##\n')],
    ['Heading', file('stage: closing\ntitle: ""', '# Heading\r\ntext')],
    ['acme', file('stage: closing', '#Heading\n## Log\n')],
    ['Heading', file('stage: closing', '```sh\n# a comment\n~~~\n# one more\n```\n# Heading\n')],
    ['acme', file('stage: closing', '  ~~~\n# a comment\n```\n# one more\n')],
    ['two lines', file('stage: closing\ntitle: |\n  two\n  lines')],
    ['2027', file('stage: closing\ntitle: 2027')],
    ['0042', file('stage: closing\ntitle: 0042 # their number')],
    ['1.10', file('stage: closing\r\ntitle:  1.10 \r').replaceAll('\r\r', '\r')],
    ['True', file('stage: closing\ntitle: True')],
    ['255', file('stage: closing\nx: &n 0xff\ntitle: *n')],
  ] as const) {
    it(`titled ${title} by ${JSON.stringify(text)}`, () => assert.equal(readGood(text).deal.title, title));
  }

  for (const [written, tags] of [
    ['[hardware, Renewal]', ['hardware', 'Renewal']],
    ['hardware', ['hardware']],
    ['"hardware, renewal,  "', ['hardware', 'renewal']],
    ['[a, a, "  ", null, "b\\n c"]', ['a', 'b c']],
    ['[]', []],
    ['~', []],
  ] as const) {
    it(`with its tags from ${written}`, () => {
      const { deal, problems } = readGood(file(`stage: proposal\ntags: ${written}`));
      assert.deepEqual([deal.tags, problems], [tags, []]);
    });
  }

  it('with those of its tags that are texts, and told of the others', () => {
    const { deal, problems } = readGood(file('stage: proposal\ntags: [hardware, {a: b}, [c]]'));
    assert.deepEqual(deal.tags, ['hardware']);
    assertProblem(problems[0], 'invalid-text', 3, /“tags” isn’t a list of texts/);
    assert.deepEqual(readGood(file('stage: proposal\ntags: {a: b}')).deal.tags, []);
  });

  for (const [written, contacts] of [
    ['R. Lee', ['R. Lee/-/-']],
    ['{email: r.lee@acme.example}', ['-/-/r.lee@acme.example']],
    ['[{name: "R.\\n Lee", role: 7}, Imke]', ['R. Lee/7/-', 'Imke/-/-']],
    ['[]', []],
  ] as const) {
    it(`with its contacts from ${written}`, () => {
      const { deal, problems } = readGood(file(`stage: proposal\ncontacts: ${written}`));
      assert.deepEqual(contactsOf(deal), contacts);
      assert.deepEqual(problems, []);
    });
  }

  for (const written of [
    '[R. Lee, {phone: 12}]',
    '[R. Lee, [x]]',
    '[R. Lee, 5]',
    '[R. Lee, {name: [x]}, ~]',
  ]) {
    it(`with those of its contacts that say who it is, and told of the others: ${written}`, () => {
      const { deal, problems } = readGood(file(`stage: proposal\ncontacts: ${written}`));
      assert.deepEqual(contactsOf(deal), ['R. Lee/-/-']);
      assertProblem(problems[0], 'invalid-text', 3, /without a name/);
      assert.equal(problems.length, 1);
    });
  }

  it('with the close dates that its history names', () => {
    const lines = [
      '{on: 2026-01-01, stage: proposal, close_date: 2026-02-01}',
      '{on: 2026-01-05, close_date: 2026-03-01}',
      '{on: 2026-01-06, stage: closing, close_date: soon}',
    ];
    const { deal, problems } = readGood(file(`stage: closing\nhistory:\n  - ${lines.join('\n  - ')}`));
    assert.deepEqual(
      deal.history.map(({ stage, closeDate }) => [stage, closeDate]),
      [
        ['proposal', '2026-02-01'],
        [undefined, '2026-03-01'],
        ['closing', undefined],
      ],
    );
    assert.equal(problems.length, 1);
    assertProblem(
      problems[0],
      'invalid-date',
      6,
      /“close_date” in entry 3 of the history is “soon”, not a date/,
    );
  });

  it('with its history in the order of its days', () => {
    const { deal, problems } = readGood(
      file(
        'stage: proposal\nhistory:\n  - {on: 2026-03-01, stage: proposal}\n  - {on: 2026-01-01, stage: lead}',
      ),
    );
    assert.deepEqual(
      deal.history.map(({ on }) => on),
      ['2026-01-01', '2026-03-01'],
    );
    assertProblem(problems[0], 'history-order', 5, /isn’t in date order/);
  });

  it('with keys that every object inherits', () => {
    const text = file(
      'stage: proposal\n__proto__: {status: won, value: 5}\nconstructor: 1\npeople: {__proto__: {a: 1}}',
    );
    const { deal, problems } = readGood(text);
    assert.deepEqual([deal.status, deal.value, problems], ['open', undefined, []]);
  });

  it('and a file without a stage is a note, whatever else it has', () => {
    for (const text of ['', '# Acme\n', file(''), file('# stage: closing'), file('title: Acme')]) {
      assert.deepEqual(read(text), { kind: 'note', path: 'deals/acme.md' });
    }
    assert.notEqual(read(file('__proto__: {stage: closing}')).kind, 'deal');
  });
});

describe('a file needs attention', () => {
  it('whose deal is open in a stage that nobody knows', () => {
    for (const status of ['', 'status: open'])
      assertProblem(readBad(file(`stage: unknown\n${status}`)), 'unknown-stage', 2, /no stage/);
  });

  for (const [value, there] of [
    ['42', '42, not the name of a stage'],
    ['true', 'true, not the name of a stage'],
    ['', 'empty'],
    ['~', 'empty'],
    ['[proposal]', 'a list, not the name of a stage'],
    ['{proposal: x}', 'a group of keys, not the name of a stage'],
    ['""', 'empty'],
    ['.nan', 'NaN, not the name of a stage'],
  ] as const) {
    it(`whose stage is ${value || 'left out'}`, () => {
      assertProblem(
        readBad(file(`title: Acme\nstage: ${value}`)),
        'unknown-stage',
        3,
        new RegExp(`The stage is ${there}\\. Choose one of: Lead generation, .*, Closing\\.`),
      );
    });
  }

  it('whose stage is misspelt, with the one that was meant', () => {
    for (const [written, meant] of [
      ['Propossal', 'proposal'],
      ['needs-analisis', 'needs-analysis'],
      ['CLOSSING', 'closing'],
    ]) {
      assertProblem(
        readBad(file(`title: Acme\nstage: ${written}`)),
        'unknown-stage',
        3,
        new RegExp(`no stage “${written}”\\. Did you mean “${meant}”\\?`),
      );
    }
  });

  it('whose stage is none, with the list of them', () => {
    for (const name of ['Demo day', '__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      assertProblem(readBad(file(`stage: ${name}`)), 'unknown-stage', 2, /The stages are Lead generation, /);
    }
  });

  it('with the labels of the team in the list of stages', () => {
    const process = makeProcess({ stages: { proposal: { label: 'Angebot' } } });
    assert.match(sentenceOf(readBad(file('stage: 1'), process)), /Needs analysis, Angebot, Objections/);
  });

  it('whose status is none', () => {
    for (const [value, there] of [
      ['paused', '“paused”'],
      ['[won]', 'a list'],
      ['1', '1'],
      ['constructor', '“constructor”'],
    ] as const) {
      const problem = readBad(file(`stage: closing\nstatus: ${value}`));
      assert.deepEqual([problem.code, problem.line], ['unknown-status', 3]);
      assert.equal(sentenceOf(problem), `The status is ${there}. It can be open, won or lost.`);
    }
  });

  it('under its title, or its name where the title cannot be read', () => {
    const titled = read(file('title: Acme\nstage: nowhere'));
    const broken = read(file('title: Acme: scanners\nstage: closing'), DEFAULT_PROCESS, 'a/b/Acme.MD');
    assert.deepEqual(
      [titled, broken].map(entry => entry.kind === 'attention' && entry.title),
      ['Acme', 'Acme'],
    );
  });

  it('with a message on one line, however long and odd the value', () => {
    const problem = readBad(file(`stage: "${'x\\n '.repeat(5000)}"`));
    assert.ok(sentenceOf(problem).length < 300);
    assert.doesNotMatch(sentenceOf(problem), /\n/);
  });
});

describe('a field that makes no sense is left out and told', () => {
  for (const [line, code, words] of [
    ['value: 48.000,00', 'invalid-value', /the text “48.000,00”, so it isn’t counted\. Write a plain number/],
    ['value: "48000"', 'invalid-value', /the text “48000”/],
    ['value: 48k', 'invalid-value', /Write a plain number, such as 48000/],
    ['value: -5', 'invalid-value', /The value is -5/],
    ['value: .nan', 'invalid-value', /The value is NaN/],
    ['value: .inf', 'invalid-value', /The value is Infinity/],
    ['value: 1e300', 'invalid-value', /The value is 1e\+300/],
    ['value: [1]', 'invalid-value', /The value is a list/],
    ['value: true', 'invalid-value', /The value is true/],
    ['currency: euros', 'invalid-currency', /“euros”, not a three-letter code such as EUR/],
    ['currency: constructor', 'invalid-currency', /not a three-letter code/],
    ['currency: __proto__', 'invalid-currency', /not a three-letter code/],
    ['currency: {EUR: 1}', 'invalid-currency', /The currency is a group of keys/],
    ['probability: 101', 'invalid-probability', /101, not a number from 0 to 100/],
    ['probability: 50%', 'invalid-probability', /“50%”, not a number from 0 to 100/],
    ['forecast: sure', 'invalid-forecast', /“sure”. It can be pipeline, best_case, commit, omitted/],
    ['forecast: [commit]', 'invalid-forecast', /a list/],
    ['created: 2026-02-30', 'invalid-date', /“2026-02-30”, not a date\. Write it like 2026-12-18/],
    ['close_date: 18.12.2026', 'invalid-date', /Write it like 2026-12-18/],
    ['closed_on: soon', 'invalid-date', /“closed_on” is “soon”/],
    ['next_step_on: 20261218', 'invalid-date', /20261218, not a date/],
    ['created: [2026-01-01]', 'invalid-date', /a list, not a date/],
    ['created: !!timestamp 2026-01-01', 'invalid-date', /not a date/],
    ['title: [a]', 'invalid-text', /“title” is a list, not text/],
    ['owner: {name: dana}', 'invalid-text', /“owner” is a group of keys, not text/],
    ['history: yesterday', 'invalid-history', /The history is “yesterday”, not a list/],
    [
      'history: [yesterday]',
      'invalid-history',
      /Entry 1 of the history has no “on” and “stage”\. It isn’t counted/,
    ],
    ['history: [[]]', 'invalid-history', /Entry 1 of the history has no “on” and “stage”/],
    ['history: [{stage: lead}]', 'invalid-history', /Entry 1 of the history has no date in “on”/],
    ['history: [{on: 2026-02-30, stage: lead}]', 'invalid-history', /has no date in “on”/],
    ['history: [{on: 2026-02-03, stage: x}]', 'invalid-history', /names no known stage \(“x”\)/],
    ['history: [{on: 2026-02-03, stage: 3}]', 'invalid-history', /names no known stage \(3\)/],
    ['history: [{on: 2026-02-03, status: x}]', 'invalid-history', /names no known status \(“x”\)/],
    ['history: [{on: 2026-02-03}]', 'invalid-history', /has neither “stage” nor “status”/],
  ] as const) {
    it(line, () => {
      const problems = problemsOf(`owner_2: kim\n${line}`);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assertProblem(problems[0], code, 4, words);
      assert.equal(problems[0]!.severity, 'warning');
    });
  }

  it('and the rest of the deal counts', () => {
    const { deal, problems } = readGood(
      file(
        'stage: closing\nvalue: lots\ncreated: never\nowner: dana\nhistory: [1, {on: 2026-01-02, stage: closing}]',
      ),
    );
    assert.deepEqual(
      [deal.stage, deal.owner, deal.value, deal.created],
      ['closing', 'dana', undefined, undefined],
    );
    assert.equal(deal.history.length, 1);
    assert.deepEqual(problems.map(({ line }) => line).sort(), [3, 4, 6]);
  });

  it('and an amount is not counted in a currency that is none', () => {
    assert.equal(readGood(file('stage: closing\nvalue: 5\ncurrency: money')).deal.value, undefined);
  });

  it('and -0 is 0', () => {
    const { amount } = readGood(file('stage: closing\nvalue: -0')).deal.value!;
    assert.ok(Object.is(amount, 0));
  });
});

describe('reading never fails', () => {
  const yamlValue = fc.oneof(
    fc.constantFrom(
      '~',
      '[]',
      '{}',
      '[[a], {b: [c]}]',
      '"',
      '.nan',
      '-1',
      '2026-02-30',
      '*x',
      '&x y',
      '!!set {a}',
    ),
    fc.constantFrom(
      '!!timestamp 2026-01-01',
      '!!binary aGk=',
      '|',
      '>-\n  a\n\n b',
      '<<',
      '{__proto__: 1}',
      '%',
    ),
    fc.constantFrom(
      'open',
      'won',
      'proposal',
      'Closing',
      '2026-01-05',
      '50',
      'EUR',
      '- a',
      '[{on: 2026-01-01}]',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const keys =
    'stage stage title account owner status value currency probability created closed_on history <<';
  const key = fc.oneof(
    fc.constantFrom(...keys.split(' '), '__proto__', 'constructor', '"stage"', '? stage\n'),
    fc.string({ maxLength: 6 }),
  );
  const yamlish = fc
    .array(fc.tuple(key, yamlValue), { maxLength: 8 })
    .map(pairs => file(pairs.map(([name, value]) => `${name}: ${value}`).join('\n')));
  const marks = fc.constantFrom(
    '---',
    '---\n',
    '\n',
    '\r\n',
    '...',
    'stage: proposal\n',
    '\uFEFF',
    '<<<<<<< a\n',
    '=======\n',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(fc.oneof(marks, fc.string({ maxLength: 5 })), { maxLength: 12 }).map(some => some.join('')),
  );

  it('on any text', () => forAll(anything, text => assertSound(read(text), text), 300));

  it('on any front matter', () => forAll(yamlish, text => assertSound(read(text), text), 300));

  it('and reads deals in all their styles', () => {
    forAll(styledFile, ({ text, stage }) => assert.equal(readGood(text).deal.stage, stage), 200);
  });
});

/** Asserts that an entry is what the types say, and that each problem points to a line of the text. */
function assertSound(entry: Entry, text: string): void {
  const lines = text.split('\n').length;
  const problems = entry.kind === 'deal' ? entry.problems : entry.kind === 'attention' ? [entry.problem] : [];
  for (const { says, line } of problems) {
    const message = sentenceOf({ says });
    assert.ok(message.length > 10 && line >= 1 && line <= Math.max(2, lines), `${line}: ${message}`);
  }
  if (entry.kind === 'deal') assertDeal(entry.deal);
}

function assertDeal(deal: Deal): void {
  assert.ok(STAGE_IDS.includes(deal.stage));
  assert.ok(['open', 'won', 'lost'].includes(deal.status));
  assert.ok(typeof deal.title === 'string' && deal.title !== '');
  for (const text of [deal.account, deal.owner, deal.nextStep, deal.lostReason]) {
    assert.ok(text === undefined || (typeof text === 'string' && text !== ''));
  }
  for (const on of [deal.created, deal.closeDate, deal.closedOn, deal.nextStepOn]) {
    assert.ok(on === undefined || isCalendarDate(on));
  }
  assert.ok(!deal.value || (Number.isFinite(deal.value.amount) && isCurrencyCode(deal.value.currency)));
  assert.ok(deal.probability === undefined || (deal.probability >= 0 && deal.probability <= 100));
  for (const { on, stage, status } of deal.history) {
    assert.ok(isCalendarDate(on) && (stage !== undefined || status !== undefined));
  }
}
