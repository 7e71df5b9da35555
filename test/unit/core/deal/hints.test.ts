import assert from 'node:assert/strict';
import { hintsFor } from '../../../../src/core/deal/problems/hints';
import { makeProcess, type Process, type ProcessSettings } from '../../../../src/core/process/process';
import { readGood } from '../../support/deals';
import { TODAY } from '../../support/edits';
import { sentenceOf } from '../../../../src/words/sentence';

const team = (rules: Partial<Process>) =>
  makeProcess({
    ...rules,
    stages: {
      qualification: { required: ['value'], exitCriteria: [{ id: 'budget', text: 'We know the budget' }] },
      proposal: { required: ['po_number'] },
    },
  });

const BLOCK = { missingFields: 'block', unmetCriteria: 'block' } as const;
const WARN = { missingFields: 'warn', unmetCriteria: 'warn' } as const;

function told(
  rules: Partial<Process>,
  history: readonly string[],
  fields = 'stage: proposal\nnext_step: Call',
  process = team(rules),
) {
  const lines = history.length ? `history:\n${history.map(line => `  - {${line}}\n`).join('')}` : '';
  const text = `---\ntitle: Acme\n${fields}\n${lines}---\n`;
  return hintsFor(readGood(text, process), { process, today: TODAY, alike: [] }).map(
    ({ severity, isQuiet, meant }) => `${isQuiet ? 'quiet ' : ''}${severity} ${meant?.join()}`,
  );
}

describe('what a deal has left undone', () => {
  const began = 'on: 2026-01-12, stage: qualification';
  const went = 'on: 2026-02-12, stage: proposal';

  it('is nothing where the team wants nothing', () => {
    assert.deepEqual(told({ missingFields: 'allow', unmetCriteria: 'allow' }, [began, went]), []);
  });

  it('is a hint for all to see where the team only warns, and a quiet one what its stage wants next', () => {
    assert.deepEqual(told(WARN, [began, went]), ['hint budget', 'hint value', 'quiet hint po_number']);
  });

  it('is a warning where the team blocks, for then it was moved by hand', () => {
    assert.deepEqual(told(BLOCK, [began, went]), ['warning budget', 'warning value', 'quiet hint po_number']);
  });

  it('is a quiet hint where the history says that it was moved in spite of that', () => {
    const meant = told(BLOCK, [began, `${went}, override: true`]);
    assert.deepEqual(meant, ['quiet hint budget', 'quiet hint value', 'quiet hint po_number']);
  });

  it('is on record by what was skipped, and nothing else', () => {
    const meant = told(BLOCK, [began, `${went}, skipped: [budget], override: true`]);
    assert.deepEqual(meant, ['quiet hint budget', 'warning value', 'quiet hint po_number']);
  });

  it('is not on record by an older line for another move: one override silenced all blocks for good', () => {
    const lines = ['on: 2026-01-02, stage: lead-generation, override: true', began, went];
    assert.deepEqual(told(BLOCK, lines).slice(0, 2), ['warning budget', 'warning value']);
  });

  it('is not on record by a first way through where the deal went back and left again by hand', () => {
    const lines = [
      began,
      `${went}, override: true`,
      'on: 2026-02-20, stage: qualification',
      'on: 2026-02-21, stage: proposal',
    ];
    assert.deepEqual(told(BLOCK, lines).slice(0, 2), ['warning budget', 'warning value']);
  });

  it('is on record by a line that skips the stages that wanted it', () => {
    const lines = ['on: 2026-01-02, stage: lead-generation', `${went}, override: true`];
    assert.deepEqual(told(BLOCK, lines).slice(0, 2), ['quiet hint budget', 'quiet hint value']);
  });

  it('counts from the first stage on where nobody knows where the deal began', () => {
    assert.deepEqual(told(BLOCK, []).slice(0, 2), ['warning budget', 'warning value']);
  });

  it('is on record only if each stage that wanted it is, where several do', () => {
    const twice = makeProcess({
      ...BLOCK,
      stages: { qualification: { required: ['value'] }, proposal: { required: ['value'] } },
    });
    const [meant, byHand] = [', override: true', ''];
    for (const [first, second, severity] of [
      [meant, meant, 'quiet hint value'],
      [meant, byHand, 'warning value'],
      [byHand, meant, 'warning value'],
      [byHand, byHand, 'warning value'],
      [', skipped: [value]', ', skipped: [other]', 'warning value'],
      [', skipped: [other]', ', skipped: [value]', 'warning value'],
    ] as const) {
      const history = [began, `${went}${first}`, `on: 2026-03-12, stage: negotiation${second}`];
      assert.deepEqual(
        told(BLOCK, history, 'stage: negotiation\nnext_step: Call', twice),
        [severity],
        history.join(),
      );
    }
  });

  it('is nothing where the deal began behind the stages that want something', () => {
    assert.deepEqual(told(BLOCK, [went]), ['quiet hint po_number']);
  });
});

