import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnose } from '../../../../../src/core/deal/fixes/fixes';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { FIELDS, type Field } from '../../../../../src/core/fields/table';
import { DEFAULT_PROCESS, makeProcess, type Process } from '../../../../../src/core/process/process';
import { applyEdits } from '../../../../../src/core/textEdit';
import { sentence, sentenceOf } from '../../../../../src/words/sentence';
import { date, file } from '../../../support/deals';
import { forAll } from '../../../support/property';

function diagnosed(text: string, process: Process = DEFAULT_PROCESS) {
  const patient = { path: 'acme.md', text, process, today: date('2026-11-20'), alike: [] };
  const { problems, fixesOf } = diagnose(patient);
  const near = problems.filter(({ code }) => code === 'near-key');
  return { near, fixesOf };
}

/** What is told of a front matter’s keys: line, what for, and what each is renamed to, the likeliest first. */
function told(yaml: string, process?: Process): string[] {
  const { near, fixesOf } = diagnosed(file(yaml), process);
  return near.map(problem => {
    const fixes = fixesOf(problem).map(({ says }) => /“(.*)”/.exec(sentence(says))![1]);
    return `${problem.line}:${problem.column} ${problem.severity} ${fixes.join(', ')}`;
  });
}

/** A value that each field may have. */
const VALUES: Readonly<Record<Field, string>> = {
  title: 'Acme',
  account: 'Acme Corp',
  owner: 'dana',
  stage: 'proposal',
  status: 'open',
  lost_reason: 'price',
  lost_note: 'too dear',
  source: 'referral',
  value: '48000',
  currency: 'EUR',
  value_period: 'month',
  term: '24',
  probability: '60',
  forecast: 'commit',
  close_date: '2026-12-18',
  closed_on: '2026-11-18',
  next_step: 'Call',
  next_step_on: '2026-11-30',
  on_hold_until: '2027-01-15',
  contacts: '[{name: R. Lee}]',
  tags: '[hardware]',
  checks: '[budget]',
  created: '2026-09-01',
  history: '[{on: 2026-09-01, stage: proposal}]',
};

