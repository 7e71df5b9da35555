import fc from 'fast-check';
import { addDays } from '../../../../../src/core/calendar';
import type { Deal } from '../../../../../src/core/deal/deal';
import { dealOf } from '../../../../../src/core/deal/entry';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { STATUSES } from '../../../../../src/core/process/outcome';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { TODAY } from './importing';

/** Texts that a table could break at, or take for something else: a formula, a number, a day, nothing. */
const ODD = [
  ...[
    'Acme',
    '=1+2',
    '-7',
    '+49',
    '@home',
    "'tis",
    "'=x",
    'a;b,c "d"',
    'null',
    'none',
    'n/a',
    '-',
    '2026-01-01',
    '1e3',
  ],
  ...[
    '00012',
    'Zoë 🎉',
    'true',
    '[x]',
    '{y: z}',
    'unknown',
    'Won',
    'R&D <b>',
    '12:30',
    '# Acme',
    'Total',
    'path',
    'me',
  ],
  // What every object of JavaScript has, and what Excel writes for signs that XML has no place for.
  ...['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'],
  ...['_x0041_ and x', 'Q_x000D_', '_x005F_x0041_x0042_', '_X0041_', 'T \uFFFD'],
];
const oddText = fc.oneof(
  fc.constantFrom(...ODD),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .map(text => `T ${text.replace(/[\p{C}\s]+/gu, ' ').trim()}`.trim()),
);

/** Days that have been. */
const past = fc.integer({ min: -400, max: 0 }).map(days => addDays(TODAY, days));
const anyDay = fc.integer({ min: -400, max: 400 }).map(days => addDays(TODAY, days));
const reason = fc.oneof(fc.constantFrom('price', 'no-decision', 'Too late', 'competitor'), oddText);
const tag = fc.constantFrom('hardware', 'renewal', 'a b', 'x,y', '12');

/** What a table has on one line, and JSON as it is. */
const SEVERAL_LINES = [
  'one\ntwo',
  'one\n\n  - two\n',
  ' \n "x"',
  '"quoted"\n',
  '"a": "b"',
  "\n'=1+2\n;-x",
  '"',
];

/** Behind keys of a team's own, and what YAML and tables could take for something else. */
const ownValue = fc.oneof(
  oddText,
  fc.constantFrom(
    ...[' blanks ', 'two\nlines', '"quoted"', '["a"]', '12', 'false', '{"a": 1}', '1,5', 'x;=y', "x;'=y"],
  ),
  fc.constantFrom(0, -7, 1.5, 12345678901234.56, true, false),
  fc.array(fc.oneof(oddText, fc.constantFrom(7, true, '007', 'a, b')), { minLength: 1, maxLength: 3 }),
);
const ownKeys = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(
        ...[
          'region',
          'Region',
          'erp id',
          'email',
          'product',
          'notes',
          'id',
          'path',
          'amount',
          'days_in_stage',
        ],
        ...[
          'own.x',
          'Close Date',
          'Währung',
          'value2',
          'absent',
          'history_',
          'phone',
          'a.b',
          'contractValue',
        ],
        ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '_x0041_'],
      ),
      ownValue,
    ),
    { selector: ([key]) => key, maxLength: 4 },
  )
  .map(entries => Object.fromEntries(entries) as Record<string, unknown>);
/** Of an item of a list. */
const itemKeys = fc.dictionary(
  fc.constantFrom('note', 'by', 'Title'),
  fc.oneof(oddText, fc.constantFrom<unknown>(5, true, ['x', 7])),
  { maxKeys: 2, noNullPrototype: true },
);

const line = fc.record(
  {
    stage: fc.constantFrom(...STAGE_IDS),
    status: fc.constantFrom(...STATUSES),
    from: fc.constantFrom(...STAGE_IDS),
    reason,
    override: fc.constant(true),
    skipped: fc.uniqueArray(fc.constantFrom('budget', 'owner', 'next_step'), { minLength: 1 }),
    close_date: anyDay,
  },
  { requiredKeys: [], noNullPrototype: true },
);
const history = fc
  .array(fc.tuple(past, line, itemKeys), { maxLength: 6 })
  .map(all =>
    all
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, said, more]): Record<string, unknown> => ({ on, ...said, ...more })),
  );

const person = fc.record(
  {
    name: oddText,
    role: oddText,
    email: fc.constantFrom('lee@acme.example', 'X@y.example'),
    phone: fc.constantFrom('0049', '+49 89 1'),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const contact = fc.tuple(person, itemKeys).map(([said, more]) => ({ ...more, ...said }));

const worth = fc.record(
  {
    value: fc.oneof(
      fc.integer({ min: 0, max: 5_000_000 }),
      fc.constantFrom(
        -500,
        -0.5,
        0.1,
        1.234,
        48.125,
        1e12,
        99.99,
        12345678.9,
        1234567890123456,
        12345678901234.56,
      ),
    ),
    currency: fc.constantFrom('EUR', 'USD', 'JPY', 'XXX'),
    value_period: fc.constantFrom('month', 'quarter', 'year'),
    term: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const fields = fc.record(
  {
    account: oddText,
    owner: oddText,
    source: oddText,
    created: past,
    close_date: anyDay,
    closed_on: past,
    lost_reason: reason,
    lost_note: fc.oneof(oddText, fc.constantFrom(...SEVERAL_LINES)),
    source_id: fc.constantFrom('hubspot:7', 'crm:00012', '4711'),
    probability: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0.5, 33.3)),
    forecast: fc.constantFrom('pipeline', 'best_case', 'commit', 'omitted'),
    next_step: oddText,
    next_step_on: anyDay,
    on_hold_until: anyDay,
    tags: fc.uniqueArray(tag, { minLength: 1 }),
    checks: fc.uniqueArray(fc.constantFrom('budget', 'authority'), { minLength: 1 }),
    contacts: fc.array(contact, { minLength: 1, maxLength: 3 }),
    history,
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** What can't be read where it stands. */
const unread = fc.record(
  {
    value: fc.constantFrom<unknown>('48k', '€1.200', '1e21', 1e21, '-5', [1]),
    close_date: fc.constantFrom('soon', '2026-02-30'),
    probability: fc.constantFrom<unknown>(140, 'high'),
    currency: fc.constantFrom('euros', 'EUR'),
    term: fc.constant(-1),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Front matter of any deal, closed ones without a known stage among them. */
const frontMatter = fc
  .tuple(
    oddText,
    fc.constantFrom(...STAGE_IDS, 'unknown' as const),
    fc.constantFrom(...STATUSES),
    worth,
    fields,
    ownKeys,
    unread,
  )
  .map(([title, stage, status, value, more, own, odd]) => ({
    title,
    stage,
    status: stage === 'unknown' && status === 'open' ? 'won' : status,
    ...value,
    ...more,
    ...odd,
    ...own,
  }));

/** The deals of a pipeline as they are read from files that people write. */
export const anyDealFiles: fc.Arbitrary<readonly Deal[]> = fc
  .array(frontMatter, { minLength: 1, maxLength: 8 })
  .map(all =>
    all.flatMap((data, at): Deal[] => {
      const lines = Object.entries(data).map(
        ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
      );
      const deal = dealOf(
        readDeal(`${at % 2 ? 'closed/' : ''}d${at}.md`, `---\n${lines.join('\n')}\n---\n`, DEFAULT_PROCESS),
      );
      return deal ? [deal] : [];
    }),
  )
  .filter(deals => deals.length > 0);
