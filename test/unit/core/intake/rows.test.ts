import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MappingSaid } from '../../../../src/core/intake/mapping';
import { makeProcess } from '../../../../src/core/process/process';
import { STAGE_IDS, type StageId } from '../../../../src/core/process/stages';
import { sentence } from '../../../../src/words/sentence';
import { dealOf, gathered, rowOf } from './support/table';

type Cells = Readonly<Record<string, string>>;
const EUR: MappingSaid = { currency: 'EUR' };

/** What is said of a row. */
function said(cells: Cells): string[] {
  const { noted, notTaken, leftOut } = rowOf(cells);
  return [...noted, ...notTaken, ...leftOut].map(({ column, says }) => `${column}: ${sentence(says)}`);
}

describe('the fields of a deal that a row tells of', () => {
  const CASES: readonly (readonly [cells: Cells, fields: object])[] = [
    [
      { account: ' Acme\nCorp ', owner: 'dana', source: 'Fair', next_step: 'Call  them' },
      { account: 'Acme Corp', owner: 'dana', source: 'Fair', next_step: 'Call them' },
    ],
    [
      { next_step_on: '2027-01-05', on_hold_until: '2027-02-01' },
      { next_step_on: '2027-01-05', on_hold_until: '2027-02-01' },
    ],
    [
      { product: '17', 'key region': 'North', 'key seats': '25' },
      { product: 17, region: 'North', seats: 25 },
    ],
    [{ pipeline: 'Renewals' }, { pipeline: 'Renewals' }],
    // What it is worth.
    [
      { value: '48k', currency: 'USD' },
      { value: 48000, currency: 'USD' },
    ],
    [
      { value: '5', currency: 'US Dollar - USD' },
      { value: 5, currency: 'USD' },
    ],
    [
      { value: '5', currency: 'Euro' },
      { value: 5, currency: 'EUR' },
    ],
    [{ value: '1,234' }, { value: 1234 }],
    [{ value: '1234.5' }, { value: 1234.5 }],
    [{ value: '0,5' }, { value: 0.5 }],
    [{ value: '1.5e3' }, { value: 1500 }],
    [{ value: '100 €/month' }, { value: 100, currency: 'EUR', value_period: 'month' }],
    [{ currency: 'USD' }, {}],
    [
      { value: '5', value_period: 'Month', term: '24' },
      { value: 5, value_period: 'month', term: 24 },
    ],
    [
      { value: '5', value_period: 'annually' },
      { value: 5, value_period: 'year' },
    ],
    ...['one-time', 'One Time', 'once', 'einmalig'].map(
      once => [{ value: '5', value_period: once }, { value: 5 }] as const,
    ),
    // How sure somebody is.
    [{ probability: '40%' }, { probability: 40 }],
    [{ probability: '12,5' }, { probability: 12.5 }],
    [{ probability: '40 %' }, { probability: 40 }],
    [{ probability: '50', status: 'won' }, {}],
    [{ forecast: 'Best Case' }, { forecast: 'best_case' }],
    [{ forecast: 'best-case' }, { forecast: 'best_case' }],
    [{ forecast: 'Commit' }, { forecast: 'commit' }],
    // When it closes, or has closed.
    [{ close_day: '2026-12-18' }, { close_date: '2026-12-18' }],
    [{ close_day: '2026-10-18', status: 'won' }, { closed_on: '2026-10-18' }],
    [{ close_day: '2026-10-18', closed_on: '2026-10-20', status: 'won' }, { closed_on: '2026-10-20' }],
    [{ close_day: '2026-10-18', won_on: '2026-10-20', status: 'won' }, { closed_on: '2026-10-20' }],
    [
      { close_day: '2026-10-18', won_on: '2026-10-20', lost_on: '2026-10-21', status: 'lost' },
      { closed_on: '2026-10-21' },
    ],
    // One that is to come has not ended anything.
    [{ close_day: '2027-10-18', status: 'won' }, { close_date: '2027-10-18' }],
    [{ close_day: '2026-12-18', closed_on: '2027-01-20', status: 'won' }, { close_date: '2026-12-18' }],
    [
      { close_date: '2026-12-01', closed_on: '2026-10-20', status: 'won' },
      { close_date: '2026-12-01', closed_on: '2026-10-20' },
    ],
    [{ created: '2026-01-05', closed_on: '2026-10-20' }, { created: '2026-01-05' }],
    [
      { status: 'lost', lost_reason: 'Price\nalone', lost_note: 'Too dear' },
      { lost_reason: 'Price alone', lost_note: 'Too dear' },
    ],
  ];
  for (const [cells, fields] of CASES)
    it(`are read: ${JSON.stringify(cells)}`, () => assert.deepEqual(dealOf(cells).fields, fields));

  it('are what the mapping says where a row says nothing', () => {
    const by = { said: { ...EUR, owner: 'dana', pipeline: 'New' } };
    assert.deepEqual(dealOf({ value: '5', owner: '', pipeline: 'New' }, by).fields, {
      owner: 'dana',
      value: 5,
      currency: 'EUR',
    });
    assert.deepEqual(dealOf({ value: '5 USD', owner: 'kim', pipeline: 'New' }, by).fields, {
      owner: 'kim',
      value: 5,
      currency: 'USD',
    });
    assert.deepEqual(dealOf({ value: '5' }, { said: { currency: null, owner: null } }).fields, { value: 5 });
  });

  it('are among the notes where they make no sense, which is told', () => {
    const cells = {
      value: 'a lot',
      currency: 'shells',
      value_period: 'fortnight',
      term: '-3',
      probability: 'maybe',
      forecast: 'sure',
      close_day: 'soon',
      lost_reason: 'price',
      notes: 'They\nlike it.',
    };
    const deal = dealOf(cells);
    assert.deepEqual(deal.fields, {});
    assert.deepEqual(deal.notes.split('\n\n'), [
      'They\nlike it.',
      'lost_reason: price',
      'currency: shells',
      'value: a lot (currency: shells)',
      'value_period: fortnight',
      'term: -3',
      'probability: maybe',
      'forecast: sure',
      'close_day: soon',
    ]);
    assert.deepEqual(said(cells), [
      'lost_reason: “price” can’t be a lost reason here. It’s in the notes.',
      'currency: “shells” isn’t a currency. It’s in the notes.',
      'value: “a lot” isn’t an amount. It’s in the notes.',
      'value_period: “fortnight” can’t be a value period here. It’s in the notes.',
      'term: “-3” can’t be a number of periods here. It’s in the notes.',
      'probability: “maybe” can’t be a probability here. It’s in the notes.',
      'forecast: “sure” can’t be a forecast here. It’s in the notes.',
      'close_day: “soon” isn’t a day. It’s in the notes.',
    ]);
  });

  it('say which sign several currencies share, once', () => {
    const rows = ['$5', '$6'].map(value => ['Acme', 'Proposal', value]);
    assert.deepEqual(gathered(['title', 'stage', 'value'], rows).shared?.sign, '$');
    assert.equal(rowOf({ value: '$12.5k' }).shared?.sign, '$');
    assert.equal(rowOf({ value: '$5', currency: 'USD' }).shared, undefined);
    assert.deepEqual(dealOf({ value: '$5' }, { said: EUR }).fields, { value: 5 });
    const process = makeProcess({ currency: 'CAD' });
    assert.deepEqual(dealOf({ value: '$5' }, { process }).fields, { value: 5, currency: 'CAD' });
  });
});

