import assert from 'node:assert/strict';
import { differencesOf, type FieldDifference } from '../../../../src/core/intake/again/compare';
import { writtenOf } from '../../../../src/core/intake/again/remember';
import { saidText } from '../../../../src/core/intake/again/saidText';
import { updateDeal } from '../../../../src/core/intake/again/update';
import { readWritten, writeWritten, type WrittenDeal } from '../../../../src/core/intake/again/written';
import { DEFAULT_PROCESS, makeProcess, type Process } from '../../../../src/core/process/process';
import { sentenceOf } from '../../../../src/words/sentence';
import { date, file } from '../../support/deals';
import { dealOf, TODAY } from './support/table';

type Cells = Readonly<Record<string, string>>;

interface Again {
  /** What the row said when it was imported; nothing where no import is known to have been. */
  readonly before?: Cells;
  readonly row: Cells;
  readonly takes?: boolean;
  readonly process?: Process;
}

/** What a newer row makes of a file, and what it leaves, each as `field: here → there`. */
function again(text: string, { before, row, takes = false, process = DEFAULT_PROCESS }: Again) {
  const written = before && writtenOf(dealOf(before));
  const updated = updateDeal(
    'acme.md',
    text,
    { incoming: dealOf(row), written },
    { process, today: TODAY, movedOn: date('2026-11-20'), takes: () => takes },
  );
  assert.ok(updated.ok, updated.ok ? '' : sentenceOf(updated.problem));
  const told = (all: readonly FieldDifference[]) =>
    all.map(({ field, here, there }) => `${field}: ${saidText(here)} → ${saidText(there)}`);
  const { edited, taken, left } = updated;
  return { text: edited.text, taken: told(taken), left: told(left), written: updated.written };
}

const yaml = (...lines: readonly string[]) => file(['title: Acme', ...lines].join('\n'), '');

