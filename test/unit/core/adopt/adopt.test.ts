import assert from 'node:assert/strict';
import { addAdoption } from '../../../../src/core/adopt/addFields';
import { proposeAdoption } from '../../../../src/core/adopt/adoption';
import type { Field } from '../../../../src/core/fields/table';
import type { Data } from '../../../../src/core/frontMatter/parse';
import { readProcess } from '../../../../src/core/process/processFile';
import { applyEdits } from '../../../../src/core/textEdit';
import { sentenceOf } from '../../../../src/words/sentence';

const propose = (notes: readonly Data[], process = '') =>
  proposeAdoption(notes, readProcess(process).process);

const fieldsFor = (notes: readonly Data[], process = '') =>
  Object.fromEntries(propose(notes, process)?.fields ?? []);

describe('the keys that are proposed for fields', () => {
  const many = (data: Data, count: number) => Array.from({ length: count }, () => data);

  it('are those that most notes have, where they say something', () => {
    const notes = [
      ...many({ stage: 'proposal', company: '', customer: null }, 3),
      ...many({ stage: 'proposal', client: 'Acme', company: 'Acme' }, 2),
      ...many({ stage: 'proposal', client: 'Tern' }, 1),
    ];
    assert.deepEqual(fieldsFor(notes), { account: 'client' });
    assert.deepEqual(propose(notes)!.leftKeys, [{ key: 'company', field: 'account' }]);
  });

  it('are those whose values fit in more than half of the notes', () => {
    const fits = { stage: 'proposal', amount: 5 };
    const doesNot = { stage: 'proposal', amount: 'much' };
    assert.deepEqual(fieldsFor([fits, fits, doesNot]), { value: 'amount' });
    assert.deepEqual(fieldsFor([fits, doesNot]), {});
    assert.deepEqual(propose([fits, doesNot])!.leftKeys, [{ key: 'amount', field: 'value' }]);
  });

  it('are none whose values fit nowhere, even under our name, and what closes is only what begins so', () => {
    const { fields, leftKeys } = propose([{ stage: 'proposal', Value: 'much', Disclose: '2026-03-02' }])!;
    assert.deepEqual([[...fields], leftKeys], [[], [{ key: 'Value', field: 'value' }]]);
    assert.deepEqual(fieldsFor([{ stage: 'proposal', Close: '2026-03-02' }]), { close_date: 'Close' });
  });

  it('are of notes alone that have a stage', () => {
    const others = many({ company: 'Acme', phase: ' ' }, 3);
    const { fields, deals } = propose([...others, { phase: 'proposal', client: 'Acme' }])!;
    assert.deepEqual([Object.fromEntries(fields), deals], [{ stage: 'phase', account: 'client' }, 1]);
  });

  it('are none that the process file could not have', () => {
    const long = `amount ${'x'.repeat(60)}`;
    assert.deepEqual(fieldsFor([{ stage: 'proposal', 'amount (EUR)': 5, [long]: 5 }]), {});
    assert.equal(propose([{ 'deal stage!': 'proposal' }]), undefined);
    const { fields, leftKeys } = propose([{ stage: 'proposal', 'Close & Date': '2026-03-02' }])!;
    assert.deepEqual([[...fields], leftKeys], [[], [{ key: 'Close & Date', field: 'close_date' }]]);
  });

  it('are not those that the process file has for something else', () => {
    const notes = [{ phase: 'proposal', amount: 5, revenue: 6 }];
    const process = 'fields:\n  stage: phase\n  expected_close: amount\n  value: worth\n';
    assert.equal(fieldsFor(notes, process)['stage'], 'phase');
    assert.equal(fieldsFor(notes, 'fields:\n  stage: phase\n  value: amount\n')['value'], 'amount');
    assert.deepEqual(propose(notes, 'fields:\n  stage: phase\n  value: amount\n')!.leftKeys, [
      { key: 'revenue', field: 'value' },
    ]);
  });

  it('are none for what no deal has a field for', () => {
    const note = { stage: 'proposal', Notes: 'x', 'Deal ID': 5, probability: 40, Type: 'x', mood: 'good' };
    const { fields, leftKeys } = propose([note])!;
    assert.deepEqual([[...fields], leftKeys], [[], []]);
  });

  it('are the day of the close and the contacts under the names that exports have for them', () => {
    const note = { stage: 'won', 'Close Date': '2026-03-02', 'Contact Name': 'Rita Lee' };
    const fields = fieldsFor([note]);
    assert.deepEqual(fields, { close_date: 'Close Date', contacts: 'Contact Name' });
  });
});