describe('keys that are nearly ours', () => {
  const CASES: readonly (readonly [yaml: string, told: readonly string[]])[] = [
    ['stage: proposal\nStatus: Won', ['3:1 warning status']],
    // With the letters of a keyboard that was left in another language.
    ['stage: proposal\n\u043ewner: dana', ['3:1 warning owner']],
    ['stage: proposal\n\u03bfwner: dana', ['3:1 warning owner']],
    ['stage: proposal\nst\u0430tus: won', ['3:1 warning status']],
    ['stage: proposal\n\u0441\u043e\u0441: x', []],
    ['stage: proposal\nVALUE: 5', ['3:1 warning value']],
    ['stage: proposal\nclose-date: 2026-12-01', ['3:1 warning close_date']],
    ['stage: proposal\n"Close Date": 2026-12-01', ['3:1 warning close_date']],
    ['stage: proposal\nnextStep: Call', ['3:1 warning next_step']],
    ['stage: proposal\nnextstep: Call', ['3:1 warning next_step']],
    ['stage: proposal\nammount: 5000', ['3:1 hint value']],
    ['stage: proposal\namount: 5000', ['3:1 hint value']],
    ['stage: proposal\nprob: 40', ['3:1 hint probability']],
    ['stage: proposal\non_hold: 2027-01-15', ['3:1 hint on_hold_until']],
    ['stage: proposal\nstate: won', ['3:1 hint status']],
    ['stage: proposal\nstate: CA', []],
    ['stage: proposal\noutcome: Lost', ['3:1 hint status']],
    ['stage: proposal\noutcome: They want a pilot first.', []],
    ['stage: proposal\nvlaue: 5000', ['3:1 hint value']],
    ['stage: proposal\nvuela: 5000', []],
    ['stage: proposal\nouner: dana', ['3:1 hint owner']],
    ['stage: proposal\nclosing_date: 2026-12-01', ['3:1 hint close_date']],
    ['stage: proposal\nclose_on: 2026-12-01', ['3:1 hint closed_on']],
    ['stage: proposal\ntitel: Acme', ['3:1 hint title']],
    ['stage: proposal\ncontact: R. Lee', ['3:1 hint contacts']],
    ['stage: proposal\ndealname: Acme\ndealowner: dana', ['4:1 hint owner']],
    ['stage: proposal\nTags:', ['3:1 hint tags']],
    // Where the key itself is there, another spelling of it can’t take its place.
    ['stage: proposal\nstatus: open\nStatus: Won', ['4:1 warning ']],
    [
      'stage: proposal\nhistory:\n  - {on: 2026-01-02, Stage: proposal, status: open}\n  - date: 2026-02-02\n    status: won',
      ['4:22 warning stage', '5:5 hint on'],
    ],
    [
      'stage: proposal\ncontacts:\n  - {Name: R. Lee, e-mail: r.lee@acme.example}',
      ['4:6 warning name', '4:20 warning email'],
    ],
    ['stage: proposal\nhistory:\n  - {on: 2026-01-02, Close-Date: 2026-12-18}', ['4:22 warning close_date']],
    ['stage: proposal\ncontacts:\n  - {name: R. Lee, Name: B. Kim}', ['4:20 warning ']],
    ['stage: proposal\ncontacts: {name: R. Lee, rôle: buyer, roles: buyer}', ['3:39 hint role']],
  ];
  for (const [yaml, expected] of CASES)
    it(`are told with their name: ${yaml.replaceAll('\n', ' | ')}`, () =>
      assert.deepEqual(told(yaml), expected));

  for (const [key, meant, values, others] of [
    ['currncy', 'currency', ['EUR', 'eur', 'euros', '€'], ['local', '5', '[EUR]']],
    ['forcast', 'forecast', ['commit', 'Best case', 'comit'], ['sunny', '5', '[commit]']],
    ['value_perod', 'value_period', ['month', 'per year'], ['the first', '5', '[month]']],
    ['statsu', 'status', ['won', 'Closed Lost'], ['sent', '5', '[won]']],
    ['vlaue', 'value', ['5', 'EUR 5,000'], ['high', '[5]']],
    ['probabilty', 'probability', ['40', '40 %'], ['good', '[40]']],
    [
      'clsoe_date',
      'close_date',
      ['2026-12-01', 'next week'],
      ['as soon as their board has met again', '[1]'],
    ],
    ['onwer', 'owner', ['dana', '5'], ['[dana]', '{name: dana}']],
    ['conatcts', 'contacts', ['R. Lee', '[R. Lee]', '{name: R. Lee}'], ['5', 'true']],
    ['tgas', 'tags', ['hardware', '[hardware]'], ['5', '{hardware: yes}']],
    ['cheks', 'checks', ['budget', '[budget]'], ['5', '{budget: yes}']],
    ['hisotry', 'history', ['[{on: 2026-01-02}]'], ['none', '{on: 2026-01-02}']],
  ] as const)
    it(`are told only before what ${meant} could say`, () => {
      for (const value of values)
        assert.deepEqual(told(`stage: proposal\n${key}: ${value}`), [`3:1 hint ${meant}`], value);
      for (const value of others) assert.deepEqual(told(`stage: proposal\n${key}: ${value}`), [], value);
    });

  const LEFT_ALONE = [
    'state: CA',
    'value: 5\nvalues: 7',
    'source_url: https://acme.example\naccount_id: 7\nowner_email: d@acme.example',
    'sources: [a, b]',
    'downer: dana',
    'contracts: [2026-01]',
    'checked: true',
    'created: 2026-01-02\ncreated_at: 2026-01-02T10:00:00Z',
    'company: Acme\nname: Acme\nphase: 2\nreason: none\nnote: x\ndate: 2026-01-02',
    'history:\n  - {on: 2026-01-02, stage: proposal, note: x, by: dana, form: y}',
    'contacts:\n  - {name: R. Lee, phone: "1", rule: none}',
  ];
  for (const yaml of LEFT_ALONE)
    it(`that are the team’s own are left alone: ${yaml.replaceAll('\n', ' | ')}`, () =>
      assert.deepEqual(told(`stage: proposal\n${yaml}`), []));

  it('are told of every field, whatever the case and the joints', () => {
    for (const field of FIELDS.filter(one => one !== 'stage')) {
      const words = field.split('_');
      const camel = words.map((word, at) => (at ? word[0]!.toUpperCase() + word.slice(1) : word)).join('');
      const written = [field.toUpperCase(), words.join('-'), words.join(' '), camel, words.join('')];
      for (const key of new Set(written.filter(one => one !== field))) {
        const yaml = `stage: proposal\n${key}: ${VALUES[field]}`;
        assert.deepEqual(told(yaml), [`3:1 warning ${field}`], yaml);
      }
    }
  });

  it('are told of every field with a letter left out, twice, or in its neighbour’s place', () => {
    for (const field of FIELDS.filter(one => one !== 'stage')) {
      for (let at = 2; at < field.length - 1; at++) {
        const [before, letter, next, after] = [
          field.slice(0, at),
          field[at]!,
          field[at + 1]!,
          field.slice(at + 2),
        ];
        if (letter === '_' || next === '_' || letter === next) continue;
        for (const key of [
          before + next + after,
          before + letter + letter + next + after,
          before + next + letter + after,
        ]) {
          const { near } = diagnosed(file(`stage: proposal\n${key}: ${VALUES[field]}`));
          assert.ok(near[0]?.meant!.includes(field), `${key} for ${field}`);
        }
      }
    }
  });

  it('are near the names that a team gives its fields, and not near those that it requires', () => {
    const process = makeProcess({
      fields: new Map([
        ['value', 'umsatz'],
        ['stage', 'phase'],
      ]),
      stages: { proposal: { required: ['amount'] } },
    });
    assert.deepEqual(told('phase: proposal\nUmsatz: 5\namount: 7', process), ['3:1 warning umsatz']);
    assert.deepEqual(told('phase: proposal\numstaz: 5', process), ['3:1 hint umsatz']);
    assert.deepEqual(told('Phase: proposal', process), ['2:1 error phase']);
  });

  it('are the standard ones too, where a team has other names for them and the file does not', () => {
    const process = makeProcess({
      fields: new Map([
        ['value', 'amount'],
        ['stage', 'phase'],
        ['title', 'value'],
      ]),
    });
    assert.deepEqual(told('phase: proposal\nvalue: Acme', process), []);
    const other = makeProcess({
      fields: new Map([
        ['value', 'amount'],
        ['stage', 'phase'],
      ]),
    });
    assert.deepEqual(told('phase: proposal\nvalue: 5000', other), ['3:1 hint amount']);
    assert.deepEqual(told('phase: proposal\nvalue: high\nstage: done', other), []);
    assert.deepEqual(told('phase: proposal\nvalue: 5000\namount: 7', other), []);
    assert.deepEqual(told('title: A\nstage: proposal', other), ['3:1 error phase']);
    assert.deepEqual(told('title: A\nstage: done', other), []);
    const named = makeProcess({ fields: new Map([['status', 'zustand']]) });
    assert.deepEqual(told('stage: proposal\nstatus: won', named), ['3:1 hint zustand']);
    for (const status of ['open', 'active'])
      assert.deepEqual(told(`stage: proposal\nstatus: ${status}`, named), [], status);
  });

  it('are renamed, and nothing else of the file is different', () => {
    const text = '---\r\nstage: proposal # here\r\n"Close-Date" : 2026-12-01 # new\r\n---\r\nNotes\r\n';
    const { near, fixesOf } = diagnosed(text);
    const [fix] = fixesOf(near[0]!);
    assert.equal(
      applyEdits(text, fix!.edits),
      '---\r\nstage: proposal # here\r\n"close_date" : 2026-12-01 # new\r\n---\r\nNotes\r\n',
    );
    assert.ok(fix!.isPreferred && !fix!.isSafe);
  });

  it('are told for any keys and values without harm, and their fixes rename them', () =>
    forAll(
      fc.dictionary(
        fc.oneof(
          fc.constantFrom('Stage', 'STATUS', 'ammount', 'next-step', 'history', '__proto__', 'constructor'),
          fc.string(),
        ),
        fc.oneof(fc.constantFrom('proposal', 'Won', '2026-01-02', null, 5), fc.constant([{ On: 1 }])),
        { maxKeys: 6 },
      ),
      data => {
        const entries = Object.entries({ stage: 'proposal', ...data });
        const yaml = entries
          .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
          .join('\n');
        const { near, fixesOf } = diagnosed(file(yaml));
        for (const problem of near) for (const { edits } of fixesOf(problem)) assert.equal(edits.length, 1);
      },
    ));
});