describe('how a deal stands by its row', () => {
  for (const [cells, standing] of [
    [{ stage: 'Closed Won' }, 'unknown won'],
    [{ stage: 'Closed Lost' }, 'unknown lost'],
    [{ stage: 'Closed Won', last_stage: 'Proposal' }, 'proposal won'],
    [{ stage: 'Closed Won', last_stage: 'Closed Lost' }, 'unknown won'],
    [{ stage: 'Closed Lost', last_stage: 'Closed Won' }, 'unknown lost'],
    [{ status: 'Won' }, 'proposal won'],
    [{ status: 'verloren' }, 'proposal lost'],
    [{ status: 'Open', won_on: '2026-10-01' }, 'proposal open'],
    [{ status: 'Open', is_won: 'yes' }, 'proposal open'],
    [{ is_won: 'no', is_lost: 'true' }, 'proposal lost'],
    [{ is_won: 'no', is_lost: 'no' }, 'proposal open'],
    [{ won_on: '2026-10-01' }, 'proposal won'],
    [{ lost_on: '2026-10-01' }, 'proposal lost'],
    [{ won_on: '2026-10-01', lost_on: '2026-10-02' }, 'proposal won'],
    [{ stage: '', status: 'won' }, 'unknown won'],
    [{ stage: '', status: 'lost', last_stage: 'Negotiation' }, 'negotiation lost'],
  ] as const)
    it(`is read: ${JSON.stringify(cells)}`, () => {
      const { stage, status } = dealOf(cells);
      assert.equal(`${stage} ${status}`, standing);
    });

  it('may be told by the team’s mapping alone where a stage is no one’s', () => {
    const by = {
      said: {
        stages: [{ name: 'Proposal', is: 'closing', how: 'said' }],
      },
    } as const;
    assert.equal(dealOf({}, by).stage, 'closing');
    assert.equal(dealOf({ stage: 'Closed Won', last_stage: 'Mystery' }, by).stage, 'unknown');
    const { notTaken } = rowOf({ stage: 'Mystery' }, by);
    assert.match(sentence(notTaken[0]!.says), /doesn’t say what the stage “Mystery” is/);
    assert.equal(notTaken[0]!.column, 'stage');
  });

  it('is what the mapping says of closed deals that name no stage', () => {
    const closed = { stage: 'Closed Won', 'entered Proposal': '' };
    assert.equal(dealOf(closed, { said: { closedStage: 'closing' } }).stage, 'closing');
    assert.equal(dealOf({}, { said: { closedStage: 'closing' } }).stage, 'proposal');
    const { deals, leftOut } = rowOf(closed, { said: { closedStage: 'leave-out' } });
    assert.deepEqual([deals.length, leftOut.length, leftOut[0]!.row], [0, 1, 2]);
    const known = dealOf(
      { ...closed, 'entered Proposal': '2026-01-05' },
      { said: { closedStage: 'leave-out' } },
    );
    assert.equal(known.stage, 'proposal');
  });
});

