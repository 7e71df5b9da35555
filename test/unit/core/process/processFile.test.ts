import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { DEFAULT_PROCESS, findStage, stageOf, type Process } from '../../../../src/core/process/process';
import { readProcess } from '../../../../src/core/process/processFile';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { builtModule } from '../../support/builtModule';
import { assertProblem } from '../../support/deals';
import { forAll } from '../../support/property';
import { sentenceOf } from '../../../../src/words/sentence';

/** The process of a text with nothing wrong in it. */
function good(text: string) {
  const { process, problems } = readProcess(text);
  assert.deepEqual(problems, []);
  return process;
}

/** The one problem of a text, which must not keep the rest of it from counting. */
function problemOf(text: string) {
  const { process, problems } = readProcess(`min_sample: 9\n${text}`);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  assert.equal(process.minSample, 9);
  return problems[0]!;
}

describe('sales-process.yaml', () => {
  it('sets everything that a team may set', () => {
    const process = good(`
currency: eur
lost_reasons: [price, "no: budget"]
skip: warn
back: block
unmet_criteria: block
missing_fields: allow
history: none
min_sample: 10
rates: {GBP: 1.17, usd: 0.9}
quota:
  2026-Q4: 500000
  2027-Q1: {amount: 1.5e6, currency: gbp}
fields: {value: amount, account: value, status: status}
stages:
  needs-analysis:
    label: Discovery
    aliases: [workshop, "deep dive"]
    purpose: Find out.
    guidance: |
      Ask.
    questions: [Who decides?, "Why now: what happens if not?"]
    probability: 35
    forecast: commit
    stalled_after: 14
    idle_after: 7
    required: [amount, po_number]
    exit_criteria:
      - {id: budget, text: The budget is known.}
      - id: authority
        text: We know who signs.
  closing:
    probability: 0
  proposal:
`);
    const { currency, lostReasons, skip, back, writesHistory, minSample } = process;
    const { unmetCriteria, missingFields, required } = process;
    assert.deepEqual([unmetCriteria, missingFields, required], ['block', 'allow', ['value', 'po_number']]);
    assert.deepEqual(
      { currency, lostReasons, skip, back, writesHistory, minSample },
      {
        currency: 'EUR',
        lostReasons: ['price', 'no: budget'],
        skip: 'warn',
        back: 'block',
        writesHistory: false,
        minSample: 10,
      },
    );
    const needs = stageOf(process, 'needs-analysis');
    assert.deepEqual(
      { ...needs, aliases: needs.aliases.slice(-2) },
      {
        id: 'needs-analysis',
        label: 'Discovery',
        aliases: ['workshop', 'deep dive'],
        purpose: 'Find out.',
        guidance: 'Ask.',
        questions: ['Who decides?', 'Why now: what happens if not?'],
        probability: 35,
        forecast: 'commit',
        stalledAfter: 14,
        warn: {},
        idleAfter: 7,
        required: ['value', 'po_number'],
        exitCriteria: [
          { id: 'budget', text: 'The budget is known.' },
          { id: 'authority', text: 'We know who signs.' },
        ],
      },
    );
    const { rates, quota, fields } = process;
    assert.deepEqual(
      [...rates],
      [
        ['GBP', 1.17],
        ['USD', 0.9],
      ],
    );
    assert.deepEqual(
      [...quota],
      [
        ['2026-Q4', { amount: 500_000, currency: 'EUR' }],
        ['2027-Q1', { amount: 1_500_000, currency: 'GBP' }],
      ],
    );
    assert.deepEqual(
      [...fields],
      [
        ['value', 'amount'],
        ['account', 'value'],
      ],
    );
    assert.equal(stageOf(process, 'closing').probability, 0);
    assert.equal(findStage(process, 'Deep-Dive'), 'needs-analysis');
    assert.deepEqual(stageOf(process, 'proposal'), stageOf(DEFAULT_PROCESS, 'proposal'));
    assert.deepEqual(
      process.stages.map(({ id }) => id),
      STAGE_IDS,
    );
  });

  it('may be empty, or comments only, or begin with a byte order mark', () => {
    for (const text of ['', '\n', '# nothing yet\n', '~']) {
      assert.deepEqual(readProcess(text), { process: DEFAULT_PROCESS, problems: [] });
    }
    assert.equal(good('\uFEFFskip: block\r\nback: warn\r\n').skip, 'block');
  });
});

