import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bothOrders, orderIn, orderMeant, type DaysOrder } from '../../../../src/core/intake/daysOrder';
import type { DecimalSign } from '../../../../src/core/intake/decimals';
import type { Mapping, MappingSaid } from '../../../../src/core/intake/mapping';
import {
  closedStageCalled,
  orderText,
  readMapping,
  readOrder,
  writeMapping,
} from '../../../../src/core/intake/mappingFile';
import { changedMapping, withColumn } from '../../../../src/core/intake/remap';
import { CELL_FIELDS, isOnce, OTHER_TARGETS, type ColumnTarget } from '../../../../src/core/intake/target';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../src/core/process/stages';
import { sentenceOf } from '../../../../src/words/sentence';
import { forAll } from '../../support/property';

const heads = fc.oneof(
  fc.constantFrom(
    'Deal',
    'Close Date',
    'Größe',
    'a: b',
    '#1',
    'yes',
    '12',
    "o'Neil",
    '"x"',
    'key',
    'stages',
    '-',
  ),
  fc.stringMatching(/^[a-zA-Z][\w ]{0,12}\w$/),
);
const target: fc.Arbitrary<ColumnTarget> = fc.oneof(
  fc.constantFrom<ColumnTarget>(...CELL_FIELDS, ...OTHER_TARGETS),
  fc.constantFrom('region', 'Größe', 'a_b').map(key => ({ key })),
  fc.constantFrom('Demo', '2', 'Offer: sent', 'no').map(entered => ({ entered })),
);
const order = fc.constantFrom<'dmy' | 'mdy'>('dmy', 'mdy');
const mapping: fc.Arbitrary<Mapping> = fc.record(
  {
    kind: fc.constantFrom('hubspot', 'crm'),
    columns: fc
      .uniqueArray(fc.tuple(heads, target), { selector: ([head]) => head, maxLength: 6 })
      .map(all => new Map(all)),
    stages: fc.uniqueArray(
      fc.record({
        name: heads,
        is: fc.constantFrom(...STAGE_IDS, 'won' as const, 'lost' as const),
        how: fc.constant('said' as const),
      }),
      { selector: ({ name }) => name, maxLength: 4 },
    ),
    dates: fc.oneof(
      order,
      fc.array(fc.tuple(heads, order), { minLength: 1, maxLength: 3 }).map(all => new Map(all)),
    ),
    decimals: fc.constantFrom<DecimalSign>('.', ','),
    currency: fc.constantFrom('EUR', null),
    owner: fc.constantFrom('dana', 'R: Lee', '007', null),
    closedStage: fc.constantFrom(...STAGE_IDS, 'unknown' as const, 'leave-out' as const),
    pipeline: fc.constantFrom('Sales', 'yes'),
  },
  { requiredKeys: ['kind', 'columns', 'stages'], noNullPrototype: true },
);

function read(text: string) {
  const done = readMapping(text, DEFAULT_PROCESS);
  return done.ok ? done.said : sentenceOf(done.problem);
}