describe('a row', () => {
  it('without a title is called after what is sold to whom', () => {
    assert.equal(dealOf({ title: '', account: 'Acme', product: 'Scanners' }).title, 'Acme, Scanners');
    assert.equal(dealOf({ title: '', account: 'Acme' }).title, 'Acme');
    assert.equal(dealOf({ title: '', product: 'Scanners' }).title, 'Scanners');
    assert.deepEqual(said({ title: '', account: '' }), ['title: This row has no title and no account.']);
  });

  it('of another pipeline than the one that is meant is left out', () => {
    const rows = [
      ['A', 'Proposal', 'New'],
      ['B', 'Proposal', 'Old'],
      ['C', 'Proposal', ''],
    ];
    const { deals, leftOut, notTaken } = gathered(['title', 'stage', 'pipeline'], rows, {
      said: { pipeline: 'New' },
    });
    assert.deepEqual([deals.map(({ title }) => title), notTaken], [['A'], []]);
    assert.deepEqual(
      leftOut.map(({ row, column, says }) => [row, column, 'args' in says && says.args]),
      [
        [3, 'pipeline', { pipeline: 'Old' }],
        [4, undefined, { pipeline: '' }],
      ],
    );
  });

  it('of a deal that was deleted there is left out', () => {
    const rows = [
      ['A', 'true'],
      ['B', '0'],
      ['C', ''],
    ].map(([title, deleted]) => [title!, 'Proposal', deleted!]);
    const { deals, leftOut, notTaken } = gathered(['title', 'stage', 'is_deleted'], rows);
    assert.deepEqual(
      [deals.map(({ title }) => title), leftOut.map(({ row }) => row), notTaken],
      [['B', 'C'], [2], []],
    );
  });

  it('that is longer than the heads is told, unless nothing stands there', () => {
    const { deals, notTaken } = gathered(
      ['title', 'stage'],
      [
        ['A', 'Proposal', ' ', ''],
        ['B', 'Proposal', '', 'x'],
      ],
    );
    assert.deepEqual([deals.map(({ title }) => title), notTaken.map(({ row }) => row)], [['A'], [3]]);
  });

  it('has an id of its kind, and a path that leads nowhere else', () => {
    assert.equal(dealOf({ id: ' 4711\n8 ' }).sourceId, 'crm:4711 8');
    assert.equal(dealOf({ id: 'n/a' }).sourceId, undefined);
    assert.equal(dealOf({}).sourceId, undefined);
    assert.equal(dealOf({ path: 'north/acme.md' }).path, 'north/acme.md');
    for (const path of ['/acme.md', 'north//acme.md', 'c:acme.md', 'a\\b.md', 'north/'])
      assert.equal(dealOf({ path }).path, undefined, path);
  });

  it('tells which of its fields are empty, but of those that are elsewhere in it', () => {
    const empty = Object.fromEntries(
      [
        'account owner value value_period term source forecast next_step next_step_on on_hold_until tags',
        'tag_list check_list product pipeline close_day probability created closed_on contact notes',
      ]
        .join(' ')
        .split(' ')
        .map(target => [target, '']),
    );
    const blank = [
      ...['account', 'owner', 'value', 'value_period', 'term', 'source', 'forecast', 'next_step'],
      ...['next_step_on', 'on_hold_until', 'tags', 'tags', 'checks', 'product', 'pipeline'],
    ];
    assert.deepEqual(dealOf({ ...empty, 'key region': '' }).blank, [
      ...blank,
      ...['close_date', 'probability', 'region'],
    ]);
    assert.deepEqual(dealOf({ ...empty, status: 'won' }).blank, blank);
    assert.deepEqual(dealOf({ value: 'a lot', account: 'Acme' }).blank, []);
    assert.deepEqual(dealOf({ close_date: '', close_day: '2026-12-18' }).blank, []);
    assert.deepEqual(dealOf({ close_date: '' }).blank, ['close_date']);
    assert.deepEqual(
      dealOf({ owner: '', pipeline: 'New' }, { said: { owner: 'dana', pipeline: 'New' } }).blank,
      [],
    );
  });

  it('has each tag once, and its people with what is said of the first', () => {
    assert.deepEqual(dealOf({ tags: 'a; b ,a,, c' }).tags, ['a', 'b', 'c']);
    const people = (cells: Cells) => dealOf(cells).contacts;
    assert.deepEqual(people({ contact: 'R. Lee (r.lee@acme.example); Imke Bruns' }), [
      { name: 'R. Lee', email: 'r.lee@acme.example' },
      { name: 'Imke Bruns' },
    ]);
    assert.deepEqual(
      people({
        contact: 'R. Lee',
        contact_email: 'r@a.example, s@a.example',
        contact_phone: '1  2',
        contact_role: 'Buyer',
      }),
      [{ name: 'R. Lee', role: 'Buyer', email: 'r@a.example', phone: '1 2' }, { email: 's@a.example' }],
    );
    // Of as many people as addresses each has one.
    assert.deepEqual(people({ contact: 'R. Lee; T. Ray', contact_email: 'r@a.example; s@a.example' }), [
      { name: 'R. Lee', email: 'r@a.example' },
      { name: 'T. Ray', email: 's@a.example' },
    ]);
    assert.deepEqual(people({ contact: 'R <q@a.example>', contact_email: 'r@a.example' }), [
      { name: 'R', email: 'q@a.example' },
      { email: 'r@a.example' },
    ]);
    const below = (head: string, text: string) =>
      gathered(['title', 'stage', head], [['A', 'Proposal', text]], {
        said: {
          columns: new Map([
            ['title', 'title'],
            ['stage', 'stage'],
            [head, 'contact'],
          ]),
        },
      }).deals[0]!.contacts.map(({ name }) => name);
    assert.deepEqual(below('Associated people', 'R. Lee, Imke Bruns'), ['R. Lee', 'Imke Bruns']);
    assert.deepEqual(below('Contacts', 'Lee, Robert'), ['Lee, Robert']);
    assert.deepEqual(below('Primary contact', 'van Lee, Robert A.'), ['van Lee, Robert A.']);
    assert.deepEqual(people({ contact_role: 'Buyer' }), [{ role: 'Buyer' }]);
    assert.deepEqual(people({ contact_email: 'r@a.example' }), [{ email: 'r@a.example' }]);
    assert.deepEqual(people({ contact_phone: '123' }), []);
  });

  it('has the notes of several columns under their heads', () => {
    assert.equal(dealOf({ notes: '# One\n- [ ] two' }).notes, '\\# One\n- \\[ ] two');
    const survey = gathered(['title', 'stage', 'notes', 'Why'], [['A', 'Proposal', 'One', 'Two\nlines']], {
      said: {
        columns: new Map([
          ['title', 'title'],
          ['stage', 'stage'],
          ['notes', 'notes'],
          ['Why', 'notes'],
        ]),
      },
    });
    assert.equal(survey.deals[0]!.notes, 'notes: One\n\nWhy:\n\nTwo\nlines');
  });
});