describe('where a newer row has a deal', () => {
  const begun = '  - {on: 2026-01-05, stage: prospecting}';

  it('is told through the stages that the row names, each on its day', () => {
    const text = yaml('stage: prospecting', 'history:', begun);
    const row = {
      stage: 'Negotiation',
      'entered Prospecting': '2026-01-05',
      'entered Qualification': '2026-02-01',
      'entered Proposal': '2026-03-01',
    };
    assert.equal(
      again(text, { before: { stage: 'Prospecting' }, row }).text,
      yaml(
        'stage: negotiation',
        'history:',
        begun,
        '  - {on: 2026-02-01, stage: qualification}',
        '  - {on: 2026-03-01, stage: proposal}',
        '  - {on: 2026-11-20, stage: negotiation}',
      ),
    );
    const entered = again(text, {
      before: { stage: 'Prospecting' },
      row: { ...row, 'entered Negotiation': '2026-04-01' },
    });
    assert.match(entered.text, /^ {2}- \{on: 2026-04-01, stage: negotiation\}$/m);
  });

  it('says nothing of days before the last one that the file knows', () => {
    const text = yaml(
      'stage: qualification',
      'history:',
      begun,
      '  - {on: 2026-03-01, stage: qualification}',
    );
    const row = { stage: 'Closing', 'entered Proposal': '2026-02-01', 'entered Closing': '2026-04-01' };
    assert.deepEqual(
      again(text, { before: { stage: 'Qualification' }, row })
        .text.match(/\{on: .*\}/g)!
        .slice(2),
      ['{on: 2026-04-01, stage: closing}'],
    );
    // Of the same day there may be more.
    const same = again(text, {
      before: { stage: 'Qualification' },
      row: { ...row, 'entered Proposal': '2026-03-01' },
    });
    assert.deepEqual(same.text.match(/\{on: .*\}/g)!.slice(2), [
      '{on: 2026-03-01, stage: proposal}',
      '{on: 2026-04-01, stage: closing}',
    ]);
  });

  it('is told of a deal without a history from the day on which it was created', () => {
    const text = yaml('stage: prospecting', 'created: 2026-02-15');
    const row = {
      stage: 'Proposal',
      'entered Qualification': '2026-02-01',
      'entered Proposal': '2026-03-01',
    };
    assert.deepEqual(again(text, { before: { stage: 'Prospecting' }, row }).text.match(/\{on: .*\}/g), [
      '{on: 2026-03-01, stage: proposal, from: prospecting}',
    ]);
  });

  it('may be closed, with the reason and a note, on the day of the close', () => {
    const text = yaml('stage: proposal', 'history:', begun, '  - {on: 2026-02-01, stage: proposal}');
    const row = { status: 'lost', closed_on: '2026-10-01', lost_reason: 'price', lost_note: 'Too dear' };
    assert.equal(
      again(text, { before: {}, row }).text,
      yaml(
        'stage: proposal',
        'status: lost',
        'lost_reason: price',
        'lost_note: Too dear',
        'closed_on: 2026-10-01',
        'history:',
        begun,
        '  - {on: 2026-02-01, stage: proposal}',
        '  - {on: 2026-10-01, status: lost, reason: price}',
      ),
    );
    const unknown = again(text, { before: {}, row: { status: 'lost' } }).text;
    assert.match(unknown, /^closed_on: 2026-11-20$/m);
    assert.doesNotMatch(unknown, /reason|note/);
    const won = again(text, {
      before: {},
      row: { stage: 'Closing', status: 'won', closed_on: '2026-10-01' },
    });
    assert.deepEqual(won.text.match(/\{on: .*\}/g)!.slice(2), [
      '{on: 2026-10-01, stage: closing}',
      '{on: 2026-10-01, status: won}',
    ]);
  });

  it('may be open again, in a stage of its own', () => {
    const closed = ['history:', begun, '  - {on: 2026-02-01, status: lost}'];
    const text = yaml('stage: prospecting', 'status: lost', 'closed_on: 2026-02-01', ...closed);
    const before = { stage: 'Prospecting', status: 'lost', closed_on: '2026-02-01' };
    assert.equal(
      again(text, { before, row: { stage: 'Proposal', 'entered Proposal': '2026-03-01' } }).text,
      yaml(
        'stage: proposal',
        'status: open',
        ...closed,
        '  - {on: 2026-03-01, status: open}',
        '  - {on: 2026-03-01, stage: proposal}',
      ),
    );
    // Where nobody knew its stage, the one that it goes on in is the one it is opened in.
    const nowhere = text.replace('stage: prospecting', 'stage: unknown').replace(`${begun}\n`, '');
    const opened = again(nowhere, { before: { ...before, stage: '' }, row: { stage: 'Proposal' } }).text;
    assert.match(opened, /^stage: proposal\nstatus: open$/m);
    assert.match(opened, /^ {2}- \{on: 2026-11-20, .*status: open.*\}$/m);
  });

  it('may have ended the other way after all where nobody knows its stage', () => {
    const text = yaml(
      ...['stage: unknown', 'status: lost', 'lost_reason: price', 'lost_note: x', 'closed_on: 2026-02-01'],
      ...['history:', '  - {on: 2026-02-01, status: lost, reason: price}'],
    );
    const before = {
      stage: '',
      status: 'lost',
      closed_on: '2026-02-01',
      lost_reason: 'price',
      lost_note: 'x',
    };
    const row = { stage: '', status: 'won', closed_on: '2026-03-01' };
    const history = ['history:', '  - {on: 2026-02-01, status: lost, reason: price}'];
    assert.equal(
      again(text, { before, row }).text,
      yaml(
        ...['stage: unknown', 'status: won', 'closed_on: 2026-03-01', ...history],
        '  - {on: 2026-03-01, status: won}',
      ),
    );
    assert.match(again(text, { before, row: { stage: '', status: 'won' } }).text, /^closed_on: 2026-11-20$/m);
    const process = makeProcess({ writesHistory: false });
    assert.ok(again(text, { before, row, process }).text.endsWith(`${history.join('\n')}\n---\n`));
    const won = yaml('stage: unknown', 'status: won', 'closed_on: 2026-02-01');
    const lost = again(won, {
      before: { stage: '', status: 'won', closed_on: '2026-02-01' },
      row: { stage: '', status: 'lost', closed_on: '2026-03-01', lost_reason: 'price', lost_note: 'x' },
    });
    assert.match(lost.text, /^lost_reason: price\nlost_note: x$/m);
    assert.match(lost.text, /^ {2}- \{on: 2026-03-01, status: lost, reason: price\}$/m);
  });

  it('is told on the day that the file knows where that is later than the one that the row has', () => {
    const text = yaml('stage: prospecting', 'history:', '  - {on: 2026-11-25, stage: prospecting}');
    const { text: after } = again(text, { before: { stage: 'Prospecting' }, row: { stage: 'Proposal' } });
    assert.match(after, /^ {2}- \{on: 2026-11-25, stage: proposal\}$/m);
  });
});

