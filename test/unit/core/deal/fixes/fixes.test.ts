import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../../../../src/core/deal/fixes/fixAll';
import { diagnose } from '../../../../../src/core/deal/fixes/fixes';
import type { Fix } from '../../../../../src/core/deal/fixes/fix';
import { isSerious, type Problem } from '../../../../../src/core/problem';
import { makeProcess, DEFAULT_PROCESS, type Process } from '../../../../../src/core/process/process';
import { readProcess } from '../../../../../src/core/process/processFile';
import { applyEdits } from '../../../../../src/core/textEdit';
import { date, file } from '../../../support/deals';
import { assertEnough, forAll } from '../../../support/property';
import { sentenceOf, sentence } from '../../../../../src/words/sentence';

const TODAY = date('2026-11-20');

function patient(text: string, process: Process = DEFAULT_PROCESS) {
  return { path: 'deals/acme.md', text, process, today: TODAY, alike: [] };
}

function firstOf(text: string, code: string, process?: Process): { problem: Problem; fixes: readonly Fix[] } {
  const { problems, fixesOf } = diagnose(patient(text, process));
  const problem = problems.find(one => one.code === code);
  assert.ok(
    problem,
    `${code} is not among ${JSON.stringify(problems.map(one => `${one.code} ${sentenceOf(one)}`))}`,
  );
  return { problem, fixes: fixesOf(problem) };
}

/** The front matter after the fix that is preferred, or the first, and that its problem is gone. */
function mended(text: string, code: string, title: RegExp | undefined, process?: Process): string {
  const { fixes } = firstOf(text, code, process);
  const fix = title ? fixes.find(one => title.test(sentence(one.says))) : fixes.find(one => one.isPreferred);
  assert.ok(fix, `no such fix: ${fixes.map(one => sentence(one.says)).join(' | ')}`);
  const after = applyEdits(text, fix.edits);
  const left = diagnose(patient(after, process)).problems.filter(one => one.code === code);
  const before = diagnose(patient(text, process)).problems.filter(one => one.code === code);
  assert.ok(left.length < before.length || left[0]!.line > before[0]!.line, after);
  return after;
}