describe('the history that a row tells', () => {
  const lines = (cells: Cells) =>
    dealOf(cells).history.map(({ on, stage, status, reason }) =>
      [on, stage ?? status, ...(reason ? [reason] : [])].join(' '),
    );

  it('has the days on which each stage was entered, in their order, and the close', () => {
    const entered = {
      'entered Proposal': '2026-03-01',
      'entered Prospecting': '2026-01-05',
      'entered Won': '2026-04-01',
    };
    assert.deepEqual(lines(entered), ['2026-01-05 prospecting', '2026-03-01 proposal']);
    const lost = { ...entered, status: 'lost', closed_on: '2026-05-01', lost_reason: 'price' };
    assert.deepEqual(lines(lost), ['2026-01-05 prospecting', '2026-03-01 proposal', '2026-05-01 lost price']);
    assert.deepEqual(lines({ ...lost, lost_reason: '' }).at(-1), '2026-05-01 lost');
    assert.deepEqual(lines({ ...lost, closed_on: '2026-03-01' }).length, 3);
    // A close before the last move is none of this way.
    assert.deepEqual(lines({ ...lost, closed_on: '2026-02-28' }).length, 2);
  });

  it('has stages of one day in their order, that of the deal last, and each once', () => {
    const day = '2026-03-01';
    assert.deepEqual(
      lines({
        stage: 'Prospecting',
        'entered Closing': day,
        'entered Prospecting': day,
        'entered Qualification': day,
      }),
      [`${day} qualification`, `${day} closing`, `${day} prospecting`],
    );
  });

  it('has the day on which its last stage was entered where that is all', () => {
    assert.deepEqual(lines({ stage_entered: '2026-03-01' }), ['2026-03-01 proposal']);
    assert.equal(dealOf({ stage_entered: '2026-03-01' }).enteredOn, '2026-03-01');
    assert.deepEqual(lines({ stage_entered: '2026-03-01', 'entered Prospecting': '2026-02-01' }), [
      '2026-02-01 prospecting',
    ]);
    assert.deepEqual(lines({ stage: 'Closed Won', stage_entered: '2026-03-01' }), []);
    // What is still to come has not happened.
    assert.deepEqual(lines({ stage_entered: '2027-03-01' }), []);
    assert.equal(dealOf({ stage_entered: '2027-03-01' }).enteredOn, undefined);
    assert.deepEqual(lines({ 'entered Proposal': '2027-03-01' }), []);
  });

  it('is of a closed deal the last stage that it names', () => {
    assert.equal(dealOf({ stage: 'Closed Won', 'entered Proposal': '2026-03-01' }).stage, 'proposal');
    assert.equal(dealOf({ stage: 'Negotiation', 'entered Proposal': '2026-03-01' }).stage, 'negotiation');
  });

  it('is told by several rows of one deal, one for each stage, in whichever order', () => {
    const heads = ['id', 'title', 'stage', 'stage_entered', 'value'];
    const rows = [
      ['1', 'Acme', 'Proposal', '2026-03-01', '7'],
      ['1', 'Acme', 'Prospecting', '2026-01-05', '5'],
      ['1', 'Acme', 'Closed Won', '2026-04-01', '8'],
      ['1', 'Acme', 'Qualification', '2026-03-01', '6'],
    ];
    for (const all of [rows, rows.toReversed()]) {
      const { deals, notTaken } = gathered(heads, all);
      assert.deepEqual([deals.length, notTaken], [1, []]);
      const [{ stage, status, fields, history }] = deals as [(typeof deals)[0]];
      assert.deepEqual([stage, status, fields], ['proposal', 'won', { value: 8, closed_on: '2026-04-01' }]);
      assert.deepEqual(
        history.map(one => [one['on'], one['stage'] ?? one['status']]),
        [
          ['2026-01-05', 'prospecting'],
          ['2026-03-01', 'qualification'],
          ['2026-03-01', 'proposal'],
          ['2026-04-01', 'won'],
        ],
      );
    }
    const open = gathered(heads, rows.slice(0, 2)).deals[0]!;
    assert.deepEqual([open.stage, open.fields], ['proposal', { value: 7 }]);
    const again = gathered(heads, [...rows.slice(0, 2), ['1', 'Acme', 'Prospecting', '2026-01-05', '9']]);
    assert.deepEqual(
      again.notTaken.map(({ row, says }) => [row, 'args' in says && says.args]),
      [[4, { id: 'crm:1', row: 3, differs: 'value' }]],
    );
  });
});