describe('a setting of the wrong type keeps its default and is told at its line', () => {
  for (const [text, line, words] of [
    ['currency: euros', 2, /Expected a three-letter currency code, such as EUR.*, but found “euros”/],
    ['currency: [EUR]', 2, /Expected a three-letter currency code.*, but found a list/],
    [
      '\n\nskip: maybe',
      4,
      /Expected allow, warn or block, but found “maybe”\. No deal is moved until this is fixed/,
    ],
    ['back: true', 2, /Expected allow.*, but found true/],
    ['unmet_criteria: yes', 2, /Expected allow, warn or block.*, but found “yes”/],
    ['missing_fields: 1', 2, /Expected allow, warn or block.*, but found 1/],
    ['stages:\n  proposal:\n    required: [value, status]', 4, /keys that people fill in/],
    ['stages:\n  proposal:\n    required: {value: true}', 4, /a name or a list of names/],
    ['history: git', 2, /file or none/],
    ['skip:\nback: warn', 2, /Expected allow.*, but found nothing/],
    ['lost_reasons: price', 2, /Expected a list of texts.*, but found “price”/],
    ['lost_reasons:\n  - price\n  - 5\n  - timing', 4, /Expected text.*, but found 5/],
    ['stages: [proposal]', 2, /Expected the stages by their ids.*, but found a list/],
    [
      'stages:\n  proposal: Angebot',
      3,
      /Expected settings of the stage, such as “label: …”.*, but found “Angebot”/,
    ],
    ['stages:\n  proposal:\n    label: [a]', 4, /Expected a name.*, but found a list/],
    ['stages:\n  proposal:\n    label: ""', 4, /Expected a name/],
    ['stages:\n  proposal:\n    aliases: bid', 4, /a list of texts/],
    ['stages:\n  proposal:\n    probability: 101', 4, /Expected a number from 0 to 100.*, but found 101/],
    ['stages:\n  proposal:\n    probability: 50%', 4, /Expected a number from 0 to 100.*, but found “50%”/],
    ['stages:\n  proposal:\n    probability: .nan', 4, /Expected a number.*, but found NaN/],
    ['stages:\n  proposal:\n    stalled_after: -1', 4, /a number from 0 to 3650/],
    ['stages:\n  proposal:\n    forecast: sure', 4, /pipeline, best_case, commit or omitted/],
    [
      'stages:\n  proposal:\n    exit_criteria: {a: b}',
      4,
      /a list of criteria, each with an `id` and a `text`/,
    ],
    ['stages:\n  proposal:\n    exit_criteria:\n      - id: a', 5, /a criterion with an `id` and a `text`/],
    [
      'stages:\n  proposal:\n    exit_criteria: [{id: 1, text: b}]',
      4,
      /Expected a short name.*, but found 1/,
    ],
  ] as const) {
    it(JSON.stringify(text), () => {
      const problem = problemOf(text);
      assertProblem(problem, 'wrong-type', line, words);
      assert.equal(problem.severity, 'warning');
    });
  }

  it('and the process is the default one but for what is right', () => {
    const { process } = readProcess(
      'skip: never\nback: warn\nstages: {proposal: {probability: x, label: Angebot}}',
    );
    const { label, probability } = stageOf(process, 'proposal');
    assert.deepEqual([process.skip, process.back, label, probability], ['allow', 'warn', 'Angebot', 50]);
  });

  it('also a key without a colon, at its own line', () => {
    assertProblem(
      readProcess('{\n  back: warn,\n  skip\n}').problems[0],
      'wrong-type',
      3,
      /allow, warn or block/,
    );
  });
});

