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
];
// U+FFFD stands for what was lost before; the package that writes Excel files leaves it out.
const oddText = fc.oneof(
  fc.constantFrom(...ODD),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .map(text => `T ${text.replace(/[\p{C}\s\uFFFD]+/gu, ' ').trim()}`.trim()),
);

/** Days that have been. */
const past = fc.integer({ min: -400, max: 0 }).map(days => addDays(TODAY, days));
const anyDay = fc.integer({ min: -400, max: 400 }).map(days => addDays(TODAY, days));
const reason = fc.oneof(fc.constantFrom('price', 'no-decision', 'Too late', 'competitor'), oddText);
const tag = fc.constantFrom('hardware', 'renewal', 'a b', 'x,y', '12');

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
  .array(fc.tuple(past, line), { maxLength: 6 })
  .map(all =>
    all
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, said]): Record<string, unknown> => ({ on, ...said })),
  );

const contact = fc.record(
  { name: oddText, role: oddText, email: fc.constantFrom('lee@acme.example', 'X@y.example') },
  { requiredKeys: [], noNullPrototype: true },
);

const worth = fc.record(
  {
    value: fc.oneof(
      fc.integer({ min: 0, max: 5_000_000 }),
      fc.constantFrom(0.1, 1.234, 48.125, 1e12, 99.99, 12345678.9, 1234567890123456, 12345678901234.56),
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

/** Front matter of any deal, closed ones without a known stage among them. */
const frontMatter = fc
  .tuple(
    oddText,
    fc.constantFrom(...STAGE_IDS, 'unknown' as const),
    fc.constantFrom(...STATUSES),
    worth,
    fields,
  )
  .map(([title, stage, status, value, more]) => ({
    title,
    stage,
    status: stage === 'unknown' && status === 'open' ? 'won' : status,
    ...value,
    ...more,
  }));

/** The deals of a pipeline as they are read from files that people write. */
export const anyDealFiles: fc.Arbitrary<readonly Deal[]> = fc
  .array(frontMatter, { minLength: 1, maxLength: 8 })
  .map(all =>
    all.flatMap((data, at): Deal[] => {
      const lines = Object.entries(data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
      const deal = dealOf(
        readDeal(`${at % 2 ? 'closed/' : ''}d${at}.md`, `---\n${lines.join('\n')}\n---\n`, DEFAULT_PROCESS),
      );
      return deal ? [deal] : [];
    }),
  )
  .filter(deals => deals.length > 0);