describe('the fields of a newer row', () => {
  it('are written where they changed there alone, and left where both sides changed them', () => {
    const text = yaml('stage: proposal', 'owner: kim', 'source: Fair', 'next_step: Call');
    const before = { owner: 'dana', source: 'Fair', next_step: 'Call' };
    const row = { owner: 'lee', source: 'Web', next_step: '' };
    const told = again(text, { before, row });
    assert.deepEqual(
      [told.taken, told.left],
      [['source: Fair → Web', 'next_step: Call → '], ['owner: kim → lee']],
    );
    assert.equal(told.text, yaml('stage: proposal', 'owner: kim', 'source: Web'));
    assert.deepEqual(told.written.fields, { title: 'Acme', stage: 'proposal', owner: 'dana', source: 'Web' });
    const chosen = again(text, { before, row, takes: true });
    assert.deepEqual([chosen.left, /^owner: lee$/m.test(chosen.text)], [[], true]);
    // What changed here alone is no difference.
    assert.deepEqual(again(text, { before, row: before }).text, text);
  });

  it('are all left where no import is known to have written them, and stay unsettled', () => {
    const text = yaml('stage: proposal', 'owner: kim', 'tags: [a]', 'contacts: [{name: R. Lee}]');
    const row = {
      owner: 'lee',
      tags: 'b',
      contact: 'R. Lee',
      contact_role: 'Buyer',
      notes: 'They like it.',
      title: 'Acme 2',
    };
    const { left, taken, written } = again(text, { row });
    assert.deepEqual(taken, []);
    assert.deepEqual(left, [
      'title: Acme → Acme 2',
      'owner: kim → lee',
      'tags: a → a, b',
      'contacts: R. Lee → R. Lee',
      'notes:  → They like it.',
    ]);
    assert.deepEqual(written.unsettled, ['title', 'owner', 'tags', 'contacts', 'notes']);
    const later = updateDeal(
      'acme.md',
      text.replace('owner: kim', 'owner: lee'),
      { incoming: dealOf({ ...row, owner: 'ray' }), written },
      { process: DEFAULT_PROCESS, today: TODAY, movedOn: TODAY, takes: () => false },
    );
    assert.ok(later.ok);
    assert.equal(later.left.length, 5);
  });

  it('are one with the title, the lists and the people', () => {
    const text = yaml('stage: proposal', 'tags: [a, mine]', 'contacts:', '  - {name: R. Lee, role: Buyer}');
    const before = { tags: 'a;b', contact: 'R. Lee' };
    const row = { title: 'Acme 2', tags: 'b;c', contact: 'R. Lee; T. Ray' };
    assert.equal(
      again(text, { before, row }).text,
      [
        '---\ntitle: Acme 2\nstage: proposal\ntags: [c, mine]\ncontacts:',
        '  - {name: R. Lee, role: Buyer}\n  - {name: T. Ray}\n---\n',
      ].join('\n'),
    );
    const changed = again(text, { before, row: { contact: 'R. Lee', contact_phone: '123' } }).text;
    assert.match(changed, /^contacts:\n {2}- \{name: R\. Lee, role: Buyer, phone: '123'\}$/m);
    assert.match(again(yaml('stage: proposal'), { before: {}, row }).text, /^contacts:\n(?: {2}- .*\n){2}/m);
  });

  it('go into the line that tells of the close, where that says the same', () => {
    const at = (day: string, reason: string, line = reason) =>
      yaml(
        ...['stage: proposal', 'status: lost', `lost_reason: ${reason}`, `closed_on: ${day}`],
        ...['history:', `  - {on: ${day}, status: lost, reason: ${line}}`],
      );
    const before = { status: 'lost', closed_on: '2026-02-01', lost_reason: 'price' };
    const row = { status: 'lost', closed_on: '2026-03-01', lost_reason: 'timing' };
    assert.equal(again(at('2026-02-01', 'price'), { before, row }).text, at('2026-03-01', 'timing'));
    assert.equal(
      again(at('2026-02-01', 'price', 'other'), { before, row }).text,
      at('2026-03-01', 'timing', 'other'),
    );
  });

  it('leave what a deal is worth where one part of it was changed here', () => {
    const text = yaml('stage: proposal', 'value: 5', 'currency: USD');
    const before = { value: '5 EUR' };
    assert.deepEqual(again(text, { before, row: { value: '7 EUR' } }).left, ['value: 5 → 7']);
    const own = yaml('stage: proposal', 'value: 5', 'currency: EUR');
    const taken = again(own, { before, row: { value: '7 USD' } });
    assert.deepEqual(taken.text, yaml('stage: proposal', 'value: 7', 'currency: USD'));
    const monthly = yaml('stage: proposal', 'value: 5', 'currency: EUR', 'value_period: month');
    assert.deepEqual(again(monthly, { before, row: { value: '7 EUR' } }).left, ['value: 5 → 7']);
  });

  it('put new notes in the place of the old ones, word for word, with the line ends of the file', () => {
    const body = '\nTwo sites.\n\n## Log\n\n- 2026-01-05 Met\n';
    const [before, row] = [{ notes: 'Two sites.' }, { notes: 'Three sites.\nAll new.' }];
    const text = yaml('stage: proposal') + body;
    const after = yaml('stage: proposal') + body.replace('Two sites.', 'Three sites.\nAll new.');
    assert.equal(again(text, { before, row }).text, after);
    const crlf = (one: string) => one.replaceAll('\n', '\r\n');
    assert.equal(again(crlf(text), { before, row }).text, crlf(after));
    assert.deepEqual(again(text, { before, row: { notes: 'Two sites.' } }).text, text);
    // Rewritten here, they stay, and what comes is shown; where it is wanted it stands beside them.
    const mine = text.replace('Two sites.', 'Just one.');
    assert.deepEqual(again(mine, { before, row }).left.length, 1);
    const both = again(mine, { before, row, takes: true }).text;
    assert.ok(both.includes('Just one.') && both.includes('Three sites.\nAll new.'), both);
    // Where there were none, they are news.
    const none = again(yaml('stage: proposal'), { before: {}, row });
    assert.deepEqual([none.left, none.text.includes('Three sites.\nAll new.')], [[], true]);
    // A title may say the same words.
    const titled = again(`---\ntitle: Two sites.\nstage: proposal\n---\n${body}`, {
      before: { ...before, title: 'Two sites.' },
      row: { ...row, title: 'Two sites.' },
    });
    assert.match(titled.text, /^---\ntitle: Two sites\.\n/);
  });

  it('are not looked at where the file can’t be read', () => {
    const incoming = dealOf({});
    const refused = differencesOf(
      'a.md',
      '---\nstage: [\n---\n',
      { incoming, written: undefined },
      DEFAULT_PROCESS,
    );
    assert.ok('problem' in refused);
  });
});