describe('an unknown setting is told', () => {
  for (const [text, line, words] of [
    ['curency: EUR', 2, /no setting “curency”\. Did you mean `currency`\?/],
    ['Skip: allow', 2, /Did you mean `skip`\?/],
    ['colour: red', 2, /no setting “colour”\. It is ignored/],
    ['__proto__: {skip: block}', 2, /no setting “__proto__”/],
    ['constructor: x', 2, /no setting “constructor”/],
    ['stages:\n  propsal: {label: a}', 3, /Did you mean `proposal`\?/],
    [
      'stages:\n  demo: {label: a}',
      3,
      /no setting “demo”\. The seven stages are fixed; use a stage’s `label` to rename it/,
    ],
    ['stages:\n  proposal:\n    lable: a', 4, /Did you mean `label`\?/],
    ['quota: {2026-q1: 5}', 2, /no setting “2026-q1”\. Write a quarter, such as 2026-Q4/],
    ['rates: {pounds: 5}', 2, /no setting “pounds”\. Write a currency code, such as GBP/],
    ['fields: {amount: value}', 2, /no setting “amount”/],
  ] as const) {
    it(JSON.stringify(text), () => assertProblem(problemOf(text), 'unknown-key', line, words));
  }
});

describe('what fits nothing else in the file is told', () => {
  for (const [text, code, line, words] of [
    ['rates: {GBP: 1.17}', 'unused-rate', 2, /Add `currency`/],
    [
      'currency: EUR\nrates: {EUR: 2}',
      'unused-rate',
      3,
      /EUR is your team’s own currency, so its rate is always 1/,
    ],
    [
      'fields:\n  value: amount\n  account: amount',
      'duplicate-key',
      4,
      /`amount` is already the name of another field\. `account` keeps/,
    ],
    ['fields: {value: currency}', 'duplicate-key', 2, /`currency` is already the name of another field/],
    ['stages:\n  Needs Analysis: {label: A}', 'unknown-key', 3, /write `needs-analysis`/],
    [
      'stages:\n  closing:\n    exit_criteria:\n      - {id: a, text: b}\n      - {id: a, text: c}',
      'duplicate-key',
      6,
      /two criteria “a”/,
    ],
    [
      'lost_reasons: [&a price]\nskip: *a',
      'wrong-type',
      3,
      /Expected allow, warn or block, but found an alias/,
    ],
  ] as const) {
    it(JSON.stringify(text), () => assertProblem(problemOf(text), code, line, words));
  }

  it('and names that swap places are no clash', () => {
    assert.equal(good('fields: {value: account, account: value}').fields.size, 2);
    const { fields } = readProcess('fields: {value: account, account: customer, owner: customer}').process;
    assert.deepEqual(
      [...fields],
      [
        ['value', 'account'],
        ['account', 'customer'],
      ],
    );
  });

  it('and a quota is in no currency where the team has none', () => {
    assert.deepEqual([...good('quota: {2026-Q1: 5}').quota.values()], [{ amount: 5, currency: 'XXX' }]);
  });
});

describe('a problem is told at its exact place', () => {
  for (const [text, place] of [
    ['skip: maybe # not sure', '1:7-1:12'],
    ['\uFEFFcolour: red', '1:1-1:7'],
    ['skip:\nback: warn', '1:1-1:5'],
    ['stages:\n  proposal:\n    probability: 500\n', '3:18-3:21'],
    ['stages:\r\n  proposal:\r\n    lable: a\r\n', '3:5-3:10'],
    ['lost_reasons:\n  price: 1\n  timing: 2\n\nskip: warn', '2:3-3:12'],
    ['lost_reasons:\n  - price\n  -\n', '3:4-4:1'],
    ['skip: warn\nskip: block', '2:1-2:5'],
  ] as const) {
    it(JSON.stringify(text), () => {
      const { line, column, end } = readProcess(text).problems[0]!;
      assert.equal(`${line}:${column}-${end?.line}:${end?.column}`, place);
    });
  }
});