const CASES: readonly (readonly [code: string, before: string, after: string, title?: RegExp])[] = [
  [
    'unquoted-colon',
    'title: Acme: scanners # hot\nstage: proposal',
    "title: 'Acme: scanners' # hot\nstage: proposal",
  ],
  ['unquoted-colon', "title: Acme's: x\nstage: proposal", "title: 'Acme''s: x'\nstage: proposal"],
  ['unquoted-colon', 'stage: proposal\ntitle: "A": b', 'stage: proposal\ntitle: \'"A": b\''],
  [
    'unquoted-colon',
    'stage: lost\nhistory:\n  - {on: 2026-01-05, note: a: b, stage: proposal}',
    "stage: lost\nhistory:\n  - {on: 2026-01-05, note: 'a: b', stage: proposal}",
  ],
  ['unquoted-colon', 'tags:\n  - a: b: c\nstage: x', "tags:\n  - a: 'b: c'\nstage: x"],
  ['invalid-yaml', 'stage: proposal\nowner: @dana', "stage: proposal\nowner: '@dana'"],
  ['invalid-yaml', 'stage: proposal\ntitle: `x`', "stage: proposal\ntitle: '`x`'"],
  ['invalid-yaml', 'stage: proposal\ntitle: [Acme] scanners', "stage: proposal\ntitle: '[Acme] scanners'"],
  ['invalid-yaml', 'stage: proposal\ntitle: "Acme" scanners', 'stage: proposal\ntitle: \'"Acme" scanners\''],
  ['invalid-yaml', 'stage: proposal\ntitle: *bold* offer', "stage: proposal\ntitle: '*bold* offer'"],
  ['invalid-yaml', 'stage: proposal\ntitle: *bold', "stage: proposal\ntitle: '*bold'"],
  ['invalid-yaml', 'stage: proposal\ntitle: - x', "stage: proposal\ntitle: '- x'"],
  ['invalid-yaml', 'title: Acme\nstage:proposal\nvalue: 5', 'title: Acme\nstage: proposal\nvalue: 5'],
  ['invalid-yaml', 'title: Acme\nstage proposal\nvalue: 5', 'title: Acme\nstage: proposal\nvalue: 5'],
  ['invalid-yaml', 'title: Acme\n  stage: proposal', 'title: Acme\nstage: proposal'],
  ['not-a-map', 'stage:proposal', 'stage: proposal'],
  ['not-a-map', 'stage proposal', 'stage: proposal'],
  [
    'tab-indentation',
    'stage: proposal\nhistory:\n\t- {on: 2026-01-05, stage: proposal}',
    'stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: proposal}',
  ],
  ['tab-indentation', 'title: x\n\tstage: proposal', 'title: x\nstage: proposal'],
  [
    'tab-indentation',
    'stage: x\nhistory:\n    - on: 2026-01-05\n\t  stage: proposal',
    'stage: x\nhistory:\n    - on: 2026-01-05\n      stage: proposal',
  ],
  ['duplicate-key', 'stage: proposal\nvalue: 1\nvalue: 1', 'stage: proposal\nvalue: 1'],
  [
    'duplicate-key',
    'stage: proposal\nvalue: 1\nvalue: 2',
    'stage: proposal\nvalue: 1\n# value: 2',
    /Keep “value: 1”/,
  ],
  [
    'duplicate-key',
    'tags:\n  - a\nstage: proposal\ntags: [b]',
    '# tags:\n#   - a\nstage: proposal\ntags: [b]',
    /Keep “tags: \[b\]”/,
  ],
  ['unknown-stage', 'stage: propsal # hm', 'stage: proposal # hm'],
  ['unknown-stage', 'stage: "Needs Analyses"', 'stage: "Needs analysis"'],
  ['unknown-stage', 'stage: 5', 'stage: proposal'],
  ['unknown-stage', 'stage: demo', 'stage: closing', /closing/],
  [
    'stage-is-outcome',
    'stage: won\nhistory:\n  - {on: 2026-01-05, stage: closing}',
    'stage: closing\nstatus: won\nclosed_on: 2026-11-20\nhistory:\n  - {on: 2026-01-05, stage: closing}\n  - {on: 2026-11-20, status: won}',
  ],
  // The history knows the day.
  [
    'stage-is-outcome',
    'stage: won\nhistory:\n  - {on: 2026-01-05, stage: closing}\n  - {on: 2026-03-01, status: won}',
    'stage: closing\nstatus: won\nclosed_on: 2026-03-01\nhistory:\n  - {on: 2026-01-05, stage: closing}\n  - {on: 2026-03-01, status: won}',
  ],
  [
    'unknown-status',
    'stage: closing\nstatus: sold\nhistory:\n  - {on: 2026-03-01, status: won}',
    'stage: closing\nstatus: won\nclosed_on: 2026-03-01\nhistory:\n  - {on: 2026-03-01, status: won}',
  ],
  [
    'open-with-outcome',
    'stage: closing\nlost_reason: price\nclosed_on: 2026-03-01\nhistory:\n  - on: 2026-01-05\n    stage: closing',
    'stage: closing\nstatus: lost\nlost_reason: price\nclosed_on: 2026-03-01\nhistory:\n  - on: 2026-01-05\n    stage: closing\n  - on: 2026-03-01\n    status: lost\n    reason: price',
  ],
  [
    'stage-is-outcome',
    'stage: Closed Lost\nclosed_on: 2026-01-05',
    'stage: proposal\nstatus: lost\nclosed_on: 2026-01-05',
    /proposal/,
  ],
  ['unknown-status', 'stage: proposal\nstatus: active', 'stage: proposal\nstatus: open'],
  ['unknown-status', 'stage: proposal\nstatus: sold', 'stage: proposal\nstatus: won\nclosed_on: 2026-11-20'],
  ['invalid-date', 'stage: proposal\nclose_date: 18.12.2026', 'stage: proposal\nclose_date: 2026-12-18'],
  ['invalid-date', 'stage: proposal\nclose_date: "2026-1-5"', 'stage: proposal\nclose_date: "2026-01-05"'],
  ['invalid-date', 'stage: proposal\nclose_date: 2026-02-30', 'stage: proposal\nclose_date: 2026-02-28'],
  [
    'invalid-date',
    'stage: proposal\nclose_date: 2026-12-18T00:00:00Z',
    'stage: proposal\nclose_date: 2026-12-18',
  ],
  [
    'invalid-date',
    'stage: proposal\nclose_date: 1/2/2026',
    'stage: proposal\nclose_date: 2026-01-02',
    /2026-01-02/,
  ],
  ['invalid-date', 'stage: proposal\nclose_date: Dec 18 2026', 'stage: proposal\nclose_date: 2026-12-18'],
  ['invalid-value', 'stage: proposal\nvalue: "48k"', 'stage: proposal\nvalue: 48000'],
  ['invalid-value', 'stage: proposal\nvalue: €48,000', 'stage: proposal\nvalue: 48000\ncurrency: EUR'],
  ['invalid-currency', 'stage: proposal\nvalue: 1\ncurrency: €', 'stage: proposal\nvalue: 1\ncurrency: EUR'],
  ['invalid-currency', 'stage: proposal\ncurrency: dollars', 'stage: proposal\ncurrency: USD'],
  ['unknown-currency', 'stage: proposal\ncurrency: EUO', 'stage: proposal\ncurrency: EUR'],
  ['invalid-probability', 'stage: proposal\nprobability: 60%', 'stage: proposal\nprobability: 60'],
  ['invalid-forecast', 'stage: proposal\nforecast: comit', 'stage: proposal\nforecast: commit'],
  ['invalid-text', 'stage: proposal\ntitle: [Acme]', "stage: proposal\ntitle: '[Acme]'"],
  [
    'invalid-history',
    'stage: proposal\nhistory:\n  - {on: 5.1.2026, stage: proposal}',
    'stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: proposal}',
  ],
  [
    'invalid-history',
    'stage: proposal\nhistory:\n  - on: 2026-01-05\n    stage: propsal',
    'stage: proposal\nhistory:\n  - on: 2026-01-05\n    stage: proposal',
  ],
  [
    'invalid-history',
    'stage: proposal\nhistory:\n  - {on: 2026-01-05, status: opn}',
    'stage: proposal\nhistory:\n  - {on: 2026-01-05, status: open}',
  ],
  [
    'history-order',
    'stage: proposal\nhistory:\n  - {on: 2026-03-01, stage: proposal}\n  # before that\n  - on: 2026-01-05\n    stage: lead\n# end',
    'stage: proposal\nhistory:\n  # before that\n  - on: 2026-01-05\n    stage: lead\n  - {on: 2026-03-01, stage: proposal}\n# end',
  ],
  [
    'history-order',
    'stage: proposal\nhistory: [{on: 2026-03-01, stage: proposal}, {on: 2026-01-05, stage: lead}]',
    'stage: proposal\nhistory: [{on: 2026-01-05, stage: lead}, {on: 2026-03-01, stage: proposal}]',
  ],
  [
    'history-mismatch',
    'stage: Closing\nhistory:\n  - {on: 2026-01-05, stage: Proposal}',
    'stage: Closing\nhistory:\n  - {on: 2026-01-05, stage: Proposal}\n  - {on: 2026-11-20, stage: Closing}',
  ],
  [
    'history-mismatch',
    'stage: Closing\nhistory:\n  - {on: 2026-01-05, stage: proposal}',
    'stage: Proposal\nhistory:\n  - {on: 2026-01-05, stage: proposal}',
    /Change the stage/,
  ],
  [
    'history-outcome',
    'stage: proposal\nstatus: lost\nlost_reason: x\nhistory:\n  - {on: 2026-01-05, status: won}',
    'stage: proposal\nstatus: lost\nlost_reason: x\nhistory:\n  - {on: 2026-01-05, status: won}\n  - {on: 2026-11-20, status: lost}',
  ],
  [
    'open-with-outcome',
    'stage: proposal\nlost_reason: price',
    'stage: proposal\nstatus: lost\nlost_reason: price\nclosed_on: 2026-11-20',
  ],
  ['open-with-outcome', 'stage: proposal\nclosed_on: 2026-11-01', 'stage: proposal', /Keep it open/],
  [
    'won-with-lost-reason',
    'stage: proposal\nstatus: won\nlost_reason: price\nclosed_on: 2026-11-01',
    'stage: proposal\nstatus: won\nclosed_on: 2026-11-01',
    /remove/,
  ],
  ['no-close-day', 'stage: proposal\nstatus: won', 'stage: proposal\nstatus: won\nclosed_on: 2026-11-20'],
  [
    'no-lost-reason',
    'stage: proposal\nstatus: lost\nclosed_on: 2026-11-01',
    'stage: proposal\nstatus: lost\nlost_reason: price\nclosed_on: 2026-11-01',
    /price/,
  ],
  ['close-date-past', 'stage: proposal\nclose_date: 2026-10-01', 'stage: proposal\nclose_date: 2026-11-30'],
];