describe('the key that is taken for the stage', () => {
  it('is the one whose values are stages, before one that more notes have', () => {
    const notes = [{ phase: 'alpha' }, { phase: 'beta' }, { phase: 'beta', deal_stage: 'proposal' }];
    const { stageKey, leftKeys } = propose(notes)!;
    assert.deepEqual([stageKey, leftKeys], ['deal_stage', []]);
  });

  it('is the one that most notes have, where its stages are those of other systems, or outcomes', () => {
    const notes = [
      ...['Demo', 'Proposal sent', 'Closed Won'].map(stage => ({ 'deal-stage': stage })),
      { Stage: 'Negotiation' },
    ];
    assert.equal(propose(notes)!.stageKey, 'deal-stage');
    assert.deepEqual(propose([...notes].reverse())!.stageKey, 'deal-stage');
  });

  it('may have our own word for closed deals whose last stage isn’t known, which needs no alias', () => {
    const notes = ['proposal', 'unknown'].map(stage => ({ phase: stage }));
    assert.deepEqual([propose(notes)!.aliases, propose(notes)!.leftStages], [[], []]);
  });

  it('is the one that most notes have, where none has stages', () => {
    assert.equal(propose([{ deal_stage: 'x' }, { phase: 'alpha' }, { phase: 'beta' }])!.stageKey, 'phase');
  });

  it('is the one that the process file names, whatever else there is', () => {
    const { stageKey, deals } = propose([{ step: 'x', phase: 'closing' }], 'fields: {stage: step}\n')!;
    assert.deepEqual([stageKey, deals], ['step', 1]);
  });

  it('is none whose name says something else, even where it has stages', () => {
    assert.equal(propose([{ mood: 'proposal' }]), undefined);
  });

  it('may have something else than words in a few notes', () => {
    assert.equal(propose([{ phase: 'proposal' }, { phase: 3 }])!.stageKey, 'phase');
  });

  it('is the status only where most of its values are stages', () => {
    const status = (...all: unknown[]) => propose(all.map(one => ({ status: one })))?.stageKey;
    assert.equal(status('proposal', 'closing', 'hot'), 'status');
    assert.equal(status('proposal', 'hot'), undefined);
    assert.equal(status(5, true), undefined);
    assert.equal(status('proposal', 5, 6), 'status');
  });

  it('has words', () => {
    assert.equal(propose([{ phase: 3 }]), undefined);
    assert.equal(propose([]), undefined);
  });
});

describe('a standard name that another field has taken', () => {
  it('is given up for one that no note has', () => {
    const note = { status: 'proposal', deal_status: 'x' };
    assert.deepEqual(propose([{ status: 'proposal' }])!.leftKeys, []);
    assert.equal(fieldsFor([note])['status'], 'own_status');
    assert.equal(fieldsFor([note, { status: 'proposal' }])['status'], 'own_status');
    assert.deepEqual(fieldsFor([{ ...note, own_status: 'y' }]), { stage: 'status' });
  });
});

describe('a status that says nothing of won and lost', () => {
  const note = (status: string) => ({ stage: 'proposal', status });

  it('stays the notes’ own, and ours gets another name', () => {
    const { fields, leftKeys } = propose([
      ...['active', 'someday', 'open'].map(note),
      { stage: 'proposal' },
    ])!;
    assert.deepEqual([...fields], [['status', 'deal_status']]);
    assert.deepEqual(leftKeys, [{ key: 'status', field: 'status' }]);
  });

  for (const key of ['Status', 'STATUS', 'state'])
    it(`stays the notes’ own as ${key}, too`, () => {
      const { fields, leftKeys } = propose(
        ['active', 'aktiv', 'open'].map(one => ({ stage: 'proposal', [key]: one })),
      )!;
      assert.deepEqual([...fields], key === 'state' ? [] : [['status', 'deal_status']]);
      assert.deepEqual(leftKeys, [{ key, field: 'status' }]);
    });

  it('is read under the name that it has where it says won or lost', () => {
    const notes = ['active', 'won', 'lost'].map(Status => ({ stage: 'proposal', Status }));
    assert.deepEqual(fieldsFor(notes), { status: 'Status' });
  });

  it('has another name where the stage stands in it in capitals, or a key is like that name', () => {
    assert.deepEqual(fieldsFor([{ Status: 'proposal' }]), { stage: 'Status', status: 'deal_status' });
    const note = { stage: 'proposal', Status: 'aktiv', 'Deal Status': 5 };
    assert.equal(fieldsFor([note])['status'], 'own_status');
  });

  it('is ours where one may say it, all say it’s open, or the process file says so', () => {
    for (const ended of ['won', 'signed', 'Closed', 'gewonnen', 'lostt'])
      assert.deepEqual(fieldsFor(['active', 'active', ended].map(note)), {}, ended);
    assert.deepEqual(fieldsFor([note('open'), note('Open')]), {});
    assert.deepEqual(fieldsFor([{ stage: 'proposal' }]), {});
    const named = propose([note('active')], 'fields:\n  status: standing\n')!;
    assert.deepEqual([[...named.fields], named.leftKeys], [[['status', 'standing']], []]);
  });
});