describe('what a deal that is won by hand has left undone', () => {
  const won = 'stage: qualification\nstatus: won\nclosed_on: 2026-02-12';
  const began = 'on: 2026-01-12, stage: qualification';

  it('is a warning where the team blocks: winning by hand passed every gate unseen', () => {
    const warnings = ['warning budget', 'warning value', 'warning po_number'];
    assert.deepEqual(told(BLOCK, [began], won), warnings);
    assert.deepEqual(told(BLOCK, [began, 'on: 2026-02-12, status: won'], won), warnings);
  });

  it('is a quiet hint where the history says that somebody knew, or the team only warns', () => {
    const quiet = ['quiet hint budget', 'quiet hint value', 'quiet hint po_number'];
    assert.deepEqual(told(BLOCK, [began, 'on: 2026-02-12, status: won, override: true'], won), quiet);
    assert.deepEqual(told(WARN, [began], won), quiet);
  });

  it('is nothing in a deal that is lost', () => {
    const lost = 'stage: proposal\nstatus: lost\nclosed_on: 2026-02-12\nlost_reason: price';
    assert.deepEqual(told(BLOCK, [began], lost), []);
  });
});

describe('a move that the rules are against, made by hand', () => {
  const began = 'on: 2026-01-12, stage: lead-generation';
  const won = 'on: 2026-02-12, status: won';
  const early = ['stage: proposal\nstatus: won', [won]] as const;
  const ahead = ['stage: qualification', [began]] as const;
  const behind = ['stage: lead-generation', [began, 'on: 2026-02-12, stage: prospecting']] as const;
  const rulesTold = (rules: ProcessSettings, [fields, history]: readonly [string, readonly string[]]) => {
    const text = `---\n${fields}\nhistory:\n${history.map(line => `  - {${line}}\n`).join('')}---\n`;
    return readGood(text, makeProcess(rules))
      .problems.filter(({ code }) => code !== 'history-mismatch')
      .map(({ severity, code, at }) => `${severity} ${code} ${String(at)}`);
  };

  it('is said with both stages, as the team calls them', () => {
    const said = (rules: ProcessSettings, fields: string, ...history: readonly string[]) => {
      const process = makeProcess({ ...rules, stages: { closing: { label: 'Vertrag' } } });
      const lines = history.map(line => `  - {${line}}\n`).join('');
      return readGood(`---\n${fields}\nhistory:\n${lines}---\n`, process).problems.map(sentenceOf);
    };
    assert.deepEqual(said({ skip: 'warn' }, 'stage: closing', began, 'on: 2026-02-12, stage: closing'), [
      'This deal skips a stage, from Lead generation to Vertrag.',
    ]);
    assert.deepEqual(
      said(
        { back: 'block' },
        'stage: proposal',
        'on: 2026-02-12, stage: closing',
        'on: 2026-02-13, stage: proposal',
      ),
      ['This deal moves back, from Vertrag to Proposal. Your team’s sales-process.yaml doesn’t allow it.'],
    );
    assert.deepEqual(said({ winEarly: 'warn' }, 'stage: proposal\nstatus: won', won), [
      'This deal was won in Proposal, before Vertrag.',
    ]);
  });

  it('is told of a stage that a line says was left, at that', () => {
    const lines = [began, 'on: 2026-03-12, stage: needs-analysis, from: qualification'];
    assert.deepEqual(rulesTold({ skip: 'warn' }, ['stage: needs-analysis', lines]), [
      'hint skipped-stage history,1,from',
    ]);
  });

  it('is a win that is not on record, whatever is on record below it', () => {
    const below = `on: 2026-03-12, stage: proposal, override: true`;
    assert.ok(
      rulesTold({ winEarly: 'warn' }, ['stage: proposal\nstatus: won', [won, below]]).includes(
        'hint won-early status',
      ),
    );
  });

  for (const [what, rules, deal, problems] of [
    ['a stage ahead of the history', { skip: 'warn' }, ahead, ['hint skipped-stage stage']],
    ['one that is not allowed', { skip: 'block' }, ahead, ['warning skipped-stage stage']],
    ['one that the other rule is about', { back: 'block', skip: 'allow' }, ahead, []],
    ['a stage behind the history', { back: 'warn' }, behind, ['hint step-back stage']],
    ['one back that is not allowed', { back: 'block' }, behind, ['warning step-back stage']],
    ['one back that the other rule is about', { skip: 'block', back: 'allow' }, behind, []],
    ['the next stage', { skip: 'block', back: 'block' }, ['stage: prospecting', [began]], []],
    ['a win in time', { winEarly: 'block' }, ['stage: closing\nstatus: won', [won]], []],
    ['an early win', { winEarly: 'warn' }, early, ['hint won-early status']],
    ['one that is not allowed', { winEarly: 'block' }, early, ['warning won-early status']],
    ['one that the team allows', {}, early, []],
    [
      'an early win that is on record',
      { winEarly: 'block' },
      ['stage: proposal\nstatus: won', [`${won}, override: true`]],
      [],
    ],
    ['an early loss', { winEarly: 'block' }, ['stage: proposal\nstatus: lost', []], []],
    [
      'a skip in a line, and no record of it',
      { skip: 'warn' },
      ['stage: qualification', [began, 'on: 2026-02-12, stage: qualification, override: false']],
      ['hint skipped-stage history,1,stage'],
    ],
    [
      'a skip that is on record',
      { skip: 'warn' },
      ['stage: qualification', [began, 'on: 2026-02-12, stage: qualification, override: true']],
      [],
    ],
    [
      'a step back in a line',
      { back: 'block' },
      ['stage: lead-generation', ['on: 2026-01-01, stage: prospecting', began]],
      ['warning step-back history,1,stage'],
    ],
  ] as const) {
    it(`${problems.length ? 'is told of' : 'is nothing where it is'} ${what}`, () =>
      assert.deepEqual(rulesTold(rules, deal), problems));
  }
});