describe('a sales-process.yaml that cannot be read leaves the process as it was, and says so', () => {
  const { process: before } = readProcess('skip: block');
  for (const text of ['skip: a: b', '- skip', 'skip', 'skip: warn\nskip: warn', '['.repeat(200)]) {
    it(JSON.stringify(text.slice(0, 30)), () => {
      const { process, problems } = readProcess(text, before);
      assert.equal(process, before);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]!.severity, 'error');
      assert.match(
        sentenceOf(problems[0]!),
        /\. The previous settings stay in effect until this is fixed\.$/,
      );
      assert.match(
        sentenceOf(readProcess(text).problems[0]!),
        /The built-in process is used until this is fixed\.$/,
      );
    });
  }

  it('but an empty one is the default process', () => {
    assert.equal(readProcess('# nothing', before).process, DEFAULT_PROCESS);
  });
});

describe('a sales-process.yaml that cannot be read gives the default process and one problem', () => {
  for (const [text, code, line] of [
    ['skip: warn\nback: a: b', 'invalid-yaml', 2],
    ['skip: warn\nskip: block', 'duplicate-key', 2],
    ['skip: warn\nstages:\n\t- x', 'invalid-yaml', 3],
    ['skip: warn\n---\nback: warn', 'invalid-yaml', 2],
    ['- skip: warn', 'wrong-type', 1],
    ['skip: warn\n<<<<<<< ours\nback: block\n=======\nback: allow\n>>>>>>> theirs\n', 'conflict-markers', 2],
    ['<<<<<<< HEAD\r\n=======\r\nback: block\r\n>>>>>>> x\r\n', 'conflict-markers', 1],
    ['<<<<<<< a\nx: 1\n||||||| base\n=======\nx: 2\n>>>>>>> b', 'conflict-markers', 1],
    ['just words', 'wrong-type', 1],
    [`skip: warn\na: ${'['.repeat(200)}${']'.repeat(200)}`, 'too-deep', 1],
  ] as const) {
    it(JSON.stringify(text.slice(0, 30)), () => {
      const { process, problems } = readProcess(text);
      assert.deepEqual(process, { ...DEFAULT_PROCESS, unknownRules: problems[0] });
      assert.deepEqual(
        problems.map(problem => [problem.code, problem.line]),
        [[code, line]],
      );
    });
  }

  it('also at 5,000 levels of nesting, which would end the process', () => {
    const script = `
      const { readProcess } = require(process.argv[1]);
      for (const text of ['['.repeat(5000), 'a: ' + '{b: '.repeat(5000), '- '.repeat(5000)])
        console.log(readProcess(text).problems[0].code);`;
    const module = builtModule('src/core/process/processFile.ts');
    const output = execFileSync(process.execPath, ['-e', script, module], { encoding: 'utf8' });
    assert.deepEqual(output.trim().split('\n'), ['too-deep', 'too-deep', 'too-deep']);
  });
});

describe('a name that two stages have', () => {
  for (const [text, name, other] of [
    ['stages:\n  proposal: {label: Offer}\n  closing: {aliases: [offer]}', 'offer', 'proposal'],
    ['stages:\n  negotiation: {label: Talks}\n  proposal: {label: Closing}', 'Closing', 'closing'],
  ] as const) {
    it(`is told of, since deals mean either by it: ${name}`, () => {
      const { problems } = readProcess(text);
      assert.deepEqual(
        problems.map(({ code, line, says }) => [code, line, sentenceOf({ says })]),
        [
          [
            'duplicate-key',
            3,
            `“${name}” is already a name of the stage \`${other}\`. Give each stage its own names.`,
          ],
        ],
      );
    });
  }

  it('is nothing where the stage says its own name twice', () => {
    assert.deepEqual(readProcess('stages: {proposal: {label: Proposal, aliases: [proposal]}}').problems, []);
  });
});

describe('a rule that makes no sense', () => {
  it('stays what it was before, so that a slip opens no gate', () => {
    const { process: before } = readProcess('skip: block\nunmet_criteria: block');
    const { process, problems } = readProcess('skip: blok\nunmet_criteria: [block]', before);
    assert.deepEqual([process.skip, process.unmetCriteria], ['block', 'block']);
    assert.match(sentenceOf(problems[0]!), /It stays “block” until this is fixed/);
    assert.equal(readProcess('back: warn', before).process.skip, 'allow');
  });
});