describe('a problem is fixed', () => {
  for (const [code, before, after, title] of CASES) {
    it(`${code}: ${before.replaceAll('\n', ' / ')}`, () => {
      assert.equal(mended(file(before), code, title), file(after));
    });
  }

  for (const [what, before, after] of [
    [
      'with other words behind the dashes',
      '---\nstage: proposal\n---# Acme\ntext\n',
      '---\nstage: proposal\n---\n# Acme\ntext\n',
    ],
    [
      'with too many dashes',
      '---\r\nstage: proposal\r\n----\r\ntext\r\n',
      '---\r\nstage: proposal\r\n---\r\n----\r\ntext\r\n',
    ],
    [
      'without an end',
      '---\nstage: proposal\ntags:\n  - a\n\n# Acme\n\nNote: text\n',
      '---\nstage: proposal\ntags:\n  - a\n---\n\n# Acme\n\nNote: text\n',
    ],
    ['without anything behind it', '---\nstage: proposal', '---\nstage: proposal\n---\n'],
    [
      'in which a blank line stands',
      '---\ntitle: A\n\n# ours\nstage: proposal\n',
      '---\ntitle: A\n\n# ours\nstage: proposal\n---\n',
    ],
  ] as const) {
    it(`unclosed-front-matter: ${what}`, () =>
      assert.equal(mended(before, 'unclosed-front-matter', undefined), after));
  }

  it('foreign-front-matter: a comment behind the fence', () => {
    assert.equal(
      mended('--- # about\nstage: proposal\n---\n', 'foreign-front-matter', undefined),
      '---\n# about\nstage: proposal\n---\n',
    );
  });

  const conflict = file(
    'title: A\n<<<<<<< HEAD\nstage: proposal\n||||||| base\nstage: lead\n=======\nstage: closing\n>>>>>>> their/branch',
  );
  for (const [title, stage] of [
    [/Proposal \(HEAD\)/, 'stage: proposal'],
    [/Closing \(their\/branch\)/, 'stage: closing'],
  ] as const) {
    it(`conflict-markers: ${String(title)}`, () => {
      assert.equal(mended(conflict, 'conflict-markers', title), file(`title: A\n${stage}`));
    });
  }

  it('conflict-markers: both sides are preferred where they go together', () => {
    const side = (on: string) => `  - {on: ${on}, stage: proposal}\n`;
    const text = file(
      `stage: proposal\nhistory:\n<<<<<<< a\n${side('2026-01-05')}=======\n${side('2026-01-06')}>>>>>>> b`,
    );
    assert.equal(
      mended(text, 'conflict-markers', undefined),
      file(`stage: proposal\nhistory:\n${side('2026-01-05')}${side('2026-01-06')}`),
    );
  });

  it('each stage that may be meant is offered, the likeliest first', () => {
    const { fixes } = firstOf(file('stage: prosposal'), 'unknown-stage');
    assert.ok(fixes.length >= 1);
    assert.deepEqual(
      fixes.map(one => one.isPreferred),
      fixes.map((_, index) => index === 0),
    );
  });

  it('by a name of the team’s own', () => {
    const process = makeProcess({ stages: { proposal: { label: 'Angebot' } } });
    assert.equal(mended(file('stage: Angebto'), 'unknown-stage', undefined, process), file('stage: Angebot'));
  });
});