/** With its stages by their names: a parser of YAML has names that are numbers first. */
function inOrder(one: MappingSaid | string) {
  if (typeof one === 'string') return one;
  return {
    ...one,
    stages: one.stages?.map(stage => ({ ...stage })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

describe('a mapping as a team keeps it', () => {
  it('is read as what was written', () => {
    forAll(mapping, one => assert.deepEqual(inOrder(read(writeMapping(one))), inOrder(one)));
  });

  it('takes what was changed since, and all else stays, comments among it', () => {
    forAll(fc.tuple(mapping, mapping), ([before, now]) => {
      const text = writeMapping(before)
        .replace('columns:', '# Ours.\ncolumns:')
        .replace(/^(kind: .*)$/m, '$1 # theirs');
      // Columns and stages that are there become others; a decision may be new.
      const columns = new Map(
        [...before.columns].map(([head], at) => [head, [...now.columns.values()][at] ?? 'notes']),
      );
      const stages = before.stages.map((one, at) => ({ ...one, is: now.stages[at]?.is ?? ('won' as const) }));
      const meant = { ...before, ...now, columns, stages };
      const after = changedMapping(text, meant, DEFAULT_PROCESS);
      if (after === undefined) return;
      assert.deepEqual(inOrder(read(after)), inOrder(meant));
      assert.match(after, /^# Ours\.$/m);
      assert.match(after, /^kind: .* # theirs$/m);
    });
  });

  it('gets each decision that it lacked, above its columns', () => {
    const bare: Mapping = { kind: 'crm', columns: new Map([['Deal', 'title']]), stages: [] };
    const more = {
      dates: 'dmy',
      currency: 'EUR',
      owner: null,
      closedStage: 'closing',
      pipeline: 'Sales',
    } as const;
    const after = changedMapping(writeMapping(bare), { ...bare, ...more }, DEFAULT_PROCESS)!;
    assert.deepEqual(read(after), { ...bare, ...more });
    assert.ok(after.indexOf('pipeline: Sales') < after.indexOf('columns:'));
    assert.equal(changedMapping('columns: [', bare, DEFAULT_PROCESS), undefined);
  });

  for (const [text, said] of [
    [
      'columns:\n  A: title\n  B:\n  C: ""\nstages:\n  Open: proposal\n',
      {
        columns: new Map<string, ColumnTarget>([
          ['A', 'title'],
          ['B', 'nothing'],
          ['C', 'nothing'],
        ]),
        stages: [{ name: 'Open', is: 'proposal', how: 'said' }],
      },
    ],
    ['columns:\nstages:\n', { columns: new Map(), stages: [] }],
    [
      'stages: {Ours: Won 🎉, Theirs: Closed lost}\n',
      {
        stages: [
          { name: 'Ours', is: 'won', how: 'said' },
          { name: 'Theirs', is: 'lost', how: 'said' },
        ],
      },
    ],
    ['currency: none\nowner: none\n', { currency: null, owner: null }],
    ['closed_stage: Leave out\n', { closedStage: 'leave-out' }],
    [
      'dates: {A: dmy, "*": mdy}\n',
      {
        dates: new Map([
          ['A', 'dmy'],
          ['*', 'mdy'],
        ]),
      },
    ],
  ] as const)
    it(`is read: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), said));

  for (const [text, why] of [
    ['', /columns/],
    ['- a\n', /columns/],
    ['columns: [a]\n', /columns/],
    ['stages: [a]\n', /stages/],
    ['columns: {A: nobody}\n', /“A”.*nobody/],
    ['columns: {A: {key: __proto__}}\n', /“A”/],
    ['columns: {A: {key: 1st}}\n', /“A”/],
    ['columns: {A: {key: ""}}\n', /“A”/],
    // Past the reader of the field, any text would stand there.
    ['columns: {A: {key: value}}\n', /“A”.*\{key: value\}.*Write value instead/],
    ['columns: {A: {key: Close-Date}}\n', /standard field.*Write close_date instead/],
    ['columns: {A: {key: history}}\n', /standard field.*Use another key/],
    ['columns: {A: {key: source_id}}\n', /standard field.*Write id instead/],
    ['columns: {A: {entered: ""}}\n', /“A”/],
    ['columns: {A: 12}\n', /“A”.*12/],
    ['stages: {A: nowhere}\n', /“A”.*nowhere/],
    ['stages: {A: 12}\n', /“A”.*12/],
    ['closed_stage: nowhere\n', /nowhere/],
    ['closed_stage: 12\n', /closed_stage/],
    ['kind: ../x\n', /kind/],
    ['dates: ymd\n', /dates/],
    ['dates: {A: dmy, B: ymd}\n', /dates/],
    ['currency: beads\n', /currency/],
    ['owner: 12\n', /owner/],
    ['pipeline: none\nx: 1\n', /x/],
    ['columns: {A: title\n', /columns/],
    [`# ${'x'.repeat(500_000)}\nkind: crm\n`, /columns/],
  ] as const)
    it(`is none, which is said: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const said = read(text);
      assert.match(typeof said === 'string' ? said : JSON.stringify(said), why);
      assert.equal(typeof said, 'string');
    });

  it('has for closed deals a stage, unknown or leave-out, however people write it', () => {
    const called = (typed: string) => closedStageCalled(typed, DEFAULT_PROCESS);
    assert.deepEqual(
      [
        'unknown',
        ' Unknown ',
        'leave out',
        'LEAVE_OUT',
        'Leave-out',
        'Closing',
        'proposal',
        'nowhere',
        '',
      ].map(called),
      [
        'unknown',
        'unknown',
        'leave-out',
        'leave-out',
        'leave-out',
        'closing',
        'proposal',
        undefined,
        undefined,
      ],
    );
  });
});

describe('the order of days in columns', () => {
  const [all, some] = [
    'dmy' as DaysOrder,
    new Map([
      ['Close Date', 'mdy'],
      ['*', 'dmy'],
    ]) as DaysOrder,
  ];

  it('is that of the column by its head, however that is written, else that of all others', () => {
    assert.deepEqual(
      ['A', 'x'].map(head => orderIn(all, head)),
      ['dmy', 'dmy'],
    );
    assert.deepEqual(
      ['Close Date', 'close-date', 'Created'].map(head => orderIn(some, head)),
      ['mdy', 'mdy', 'dmy'],
    );
    assert.equal(orderIn(new Map([['A', 'mdy']]), 'B'), undefined);
    assert.equal(orderIn(undefined, 'A'), undefined);
  });

  it('is what somebody says, before what the cells tell, and none where they may be read in two ways', () => {
    assert.equal(orderMeant({ head: 'A', order: 'mdy' }, all), 'dmy');
    assert.equal(orderMeant({ head: 'A', order: 'mdy' }, undefined), 'mdy');
    assert.equal(orderMeant({ head: 'A', order: 'unclear' }, undefined), undefined);
    assert.equal(orderMeant({ head: 'A', order: 'unclear' }, all), 'dmy');
  });

  it('stays what it was in columns of which nothing is said now', () => {
    assert.deepEqual(bothOrders(undefined, all), all);
    assert.deepEqual(bothOrders(all, undefined), all);
    assert.deepEqual(bothOrders(some, 'mdy'), 'mdy');
    const both = bothOrders(some, new Map([['close date', 'dmy']]));
    assert.deepEqual(
      both,
      new Map([
        ['*', 'dmy'],
        ['close date', 'dmy'],
      ]),
    );
    assert.deepEqual(
      bothOrders(all, new Map([['A', 'mdy']])),
      new Map([
        ['*', 'dmy'],
        ['A', 'mdy'],
      ]),
    );
    const others = new Map([['*', 'mdy' as const]]);
    assert.deepEqual(bothOrders(some, others), others);
  });

  it('is written on one line, and read as it was', () => {
    for (const dates of [all, some]) {
      const text = orderText(dates);
      assert.ok(!text.includes('\n'));
      assert.deepEqual(read(`dates: ${text}\n`), { dates });
    }
    assert.equal(readOrder([]), undefined);
    assert.equal(readOrder('ymd'), undefined);
    assert.deepEqual(readOrder({ A: 'dmy' }), new Map([['A', 'dmy']]));
  });
});

describe('a column that becomes something else', () => {
  const stages = [{ name: 'Open', is: 'proposal', how: 'said' }] as const;
  const before: Mapping = {
    kind: 'crm',
    columns: new Map<string, ColumnTarget>([
      ['Deal', 'title'],
      ['Name', { key: 'name' }],
      ['Step', 'stage'],
      ['Note', 'notes'],
    ]),
    stages,
  };
  const after = (head: string, is: ColumnTarget) => withColumn(before, head, is, DEFAULT_PROCESS.fields);

  it('takes the place of the one that was it, which becomes a key', () => {
    assert.deepEqual(
      after('Name', 'title').columns,
      new Map<string, unknown>([
        ['Deal', { key: 'deal' }],
        ['Name', 'title'],
        ['Step', 'stage'],
        ['Note', 'notes'],
      ]),
    );
    assert.deepEqual(after('Deal', 'title').columns, before.columns);
  });

  it('leaves others where there may be several', () => {
    assert.equal(after('Name', 'notes').columns!.get('Note'), 'notes');
    assert.ok(!isOnce('notes') && !isOnce({ key: 'x' }) && isOnce('title'));
  });

  it('has other stages where it had them, or has them now', () => {
    assert.deepEqual(after('Name', 'title').stages, stages);
    assert.equal(after('Step', 'nothing').stages, undefined);
    assert.equal(after('Name', 'last_stage').stages, undefined);
    const known = { ...before, stages: [{ ...stages[0], how: 'known' as const }] };
    assert.equal(withColumn(known, 'Name', 'title', DEFAULT_PROCESS.fields).stages, undefined);
  });

  it('has no currency and no owner where an empty text says so', () => {
    assert.deepEqual(read("currency: ''\nowner: ''\n"), { currency: null, owner: null });
  });

  it('names the line of what is wrong in it, and the file where nobody has named that', () => {
    const text = 'kind: crm\ncolumns:\n  Deal: title\n  Worth: valeu\nstages:\n  Later: later\n';
    const said = (wrong: string, file?: string) => {
      const done = readMapping(wrong, DEFAULT_PROCESS, file);
      return done.ok ? '' : sentenceOf(done.problem);
    };
    assert.match(said(text, '_import/crm.yaml'), /^Fix _import\/crm\.yaml, line 4: “Worth” can’t become/);
    assert.match(said(text.replace('valeu', 'value')), /^Fix line 6: “Later” can’t become “later”/);
    assert.match(said('kind: crm\n\ncurrency: euro\n', 'x.yaml'), /^Fix x\.yaml, line 3: .*“currency”/);
    assert.match(said('kind: crm\ncolumns: [\n', 'x.yaml'), /^Fix x\.yaml, line 3: Expected/);
    assert.match(said('', 'x.yaml'), /^Fix x\.yaml: Expected/);
    assert.match(said(''), /^Expected/);
  });
});