describe('a rule that is misspelled, or in another place', () => {
  const rulesBy = (text: string, before?: Process) => readProcess(text, before);
  for (const [text, line, words] of [
    ['Back: block', 1, /no setting “Back”\. Did you mean `back`\? No deal is moved until this is fixed/],
    ['currency: EUR\nskips: block', 2, /Did you mean `skip`/],
    ['Skip: Block', 1, /Did you mean `skip`/],
    ['Skip: never', 1, /Did you mean `skip`/],
    ['winEarly: block', 1, /Did you mean `win_early`/],
    ['unmet-criteria: allow', 1, /Did you mean `unmet_criteria`/],
    ['Missing Fields: block', 1, /Did you mean `missing_fields`/],
    ['mising_field: block', 1, /Did you mean `missing_fields`/],
    ['rules:\n  back: block', 1, /no setting “rules” here\. The rule `back` belongs at the top level/],
    ['stages:\n  back: block', 2, /The rule `back` belongs at the top level/],
    ['stages:\n  proposal:\n    skip: block', 3, /The rule `skip` belongs at the top level/],
  ] as const) {
    it(`is told, and no deal is moved by what it was not meant to be: ${JSON.stringify(text)}`, () => {
      const { process, problems } = rulesBy(text);
      assert.equal(problems.length, 1);
      assert.deepEqual([problems[0]!.code, problems[0]!.line], ['unknown-key', line]);
      assert.match(sentenceOf(problems[0]!), words);
      assert.equal(process.unknownRules, problems[0]);
      // What was known before counts meanwhile.
      const { process: before } = readProcess('skip: block\nback: block\nwin_early: block');
      const { process: after, problems: told } = rulesBy(text, before);
      assert.equal(after.unknownRules, undefined);
      assert.match(sentenceOf(told[0]!), /It stays “(?:block|warn)” until this is fixed/);
      const rule = /`(skip|back)`/.exec(sentenceOf(told[0]!))?.[1] as 'skip' | 'back' | undefined;
      if (rule) assert.equal(after[rule], 'block');
    });
  }

  for (const text of [
    ...['colour: red', 'pack: 5', 'exit_criteria: [budget]', 'exit_criteria: block it', 'skipped: 3'],
    // The rule itself stands where it should.
    ...['back: allow\nBack: block', 'Skip: block\nskip: warn', 'skip: allow\nrules: {skip: block}'],
    ...['stages:\n  proposal:\n    lable: block', 'notes: {step: back}'],
  ]) {
    it(`is nothing that only looks a little like one: ${JSON.stringify(text)}`, () => {
      const { process, problems } = rulesBy(text);
      assert.equal(problems[0]?.code, 'unknown-key');
      assert.equal(process.unknownRules, undefined);
    });
  }

  for (const [gate, asked, line] of [
    ['missing_fields', 'stages:\n  proposal:\n    requires: [value]', 4],
    ['missing_fields', 'stages:\n  proposal:\n    Required: [value]', 4],
    ['missing_fields', 'stages:\n  proposal:\n    required: {value: true}', 4],
    ['missing_fields', 'stages:\n  propsal:\n    required: [value]', 3],
    ['missing_fields', 'stages:\n  - proposal: {required: [value]}', 3],
    ['missing_fields', 'stages:\n  proposal: [value]', 3],
    ['missing_fields', 'required: [value]', 2],
    ['unmet_criteria', 'stages:\n  proposal:\n    exit-criteria: [{id: a, text: A}]', 4],
    ['unmet_criteria', 'stages:\n  proposal:\n    criteria: [{id: a, text: A}]', 4],
    ['unmet_criteria', 'stages:\n  proposal:\n    exit_criteria: [budget]', 4],
    ['unmet_criteria', 'stages:\n  proposal:\n    exit_criteria: [{id: a}]', 4],
  ] as const) {
    it(`asks for what nobody can read, so no deal is moved where it blocks: ${JSON.stringify(asked)}`, () => {
      const { process, problems } = rulesBy(`${gate}: block\n${asked}`);
      assert.equal(problems.length, 1);
      assert.deepEqual([process.unknownRules?.line, process.unknownRules], [line, problems[0]]);
      assert.match(sentenceOf(problems[0]!), /No deal is moved until this is fixed\.$/);
      // In the editor too, whatever was known before.
      const { process: before } = readProcess('back: block');
      assert.deepEqual(rulesBy(`${gate}: block\n${asked}`, before).process.unknownRules, problems[0]);
      for (const rule of ['warn', 'allow']) {
        const { process, problems } = rulesBy(`${gate}: ${rule}\n${asked}`);
        assert.equal(process.unknownRules, undefined);
        assert.doesNotMatch(sentenceOf(problems[0]!), /No deal is moved/);
      }
    });
  }

  it('is nothing that a stage only has besides', () => {
    const { process } = rulesBy(
      'missing_fields: block\nunmet_criteria: block\nstages:\n  proposal:\n    lable: A\n    forecast: sure\n' +
        '    exit_criteria:\n      - {id: a, text: A}\n      - {id: a, text: B}\n      - {id: c, text: C, note: D}\n  demo: {label: B}\n',
    );
    assert.equal(process.unknownRules, undefined);
  });

  it('can be written as it was meant, where it does not stand already', () => {
    const meantIn = (text: string) => rulesBy(text).problems.map(({ meant }) => meant?.[0]);
    assert.deepEqual(meantIn('Back: block'), ['back']);
    assert.deepEqual(meantIn('curency: EUR'), ['currency']);
    assert.deepEqual(meantIn('currency: EUR\ncurency: USD'), [undefined]);
    assert.deepEqual(meantIn('stages: {propsal: {label: A}}'), ['proposal']);
    assert.deepEqual(meantIn('rules: {back: block}'), [undefined]);
  });
});