describe('winning by a fix', () => {
  const text = file('stage: closing\nclosed_on: 2026-03-01\nhistory:\n  - {on: 2026-01-05, stage: closing}');
  const fixesUnder = (rules: Partial<Process>) => {
    const process = makeProcess({
      ...rules,
      stages: { closing: { exitCriteria: [{ id: 'signed', text: 'It is signed' }] } },
    });
    const { problems, fixesOf } = diagnose({ ...patient(text), process });
    return fixesOf(problems.find(({ code }) => code === 'open-with-outcome')!);
  };
  const isPreferred = (fixes: readonly Fix[]) =>
    fixes.find(({ says }) => sentence(says) === 'Mark as won')!.isPreferred;

  it('is not preferred where the process blocks it', () => {
    assert.equal(isPreferred(fixesUnder({ unmetCriteria: 'block' })), false);
    assert.equal(isPreferred(fixesUnder({ unmetCriteria: 'warn' })), true);
  });

  it('writes no history where the team wants none', () => {
    const [won] = fixesUnder({ writesHistory: false });
    assert.doesNotMatch(applyEdits(text, won!.edits), /status: won\}/);
  });
});

describe('all the fixes that are offered', () => {
  const later = '- {on: 2026-11-21, stage: proposal}';
  for (const [code, text, titles] of [
    [
      'history-mismatch',
      'stage: closing\nhistory:\n  - {on: 2026-01-05, stage: proposal}',
      ['Add “closing” to the history, on 2026-11-20', 'Change the stage to “proposal”'],
    ],
    [
      'history-mismatch',
      `stage: closing\nhistory:\n  ${later}`,
      ['Add “closing” to the history, on 2026-11-21', 'Change the stage to “proposal”'],
    ],
    // Behind the line with its end, the deal would seem to be open again.
    [
      'history-mismatch',
      'stage: closing\nstatus: won\nclosed_on: 2026-03-01\nhistory:\n  - {on: 2026-01-05, stage: proposal}\n  - {on: 2026-03-01, status: won}',
      ['Change the stage to “proposal”'],
    ],
    [
      'history-outcome',
      `stage: proposal\nstatus: won\nclosed_on: 2026-11-01\nhistory:\n  ${later}\n  - {on: 2026-11-21, status: lost}`,
      ['Add “won” to the history, on 2026-11-21'],
    ],
    [
      'no-close-day',
      'stage: proposal\nstatus: won\nclose_date: 2026-12-24',
      ['Set “closed_on” to 2026-11-20'],
    ],
    [
      'no-close-day',
      'stage: proposal\nstatus: won\nclose_date: 2026-11-20',
      ['Set “closed_on” to 2026-11-20'],
    ],
    [
      'no-close-day',
      'stage: proposal\nstatus: won\nclose_date: 2026-11-01\nhistory:\n  - {on: 2026-01-05, stage: proposal}',
      ['Set “closed_on” to 2026-11-20', 'Set “closed_on” to 2026-11-01', 'Set “closed_on” to 2026-01-05'],
    ],
    [
      'close-date-past',
      'stage: proposal\nclose_date: 2026-10-01',
      ['Set “close_date” to 2026-11-30', 'Set “close_date” to 2026-12-31'],
    ],
    [
      'won-with-lost-reason',
      'stage: proposal\nstatus: won\nlost_reason: price\nclosed_on: 2026-11-01',
      ['Keep it won: remove lost_reason', 'Mark as lost'],
    ],
    [
      'open-with-outcome',
      'stage: proposal\nlost_reason: price\nlost_note: too much',
      ['Mark as lost', 'Mark as won', 'Keep it open: remove lost_reason, lost_note'],
    ],
  ] as const) {
    it(`of ${code}: ${text.replaceAll('\n', ' / ')}`, () =>
      assert.deepEqual(
        firstOf(file(text), code).fixes.map(({ says }) => sentence(says)),
        titles,
      ));
  }

  it('never date a line of the history before the last one', () => {
    for (const [code, text] of [
      ['open-with-outcome', `stage: proposal\nclosed_on: 2026-03-01\nhistory:\n  ${later}`],
      ['unknown-status', `stage: proposal\nstatus: sold\nhistory:\n  ${later}`],
      ['stage-is-outcome', `stage: won\nhistory:\n  ${later}`],
    ] as const) {
      const [won] = firstOf(file(text), code).fixes;
      assert.match(applyEdits(file(text), won!.edits), /\{on: 2026-11-21, status: won\}/, code);
    }
  });
});

describe('a criterion that is met', () => {
  const process = makeProcess({
    stages: { proposal: { exitCriteria: [{ id: 'budget', text: 'We know the budget' }] } },
  });
  const ticked = (text: string) => {
    const { problems, fixesOf } = diagnose({ ...patient(text), process });
    return applyEdits(text, fixesOf(problems.find(({ code }) => code === 'unmet-criterion')!)[0]!.edits);
  };

  it('is ticked where its box stands in the notes', () => {
    const text = file('stage: proposal', '## Proposal\n\n- [ ] We know the budget\n');
    assert.equal(ticked(text), text.replace('[ ]', '[x]'));
  });

  it('is added to the checks where there is no box', () => {
    assert.equal(ticked(file('stage: proposal')), file('stage: proposal\nchecks:\n  - budget'));
  });
});

describe('the checklist of a stage', () => {
  it('is put into the notes by a fix, with what is met already', () => {
    const process = makeProcess({
      stages: {
        proposal: { exitCriteria: ['budget', 'date'].map(id => ({ id, text: `We know the ${id}` })) },
      },
    });
    const text = file('stage: proposal\nchecks: [date]', 'Notes.\n');
    const { problems, fixesOf } = diagnose({ ...patient(text), process });
    const fixes = fixesOf(problems.find(({ code }) => code === 'unmet-criterion')!);
    const insert = fixes.find(({ says }) => sentence(says) === 'Insert the checklist for “Proposal”')!;
    const notes = 'Notes.\n\n## Proposal\n\n- [ ] We know the budget\n- [x] We know the date\n';
    assert.equal(applyEdits(text, insert.edits), file('stage: proposal\nchecks: [date]', notes));
  });
});