describe('rows of one deal', () => {
  it('are known by their ids, or by title, account and first day, and what differs is named', () => {
    const told = (heads: readonly string[], ...rows: readonly (readonly string[])[]) => {
      const { deals, notTaken } = gathered(heads, rows);
      return [
        deals.length,
        ...notTaken.map(({ says }) => 'args' in says && (says.args as { differs: string }).differs),
      ];
    };
    const heads = ['title', 'stage', 'account', 'created', 'contact', 'tags', 'notes', 'status'];
    const acme = ['Acme', 'Proposal', 'A', '2026-01-05', 'R. Lee', 'x', 'n', ''];
    const but = (at: number, cell: string) => acme.with(at, cell);
    assert.deepEqual(told(heads, acme, acme), [1]);
    assert.deepEqual(told(heads, acme, but(0, 'ACME')), [1, 'title']);
    assert.deepEqual(told(heads, acme, but(0, 'Globex')), [2]);
    assert.deepEqual(told(heads, acme, but(1, 'Closing')), [1, 'stage']);
    assert.deepEqual(told(heads, acme, but(7, 'won')), [1, 'status']);
    assert.deepEqual(told(heads, acme, but(2, 'B')), [2]);
    assert.deepEqual(told(heads, acme, but(3, '2026-01-06')), [2]);
    assert.deepEqual(told(heads, acme, but(4, 'T. Ray')), [1, 'contacts']);
    assert.deepEqual(told(heads, acme, but(5, 'y')), [1, 'contacts']);
    assert.deepEqual(told(heads, acme, but(6, 'm')), [1, 'notes']);
    assert.deepEqual(told(['title', 'stage', 'source'], ['A', 'Proposal', ''], ['A', 'Proposal', 'Fair']), [
      1,
      'source',
    ]);
    assert.deepEqual(told(['title', 'stage', 'id'], ['A', 'Proposal', '1'], ['A', 'Proposal', '2']), [2]);
    assert.deepEqual(
      told(['title', 'stage', 'path'], ['A', 'Proposal', 'a.md'], ['A', 'Proposal', 'b.md']),
      [2],
    );
  });

  it('have no probability of their own where it is that of most deals of a stage', () => {
    const told = (...rows: readonly (readonly [stage: string, percent: string])[]) =>
      gathered(
        ['title', 'stage', 'probability'],
        rows.map((row, at) => [`Deal ${at}`, ...row]),
      ).deals.map(({ fields, usual }) => [fields['probability'], usual].map(one => one ?? '-').join(' '));
    const [p60, p90]: (readonly [string, string])[] = [
      ['Proposal', '60'],
      ['Proposal', '90'],
    ];
    assert.deepEqual(told(p60!, p60!), ['60 -', '60 -']);
    assert.deepEqual(told(p60!, p60!, p60!, p90!), ['- 60', '- 60', '- 60', '90 -']);
    // Half of them is not most.
    assert.deepEqual(told(p60!, p60!, p60!, p90!, p90!, p90!).join(), '60 -,60 -,60 -,90 -,90 -,90 -');
    assert.deepEqual(told(p60!, p60!, ['Closing', '60']), ['60 -', '60 -', '60 -']);
    assert.deepEqual(told(p60!, p60!, p60!, ['Closing', '60'], ['Proposal', '']), [
      ...['- 60', '- 60', '- 60'],
      ...['60 -', '- -'],
    ]);
  });
});