describe('what imports have written', () => {
  const deal: WrittenDeal = {
    fields: {
      title: 'Acme',
      value: 5,
      tags: ['a'],
      contacts: [{ name: 'R. Lee', ok: true }],
      gone: null,
      no: false,
    },
    notes: 'x',
    usual: 60,
    unsettled: ['owner', 'title'],
  };

  it('is kept a deal in each line, in the order of ids and keys, and read again', () => {
    const text = writeWritten(
      new Map([
        ['b', { fields: {}, notes: '', unsettled: [] }],
        ['a', { ...deal, unsettled: ['title', 'owner'] }],
      ]),
    );
    assert.equal(
      text,
      [
        '{\n  "version": 1,\n  "deals": {',
        '    "a": {"fields":{"contacts":[{"name":"R. Lee","ok":true}],"gone":null,"no":false,"tags":["a"],"title":"Acme","value":5},"notes":"x","usual":60,"unsettled":["owner","title"]},',
        '    "b": {"fields":{}}\n  }\n}\n',
      ].join('\n'),
    );
    const read = readWritten(text, 'crm.json');
    assert.ok(read.ok);
    assert.deepEqual(
      [...read.deals],
      [
        ['a', deal],
        ['b', { fields: {}, notes: '', unsettled: [] }],
      ],
    );
  });

  for (const [what, text] of [
    ['is no JSON', '{'],
    ['is a list', '[]'],
    ['is of another version', '{"version": 2, "deals": {}}'],
    ['has no deals', '{"version": 1}'],
    ['has a list of deals', '{"version": 1, "deals": []}'],
    ['has a deal that is none', '{"version": 1, "deals": {"a": 1}}'],
    ['has one without fields', '{"version": 1, "deals": {"a": {"notes": "x"}}}'],
    ['has notes that are no text', '{"version": 1, "deals": {"a": {"fields": {}, "notes": 1}}}'],
    ['has no texts for fields', '{"version": 1, "deals": {"a": {"fields": {}, "unsettled": "x"}}}'],
    ['has a number among them', '{"version": 1, "deals": {"a": {"fields": {}, "unsettled": [1]}}}'],
    ['has a map for a value', '{"version": 1, "deals": {"a": {"fields": {"x": {}}}}}'],
    ['has a mixed list', '{"version": 1, "deals": {"a": {"fields": {"x": ["a", 1]}}}}'],
    ['has a list in a person', '{"version": 1, "deals": {"a": {"fields": {"x": [{"name": []}]}}}}'],
  ])
    it(`is refused whole where the file ${what}`, () => {
      const read = readWritten(text!, '_import/crm.json');
      assert.ok(!read.ok);
      assert.match(sentenceOf(read.problem), /^Couldn’t read _import\/crm\.json/);
    });

  it('is said on one line', () => {
    const people = [{ name: 'R. Lee' }, { email: 't@a.example' }, { role: 'Buyer' }, {}];
    assert.equal(saidText(people), 'R. Lee, t@a.example, Buyer, ');
    assert.deepEqual([undefined, null, 5, 'a\nb', ['a', 'b']].map(saidText), ['', '', '5', 'a b', 'a, b']);
  });
});