/** The text after the fix that says so, by which nothing is left that is wrong. */
function saidToBeMeant(text: string, code: string, process: Process): string {
  const { problems, fixesOf } = diagnose(patient(text, process));
  const fixes = problems.filter(one => one.code === code).flatMap(fixesOf);
  const after = applyEdits(text, fixes.find(({ says }) => says.say.startsWith('mean'))!.edits);
  assert.deepEqual(diagnose(patient(after, process)).problems.filter(isSerious), []);
  return after;
}

describe('a move that the rules are against', () => {
  const process = makeProcess({
    skip: 'block',
    unmetCriteria: 'block',
    stages: { 'lead-generation': { exitCriteria: [{ id: 'named', text: 'We know a name' }] } },
  });
  const meant = (text: string, code: string) => saidToBeMeant(text, code, process);
  const flow = file(
    'stage: proposal\nhistory:\n  - {on: 2026-01-05, stage: lead-generation}\n  - { on: 2026-02-05, stage: proposal } # agreed',
  );
  const block = file(
    'stage: proposal\nhistory:\n  - on: 2026-01-05\n    stage: lead-generation\n  - on: 2026-02-05\n    stage: proposal # agreed\n  # the end',
  );

  for (const code of ['skipped-stage', 'unmet-criterion']) {
    it(`is said to be meant, in the line of the move: ${code}`, () => {
      assert.equal(meant(flow, code), flow.replace('proposal }', 'proposal, override: true }'));
      assert.equal(
        meant(block, code),
        block.replace('proposal # agreed\n', 'proposal # agreed\n    override: true\n'),
      );
      assert.equal(meant(block.replaceAll('\n', '\r\n'), code), meant(block, code).replaceAll('\n', '\r\n'));
    });
  }
});

describe('a deal that was won before the last stage, which the team blocks', () => {
  it('is said to be meant, in the line of the win', () => {
    const text = file(
      'stage: proposal\nstatus: won\nclosed_on: 2026-02-05\nhistory:\n  - {on: 2026-01-05, stage: proposal}\n  - {on: 2026-02-05, status: won}',
    );
    assert.equal(
      saidToBeMeant(text, 'won-early', makeProcess({ winEarly: 'block' })),
      text.replace('status: won}', 'status: won, override: true}'),
    );
  });
});

describe('a field that was left open at a move whose line lists others', () => {
  const process = makeProcess({
    missingFields: 'block',
    stages: { proposal: { required: ['value', 'po_number'] }, negotiation: { required: ['po_number'] } },
  });
  it('is listed too, since a line that lists some is about those alone', () => {
    const text = file(
      'stage: negotiation\nhistory:\n  - {on: 2026-01-05, stage: proposal}\n  - {on: 2026-02-05, stage: negotiation, skipped: [value]}',
    );
    assert.equal(
      saidToBeMeant(text, 'missing-field', process),
      text.replace('[value]', '[value, po_number]'),
    );
  });

  it('is put on record in the line of the stage that nobody answered for', () => {
    const text = file(
      'stage: closing\nhistory:\n  - {on: 2026-01-05, stage: proposal}\n  - {on: 2026-02-05, stage: negotiation, override: true}\n  - {on: 2026-03-05, stage: closing}',
    );
    assert.equal(
      saidToBeMeant(text, 'missing-field', process),
      text.replace('stage: closing}', 'stage: closing, override: true}'),
    );
  });
});

describe('a problem in a file whose keys have a team’s own names', () => {
  const { process } = readProcess('fields: {value: amount, status: outcome, history: moves, title: name}\n');
  for (const [code, before, after] of [
    ['invalid-value', 'stage: proposal\namount: "48k"', 'stage: proposal\namount: 48000'],
    ['unknown-status', 'stage: proposal\noutcome: active', 'stage: proposal\noutcome: open'],
    ['invalid-text', 'stage: proposal\nname: [Acme]', "stage: proposal\nname: '[Acme]'"],
    [
      'history-order',
      'stage: proposal\nmoves: [{on: 2026-03-01, stage: proposal}, {on: 2026-01-05, stage: lead}]',
      'stage: proposal\nmoves: [{on: 2026-01-05, stage: lead}, {on: 2026-03-01, stage: proposal}]',
    ],
    [
      'invalid-history',
      'stage: proposal\nmoves:\n  - {on: 5.1.2026, stage: proposal}',
      'stage: proposal\nmoves:\n  - {on: 2026-01-05, stage: proposal}',
    ],
  ] as const) {
    it(`is told at that key and fixed there: ${code}`, () => {
      assert.ok((firstOf(file(before), code, process).problem.column ?? 0) > 1);
      assert.equal(mended(file(before), code, undefined, process), file(after));
    });
  }
});