describe('days for each stage', () => {
  const HEADS = ['id', 'title', 'stage', 'closed_on', 'last_stage', ...STAGE_IDS.map(id => `entered ${id}`)];
  const day = fc.integer({ min: 1, max: 29 }).map(of => `2026-11-${String(of).padStart(2, '0')}`);

  it('make a history that ends in the stage of the row, and whichever don’t fit are told and noted', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...STAGE_IDS),
        fc.array(fc.option(day, { nil: '' }), { minLength: STAGE_IDS.length, maxLength: STAGE_IDS.length }),
        fc.boolean(),
        (stage, days, isWon) => {
          const outcome = isWon ? ['Closed Won', '2026-11-30', stage] : [stage, '', ''];
          const { deals, noted } = gathered(HEADS, [['1', 'Acme', ...outcome, ...days]], {
            said: {
              stages: [
                ...STAGE_IDS.map(is => ({ name: is, is, how: 'said' }) as const),
                { name: 'Closed Won', is: 'won', how: 'said' },
              ],
            },
          });
          const [deal] = deals;
          const moves = deal!.history.flatMap(({ stage: to }) => (to === undefined ? [] : [to]));
          const isDated = days[STAGE_IDS.indexOf(stage)] !== '';
          if (isDated) assert.equal(moves.at(-1), stage);
          else for (const to of moves) assert.ok(STAGE_IDS.indexOf(to as StageId) < STAGE_IDS.indexOf(stage));
          const left = noted.filter(({ says }) => says.say === 'cellNotBeforeStage');
          assert.equal(moves.length + left.length, days.filter(one => one).length);
          assert.equal(noted.length - left.length, !isDated && moves.length ? 1 : 0);
          for (const { column } of left) assert.match(deal!.notes, new RegExp(`${column}: 2026-11-`));
        },
      ),
    ));

  it('say which day is missing', () => {
    const cells = { stage: 'Qualification', 'entered Prospecting': '2026-08-10' };
    assert.deepEqual(said(cells), [
      'entered Prospecting: The history ends here, as no column says when the deal entered “Qualification”. Export that day, too, or add it to the history.',
    ]);
    const back = { ...cells, 'entered Qualification': '2026-08-12', 'entered Closing': '2026-09-01' };
    assert.deepEqual(said(back), [
      'entered Closing: This day is after the one on which the deal entered “Qualification”, where it is, so it’s in the notes and not in the history.',
    ]);
    assert.deepEqual(dealOf(back).history, [
      { on: '2026-08-10', stage: 'prospecting' },
      { on: '2026-08-12', stage: 'qualification' },
    ]);
  });
});