describe('a stage behind a key that is nearly ours', () => {
  const kindOf = (yaml: string) => {
    const entry = readDeal('acme.md', file(yaml), DEFAULT_PROCESS);
    return 'problem' in entry ? `${entry.kind} ${entry.problem.line} ${entry.problem.severity}` : entry.kind;
  };

  for (const key of [
    'Stage',
    'STAGE',
    'stgae',
    'stag',
    'stages',
    'dealstage',
    'deal_stage',
    'Sales Stage',
    '\u200bstage',
    'phase',
    'Deal Phase',
    'stage_name',
    'status',
    'Status',
  ])
    it(`needs attention: ${JSON.stringify(key)}`, () => {
      assert.equal(kindOf(`title: Acme\n${key}: proposal\nvalue: 5000`), 'attention 3 error');
      const [first] = told(`title: Acme\n${key}: proposal`);
      assert.equal(first, '3:1 error stage');
    });

  it('is told at the status, by the name that the team gives it', () => {
    const process = makeProcess({ fields: new Map([['status', 'zustand']]) });
    const [problem] = diagnosed(file('title: Acme\nzustand: proposal'), process).near;
    assert.equal(problem!.line, 3);
    assert.match(sentenceOf(problem!), /“zustand”/);
  });

  it('is told with the other keys, and is a deal once all are renamed', () => {
    let text = file('Title: Hidden\nStage: proposal\nValue: 5000');
    assert.match(sentenceOf(diagnosed(text).near[0]!), /isn’t counted as a deal.*“Stage”.*“stage”/);
    for (let { near, fixesOf } = diagnosed(text); near.length; { near, fixesOf } = diagnosed(text))
      text = applyEdits(text, fixesOf(near[0]!)[0]!.edits);
    assert.equal(text, file('title: Hidden\nstage: proposal\nvalue: 5000'));
  });

  for (const yaml of [
    'state: open',
    'state: CA',
    'stages: [a, b]',
    'Stages: 3',
    'storage: proposal',
    'usage: proposal',
    'title: A',
  ])
    it(`makes no deal of a note: ${yaml}`, () => assert.equal(kindOf(yaml), 'note'));

  for (const yaml of [
    'phase: 2',
    'phase: design',
    'phase: proposal draft',
    'status: open',
    'status: done',
    'status: Proposal\ntype: note',
    'ownre: proposal',
    'status: lost\ntype: account',
    'colour: proposal',
  ])
    it(`is none in a note of another kind: ${yaml.replaceAll('\n', ' | ')}`, () =>
      assert.equal(kindOf(`title: Acme\n${yaml}`), 'note'));

  it('is none that a note that is won or lost has, and may be any', () => {
    const text = file('title: Acme\nstatus: Closed Lost');
    const { problems, fixesOf, aliasFor } = diagnose({
      path: 'acme.md',
      text,
      process: DEFAULT_PROCESS,
      today: date('2026-11-20'),
      alike: [],
    });
    assert.equal(`${problems[0]!.code} ${problems[0]!.line}`, 'unknown-stage 3');
    const fixes = fixesOf(problems[0]!);
    assert.equal(fixes.length, 7);
    assert.ok(fixes.every(({ isSafe, isPreferred }) => !isSafe && !isPreferred));
    assert.equal(
      applyEdits(text, fixes[4]!.edits),
      file('title: Acme\nstage: proposal\nstatus: Closed Lost'),
    );
    assert.equal(aliasFor(problems[0]!), undefined);
  });
});