describe('all that is safe is fixed at once', () => {
  it('and what has to be guessed is left', () => {
    const text = file(
      'title: Acme: scanners\nstage: propsal\nvalue: "48k"\ncurrency: €\nclose_date: 18.12.2026\nprobability: 60%\nvalue: "48k"',
      'Notes: as they are\n',
    );
    const edits = fixAll(patient(text)).edits;
    assert.equal(
      applyEdits(text, edits),
      file(
        "title: 'Acme: scanners'\nstage: propsal\nvalue: 48000\ncurrency: EUR\nclose_date: 2026-12-18\nprobability: 60",
        'Notes: as they are\n',
      ),
    );
  });

  for (const [written, days] of [
    ['close_date: 2026-12', ['2026-12-31']],
    ['close_date: 202612', ['2026-12-31']],
    ['close_date: 2028-02', ['2028-02-29']],
    ['close_date: 1/2/27', ['2027-02-01', '2027-01-02']],
    ['close_date: 5/6', ['2027-06-05', '2027-05-06']],
    ['close_date: 5.12.26', ['2026-12-05']],
    ['close_date: end of feb', ['2027-02-28']],
    ['created: 2026-10', ['2026-10-31']],
    ['history: [{on: 2026-10, stage: proposal}]', ['2026-10-31']],
  ] as const) {
    it(`but not “${written}”, for which ${days.join(' and ')} can be chosen`, () => {
      const text = file(`stage: proposal\n${written}`);
      const { problems, fixesOf } = diagnose(patient(text));
      const offered = problems.flatMap(fixesOf).map(one => applyEdits(text, one.edits));
      assert.deepEqual(
        offered.map(after => /(?:_date|created|on): ([\d-]+)/.exec(after.replace('stage: proposal', ''))![1]),
        days,
      );
      assert.deepEqual(fixAll(patient(text)).edits, []);
    });
  }

  for (const [what, before, after] of [
    ['an amount that may be another one: a point', 'value: "1.500"', undefined],
    ['an amount that may be another one: a comma', 'value: "1,500"', undefined],
    ['an amount in a currency that is not the file’s', 'value: 48k USD\ncurrency: EUR', undefined],
    ['an amount with the file’s currency', 'value: 48k EUR\ncurrency: EUR', 'value: 48000\ncurrency: EUR'],
    ['an amount with the only currency', 'value: 48k USD', 'value: 48000\ncurrency: USD'],
    ['a day that may be in January or in February', 'close_date: 1/2/2026', undefined],
    ['an amount in words that mean one number', 'value: "5 mln"', 'value: 5000000'],
    ['an amount that may be thousands or millions', 'value: 5M', undefined],
    ['an amount with a sign that several currencies share', 'value: $48k', undefined],
    ['a percentage', 'probability: 60 %', 'probability: 60'],
    ['a percentage that may be a share of one', 'probability: "0.6"', undefined],
    ['a time of a day', 'close_date: 2026-09-01T23:30:00Z', undefined],
    ['a time in a zone', 'close_date: 2026-12-31T23:30:00-08:00', undefined],
    ['a midnight elsewhere', 'close_date: 2026-12-31T00:00:00-08:00', undefined],
    ['a day with words behind it', 'close_date: 2026-12-18 or later', undefined],
    ['the start of a day', 'close_date: 2026-09-01T00:00:00.000Z', 'close_date: 2026-09-01'],
    ['a day in eight digits', 'close_date: 20261218', 'close_date: 2026-12-18'],
    ['a sign that several currencies share', 'value: 1\ncurrency: $', undefined],
    ['a status that has to be guessed', 'status: active', undefined],
    ['a currency by another name', 'value: 1\ncurrency: dollars', undefined],
  ] as const) {
    it(`${after ? 'also' : 'but not'} ${what}`, () => {
      const text = file(`stage: proposal\n${before}`);
      const { problems, fixesOf } = diagnose(patient(text));
      assert.ok(problems.some(problem => fixesOf(problem).length));
      assert.equal(
        applyEdits(text, fixAll(patient(text)).edits),
        file(`stage: proposal\n${after ?? before}`),
      );
    });
  }

  for (const value of [
    'value: 5 pcs',
    'value: net 500',
    'value: 5 mil',
    'value: 48k ARR',
    'close_date: 46009.5',
    'close_date: 12.10',
    'created: 2026-11',
    'history: [{on: 2026-11, stage: proposal}]',
  ]) {
    it(`and nothing is even offered for “${value}”`, () => {
      const { problems, fixesOf } = diagnose(patient(file(`stage: proposal\n${value}`)));
      assert.ok(problems.length);
      assert.deepEqual(problems.flatMap(fixesOf), []);
    });
  }

  it('and a sign that several currencies share only where it is the one of the file or the team', () => {
    const amounts = (lines: string, currency: string | undefined) => {
      const text = file(`stage: proposal\n${lines}`);
      const process = makeProcess(currency === undefined ? {} : { currency });
      const { problems, fixesOf } = diagnose({ ...patient(text), process });
      const offered = problems.flatMap(fixesOf).map(one => applyEdits(text, one.edits));
      const after = applyEdits(text, fixAll({ ...patient(text), process }).edits);
      const told = (one: string) =>
        one.slice(one.indexOf('value:'), one.indexOf('\n---\n')).replaceAll('\n', ' ').trim();
      return [offered.map(told), after === text ? undefined : told(after)];
    };
    const dollars = ['USD', 'CAD', 'AUD', 'NZD'].map(code => `value: 500 currency: ${code}`);
    assert.deepEqual(amounts('value: $500', undefined), [dollars, undefined]);
    assert.deepEqual(amounts('value: $500', 'EUR'), [dollars, undefined]);
    assert.deepEqual(amounts('value: $500', 'CAD'), [[dollars[1]], dollars[1]]);
    const inOwn = [['value: 500 currency: CAD'], 'value: 500 currency: CAD'];
    assert.deepEqual(amounts('value: $500\ncurrency: CAD', 'USD'), inOwn);
    const codes = ['SEK', 'NOK', 'DKK'].map(code => `value: 1 currency: ${code}`);
    assert.deepEqual(amounts('value: 1\ncurrency: kr', 'EUR'), [codes, undefined]);
    assert.deepEqual(amounts('value: 1\ncurrency: kr', 'NOK'), [[codes[1]], codes[1]]);
  });

  it('and each is told, by its line, also those that another one hid', () => {
    const slips = [
      ['value: "48k"', 'value: 48 000 EUR'],
      ['close_date: 18.12.2026', 'close_date: 2026/1/5'],
      ['probability: 50%'],
      ['next_step_date: 2026.12.1'],
      ['owner: dana: x', 'owner:dana'],
      ['title: Acme: scanners # hot'],
      ['source: fair: hall 4', 'value: "48k"'],
    ].map(some => fc.constantFrom(...some, 'stage: proposal'));
    forAll(fc.tuple(fc.constantFrom('\n', '\r\n'), ...slips), ([newline, ...some]) => {
      const lines = ['---', ...new Set(['stage: proposal', ...some]), '---', ''];
      const text = lines.join(newline);
      const { edits, fixed } = fixAll(patient(text));
      const after = new Set(applyEdits(text, edits).split(newline));
      const changed = lines.flatMap((line, index) => (after.has(line) ? [] : [index + 1]));
      assert.deepEqual(
        fixed.map(({ line }) => line).sort((a, b) => a - b),
        changed,
        text,
      );
    });
  });

  it('and nothing that stood there is lost, or read where it did not stand', () => {
    const [year, two] = [fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 31 }).map(padded)];
    const sign = fc.constantFrom('-', '/', '.', ' ', '');
    const time = fc.constantFrom(
      ...['', '', 'T00:00:00Z', ' 00:00', 'T23:30:00Z', 'T00:00:00+02:00', ' noon'],
    );
    const day = fc.oneof(
      fc.tuple(year, sign, two, two, time).map(([y, s, a, b, t]) => `${y}${s}${a}${s}${b}${t}`),
      fc.tuple(two, sign, two, sign, year).map(parts => parts.join('')),
      fc.tuple(year, sign, two).map(parts => parts.join('')),
    );
    const word = fc.constantFrom(
      ...[
        '',
        '',
        ' ',
        'k',
        'M',
        ' mln',
        '€',
        '$',
        '£',
        ' EUR',
        ' usd',
        ' top',
        ' XXL',
        '.',
        ' p.a.',
        '%',
        '~',
      ],
    );
    const rarely = (some: fc.Arbitrary<string>) => fc.oneof({ weight: 4, arbitrary: fc.constant('') }, some);
    const amount = fc
      .tuple(
        rarely(word),
        fc.oneof(fc.nat(99_999), fc.constantFrom('48 000', '1.500', "1'500", '0.6')),
        word,
        rarely(word),
      )
      .map(parts => parts.join(''));
    const written = fc.oneof(
      fc.tuple(fc.constantFrom('close_date', 'created'), day),
      fc.tuple(fc.constantFrom('value', 'probability'), amount),
      fc.tuple(fc.constant('currency'), word),
    );
    let tried = 0;
    forAll(
      written,
      ([key, said]) => {
        const text = file(`stage: proposal\n${key}: ${JSON.stringify(said)}`);
        const after = applyEdits(text, fixAll(patient(text)).edits);
        if (after === text) return;
        tried++;
        const now = /^---\n(.*)\n---/s.exec(after)![1]!;
        const wrote = Object.fromEntries(now.split('\n').map(line => line.split(/: (.*)/s, 2)));
        assert.ok(tellsAll(said, key, wrote), `${said}\n${after}`);
      },
      2000,
    );
    assertEnough(tried, 50);
  });

  it('and nothing where nothing is wrong', () =>
    assert.deepEqual(fixAll(patient(file('stage: proposal'))).edits, []));
});