describe('names of stages that notes use', () => {
  it('are told to the process where they are sure, and counted where they are not', () => {
    const stage = (name: string) => ({ phase: name });
    const { aliases, leftStages } = propose([
      ...['Demo', ' Demo ', 'Proposal', 'Hot', ' Hot', 'Closed Lost'].map(stage),
    ])!;
    assert.deepEqual(aliases, [{ stage: 'needs-analysis', name: 'Demo' }]);
    assert.deepEqual(leftStages, [
      { name: 'Hot', notes: 2, isOutcome: false },
      { name: 'Closed Lost', notes: 1, isOutcome: true },
    ]);
  });
});

describe('a process file that is told the keys of notes', () => {
  const FIELDS = new Map<Field, string>([
    ['stage', 'phase'],
    ['account', 'deal account'],
  ]);
  const LINES = 'fields:\n  stage: phase\n  account: deal account\n';

  function told(text: string, fields: ReadonlyMap<Field, string> = FIELDS, aliases: [string, string][] = []) {
    const named = aliases.map(([stage, name]) => ({ stage, name })) as Parameters<
      typeof addAdoption
    >[1]['aliases'];
    const added = addAdoption(text, { fields, aliases: named });
    assert.ok(added.ok, added.ok ? '' : sentenceOf(added.problem));
    assert.equal(applyEdits(text, added.edited.edits), added.edited.text);
    return added.edited;
  }

  for (const [what, text, expected] of [
    ['is empty', '', LINES],
    ['is a byte order mark', '\uFEFF', `\uFEFF${LINES}`],
    ['has comments alone', '# ours\n', `# ours\n${LINES}`],
    ['has other keys', 'currency: EUR\n', `currency: EUR\n${LINES}`],
    ['has no line end at its end', 'currency: EUR', `currency: EUR\n${LINES}`],
    ['is of Windows', 'currency: EUR\r\n', `currency: EUR\r\n${LINES.replaceAll('\n', '\r\n')}`],
  ] as const)
    it(`has them at its end where it ${what}`, () => assert.equal(told(text).text, expected));

  for (const [what, text, expected] of [
    [
      'in lines',
      'fields:\n  # ours\n  stage: phase\n',
      'fields:\n  # ours\n  account: deal account\n  stage: phase\n',
    ],
    ['in braces', 'fields: {stage: phase}\n', 'fields: {account: deal account, stage: phase}\n'],
    [
      'of Windows',
      'fields:\r\n  stage: phase\r\n',
      'fields:\r\n  account: deal account\r\n  stage: phase\r\n',
    ],
  ] as const)
    it(`gets those that are missing where it has some, ${what}`, () =>
      assert.equal(told(text).text, expected));

  it('stays as it is where it already says this, in whatever order', () => {
    const text = 'fields: {account: deal account, stage: phase}\n';
    assert.deepEqual(told(text), { edits: [{ start: text.length, end: text.length, text: '' }], text });
  });

  for (const text of [
    'fields:\n  stage: step\n',
    'fields: x\n',
    'fields: [stage]\n',
    '{currency: EUR}\n',
    '- a\n',
    'currency: [\n',
    'currency: EUR\n---\n',
    'note: |\n  text\n...\n',
  ])
    it(`is left to its people where no line can be added: ${JSON.stringify(text)}`, () => {
      const added = addAdoption(text, { fields: FIELDS, aliases: [] });
      assert.ok(!added.ok);
      assert.match(sentenceOf(added.problem), /by hand: fields: \{ ?stage: phase, account: deal account ?\}/);
    });

  it('has all names of stages that are told to it, or is left to its people', () => {
    const names: [string, string][] = [
      ['proposal', 'Offer'],
      ['closing', 'Sign'],
    ];
    const text = 'stages:\n  proposal: {label: x}\n';
    const { stages } = readProcess(told(text, new Map(), names).text).process;
    const namesOf = (id: string) => stages.find(stage => stage.id === id)!.aliases.at(-1);
    assert.deepEqual([namesOf('proposal'), namesOf('closing')], ['Offer', 'Sign']);
    const refused = addAdoption('stages:\n  proposal:\n    aliases: Quote\n', {
      fields: new Map(),
      aliases: [{ stage: 'proposal', name: 'Offer' }],
    });
    assert.match(refused.ok ? '' : sentenceOf(refused.problem), /Offer/);
  });

  it('is changed at one place alone', () => {
    const text = 'currency: EUR\nstages:\n  proposal:\n    label: Offer\nlost_reasons: [price]\n';
    const { edits } = told(text, new Map(), [['proposal', 'Quote']]);
    assert.equal(edits.length, 1);
    const [{ start, end, text: put }] = edits as [(typeof edits)[0]];
    assert.equal(start, end);
    assert.match(put, /^\s*aliases: \[Quote\]\s*$/);
    assert.ok(start > text.indexOf('proposal:') && start <= text.indexOf('lost_reasons'));
    const atEnd = told(text).edits;
    assert.deepEqual(atEnd, [{ start: text.length, end: text.length, text: LINES }]);
  });
});