describe('reading a sales-process.yaml never fails', () => {
  const keys =
    'currency lost_reasons skip back unmet_criteria missing_fields history min_sample stages rates __proto__ << ? [a]';
  const stageKeys =
    'label aliases purpose probability forecast stalled_after idle_after exit_criteria required toString';
  const value = fc.oneof(
    fc.constantFrom(
      'allow',
      'EUR',
      '5',
      '[a, 5, ~]',
      '{a: b}',
      '~',
      '',
      '*x',
      '&x a',
      '[{id: a, text: b}, *x]',
      '!!set {a}',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const pairs = (names: string, indent: string) =>
    fc
      .array(fc.tuple(fc.constantFrom(...names.split(' ')), value), { maxLength: 5 })
      .map(some => some.map(([key, written]) => `${indent}${key}: ${written}\n`).join(''));
  const whole = fc
    .tuple(pairs(keys, ''), fc.constantFrom(...STAGE_IDS, 'Propsal', '1'), pairs(stageKeys, '    '))
    .map(([top, stage, own]) => `${top}stages:\n  ${stage}:\n${own}`);
  const text = fc.oneof(whole, fc.string({ unit: 'binary', maxLength: 60 }));

  it('and always gives seven stages with sound settings', () => {
    forAll(
      text,
      source => {
        const { process, problems } = readProcess(source);
        assert.deepEqual(
          process.stages.map(({ id }) => id),
          STAGE_IDS,
        );
        for (const { label, aliases, probability, stalledAfter, exitCriteria } of process.stages) {
          assert.ok(label.trim() && aliases.every(alias => alias.trim()));
          assert.ok(probability >= 0 && probability <= 100 && stalledAfter >= 0);
          assert.ok(exitCriteria.every(one => typeof one.id === 'string' && typeof one.text === 'string'));
        }
        for (const id of STAGE_IDS) assert.equal(findStage(process, id), id);
        assert.ok(process.minSample >= 1 && ['allow', 'warn', 'block'].includes(process.skip));
        for (const { line, says } of problems) {
          const message = sentenceOf({ says });
          assert.ok(line >= 1 && line <= source.split('\n').length && message.length > 10);
        }
      },
      300,
    );
  });
});