const padded = (number: number) => String(number).padStart(2, '0');

/** Whether what a fix wrote has each digit and each word that stood there, in the only order that they can be read in. */
function tellsAll(said: string, key: string, wrote: Readonly<Record<string, string | undefined>>): boolean {
  const now = (wrote[key] ?? '').replaceAll(/["']/g, '');
  if (/date|created/.test(key)) {
    const days = said.replace(/[T ]00:00(?::00Z)?$/, '');
    const [year, month, day] = now.split('-');
    const isYearFirst = /^\d{4}/.test(days) && !/^\d\d\D/.test(days);
    const digits = days.replaceAll(/\D/g, '');
    if (isYearFirst) return digits === `${year}${month}${day}` && !/[^-/. \d]/.test(days);
    const isDayFirst = digits === `${day}${month}${year}`;
    const isOnlyOne = days.includes('.') || Number(day) > 12 || day === month;
    return (isDayFirst || digits === `${month}${day}${year}`) && isOnlyOne && days.length === 10;
  }
  if (key === 'currency') return now === 'EUR' && said.trim() === '€';
  if (key === 'probability')
    return Number(said.replace('%', '')) === Number(now) && (said.includes('%') || +now > 1 || now === '0');
  const left = said.replace(/^\D*/, '').replaceAll(/[\d ']/g, '') + /^\D*/.exec(said)![0].replaceAll(' ', '');
  const words = left.replace(/mln|k/, '');
  const factor = left.includes('mln') ? 1e6 : left.includes('k') ? 1e3 : 1;
  const isAmount = Number(now) === Number(said.replaceAll(/\D/g, '')) * factor;
  // Said twice, as in “€500 EUR”, it is one.
  const { currency = '' } = wrote;
  const others = words.replaceAll('€', 'EUR').replaceAll(currency, '');
  return isAmount && (words === '') === (currency === '') && others === '';
}

describe('a fix of any file', () => {
  const slips = [
    [
      'close_date: 18.12.2026',
      'close_date: 2026-13-45',
      'close_date: "2026/1/5" # by then',
      'close_date: someday',
    ],
    ['value: "48k"', 'value: €48,000', "value: '12'", 'value: about 5', 'value: -5'],
    ['currency: €', 'currency: EUO', 'currency: 5'],
    ['probability: 60%', 'probability: "7"'],
    ['forecast: comit', 'forecast: [x]'],
    ['title: [Acme]', 'title: {Acme}', 'title: Acme'],
    ['status: active', 'status: won', 'status: lost', 'status: open', 'status: closed'],
    ['closed_on: 2026-11-01', 'closed_on: 1.11.2026', 'lost_reason: price'],
    [
      'history:\n  - {on: 2026-03-01, stage: proposal}\n  # first\n  - {on: 2026-01-05, stage: lead} # cold',
      'history: [{on: 2026-01-05, stage: propsal}, {on: 5.2.2026, stage: closing}]',
      'history:\n  - on: 2026-01-05\n    stage: Prospecting\n  - on: 2026-02-05\n    status: won',
      'history:\n  - {on: 2026-11-21, stage: prospecting}',
      'history:\n  - {on: 2026-11-21, stage: Proposal}\n  - {on: 2026-11-21, status: lost}',
    ],
  ];
  const faults = [
    'owner: @dana',
    'source: a: b',
    'notes: [x] y',
    'tags:\n\t- a',
    'value: 1\nvalue: 1',
    'owner dana',
  ];
  const stage = fc.constantFrom(
    'stage: proposal',
    'stage: propsal',
    'stage: won',
    'stage: "Closing" # ok',
    'stage: 5',
  );
  const lines = fc.tuple(stage, ...slips.map(some => fc.option(fc.constantFrom(...some), { nil: '' })));
  const body = fc.constantFrom('Notes: as they are\n', '', '# Acme\n\n## Log\n\n- 2026-01-05 call: x\n');
  const newline = fc.constantFrom('\n', '\r\n');
  const doubtful = fc
    .tuple(lines, body, newline)
    .map(([some, end, eol]) => file(some.filter(Boolean).join('\n'), end).replaceAll('\n', eol));
  const broken = fc
    .tuple(fc.uniqueArray(fc.constantFrom(...faults), { minLength: 1, maxLength: 3 }), stage, body)
    .map(([some, first, end]) => file([first, ...some].join('\n'), end));
  const codesOf = (problems: readonly Problem[]) =>
    problems.filter(isSerious).map(({ code, at }) => `${code} ${String(at)}`);
  const contentOf = (text: string) => text.replace(/[\s'":#]/g, '');

  it('takes its problem away, adds none, and leaves all other lines alone', () => {
    let tried = 0;
    forAll(doubtful, text => {
      const { problems, fixesOf } = diagnose(patient(text));
      for (const problem of problems) {
        for (const one of fixesOf(problem)) {
          tried++;
          const after = applyEdits(text, one.edits);
          const left = diagnose(patient(after)).problems;
          const what = `${problem.code}, ${sentence(one.says)}\n${text}\n${after}`;
          const count = (all: readonly Problem[]) => all.filter(({ code }) => code === problem.code).length;
          assert.ok(count(left) < count(problems), what);
          const before = codesOf(problems);
          assert.deepEqual(
            codesOf(left).filter(code => !before.includes(code) && !follows(code, problem, before)),
            [],
            what,
          );
          const [was, is] = [text.split(/\r?\n/), new Set(after.split(/\r?\n/))];
          const gone = was.filter(line => line.trim() && !is.has(line));
          assert.ok(gone.length <= (/outcome/.test(problem.code) ? 3 : 2), `${gone.join('|')}\n${what}`);
        }
      }
    });
    assertEnough(tried, 50);
  });

  it('of a text that is not YAML brings it nearer to being that, and loses nothing', () => {
    let tried = 0;
    forAll(broken, text => {
      const { problems, fixesOf } = diagnose(patient(text));
      const [problem] = problems;
      if (
        !problem ||
        !['unquoted-colon', 'invalid-yaml', 'tab-indentation', 'duplicate-key'].includes(problem.code)
      )
        return;
      const fixes = fixesOf(problem);
      assert.ok(fixes.length > 0, `${problem.code}: ${sentenceOf(problem)}\n${text}`);
      for (const one of fixes) {
        tried++;
        const after = applyEdits(text, one.edits);
        const [next] = diagnose(patient(after)).problems;
        assert.ok(
          next?.code !== problem.code ||
            next.line !== problem.line ||
            sentenceOf(next) !== sentenceOf(problem),
          after,
        );
        const isSaidTwice = one.says.say === 'removeSameLine';
        if (!isSaidTwice) assert.equal(contentOf(after), contentOf(text));
      }
    });
    assertEnough(tried, 50);
  });

  it('together with all that are safe comes to an end, and does nothing more the second time', () => {
    forAll(fc.oneof(doubtful, broken), text => {
      const after = applyEdits(text, fixAll(patient(text)).edits);
      const { edits, fixed } = fixAll(patient(after));
      assert.deepEqual([edits, fixed], [[], []]);
      assert.ok(after.length >= text.length / 2);
    });
  });
});

/** What can be told only when a stage or a status is known, or an entry of the history counts. */
function follows(code: string, { code: fixed }: Problem, before: readonly string[]): boolean {
  // A line that a fix has added has its place. Which of two lines is the slip depends on how the deal stands.
  const isOfOrder = (one: string) => one.startsWith('history-order');
  if (isOfOrder(code)) return fixed === 'invalid-history' || (isOfStanding(fixed) && before.some(isOfOrder));
  return /^(?:history-|stage-behind|future-date|close-day|closed-before|open-with|won-with|skipped|step-back)/.test(
    code,
  );
}

function isOfStanding(code: string): boolean {
  return /stage|status|outcome|history-mismatch/.test(code);
}
