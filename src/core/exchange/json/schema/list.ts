import { Type, type TSchema } from 'typebox';
import type { PlainField, ValueOf } from '../../../deal/deal';
import { isPlain } from '../../../deal/read/plainFields';
import { FIELDS, propertyOf, rowOf, type KindOf, type PropertyOf } from '../../../fields/table';
import { PROBLEM_CODES } from '../../../problem';
import { FORECASTS } from '../../../process/process';
import { STAGE_IDS } from '../../../process/stages';
import { PERIODS } from '../../../recurring';
import { todo } from './todos';
import {
  count,
  day,
  daysFromGit,
  exact,
  files,
  money,
  oneOf,
  ordinal,
  orNull,
  stage,
  stageOfClosed,
  status,
  text,
  version,
  type Published,
} from './values';

const ownKeys = (description: string) =>
  Type.Optional(Type.Unsafe<Readonly<Record<string, unknown>>>({ type: 'object', description }));

const contact = exact({
  name: orNull(text()),
  role: orNull(text()),
  email: orNull(text()),
  phone: Type.Optional(text()),
  own: ownKeys('What else the file has of the person.'),
});

/** What is published of a field, by the field's kind. */
const BY_KIND = {
  text: orNull(text()),
  name: orNull(text()),
  reason: orNull(text()),
  period: orNull(oneOf(PERIODS)),
  term: orNull(Type.Integer({ minimum: 1 })),
  percent: orNull(Type.Number({ minimum: 0, maximum: 100 })),
  forecast: orNull(oneOf(FORECASTS)),
  day: orNull(day()),
  pastDay: orNull(day()),
  contact: Type.Array(contact),
  tag: Type.Array(text()),
  check: Type.Array(text()),
} as const satisfies Readonly<Record<keyof ValueOf, TSchema>>;

type Plain = { [F in PlainField as PropertyOf<F>]: (typeof BY_KIND)[KindOf<F>] };

/** A key for each field that a deal has just as its file says it. */
const plain = Object.fromEntries(
  FIELDS.filter(isPlain).map(field => [propertyOf(field), BY_KIND[rowOf(field).kind as keyof ValueOf]]),
) as unknown as Plain;

const event = exact(
  {
    on: day(),
    stage: orNull(stage),
    status: orNull(status),
    from: Type.Optional(oneOf(STAGE_IDS, 'The stage the deal left, where no earlier event says so.')),
    isMeant: Type.Optional(Type.Literal(true, { description: 'The move was forced past the team’s rules.' })),
    skipped: Type.Optional(
      Type.Array(text(), {
        description: 'Ids of criteria and keys of fields that were still open at the move.',
      }),
    ),
    closeDate: Type.Optional(day('The deal’s close date from this day on.')),
    reason: Type.Optional(text('Why the deal was lost.')),
    own: ownKeys('What else the line says.'),
  },
  { description: 'The deal entered a stage, was won, lost or reopened, or got a close date.' },
);

const side = orNull(
  exact({ stage: stageOfClosed, status, value: orNull(money) }),
  'null where it can’t be read.',
);

const conflict = exact(
  {
    line: ordinal('Where the first conflict begins in the file.'),
    counts: oneOf(['first', 'second'], 'The side that all other keys are read from.'),
    first: side,
    second: side,
  },
  { description: 'A merge conflict in the file.' },
);

const deal = exact(
  {
    path: text('Relative to the pipeline’s folder, with “/” between its parts.'),
    ...plain,
    title: text('From the file or, if it has none, its first heading or the file name.'),
    stage: stageOfClosed,
    status,
    value: orNull(money, 'As the file has it: where valuePeriod is set, for one period.'),
    contractValue: orNull(
      money,
      'What counts: the value, where valuePeriod is set times the term, or times the periods of a year.',
    ),
    checks: Type.Array(text(), { description: 'Ids of the exit criteria that are met.' }),
    absent: Type.Array(text(), { description: 'Keys that the process requires and that are empty.' }),
    history: Type.Array(event, { description: 'By day.' }),
    lastActivity: orNull(
      exact({ on: day(), what: text() }),
      'The newest line of the log that is not dated later than tomorrow.',
    ),
    daysInStage: orNull(count(), 'Up to today, or to the close.'),
    todos: Type.Array(todo, { description: 'By day.' }),
    conflict: orNull(conflict),
    fromGit: Type.Optional(daysFromGit('daysInStage')),
    sourceId: Type.Optional(text('The id of another system, as the file has it: “hubspot:4711”.')),
    lostNote: Type.Optional(text()),
    own: ownKeys('Keys of the file that are the team’s own, with what stands behind them.'),
    asWritten: ownKeys(
      'What stands behind other keys and can’t be read, or means nothing there, by the keys of files: {"value": -500}.',
    ),
  },
  { description: 'null for what the file doesn’t say.' },
);
export type DealJson = Published<typeof deal>;

const attention = exact({
  path: text(),
  line: ordinal(),
  code: oneOf(PROBLEM_CODES),
  message: text('For people; the wording may change.'),
});

export const list = exact(
  {
    version,
    folder: text('The folder of the pipeline; the paths are below it.'),
    deals: Type.Array(deal, { description: 'By stage, then those won, then those lost.' }),
    needsAttention: Type.Array(attention, { description: 'Files that can’t be read as deals.' }),
    otherNotes: Type.Array(text(), { description: 'Paths of Markdown files without a stage.' }),
    files,
    leftOut: count('Deals the filters leave out. No other figure counts them.'),
  },
  { title: 'The deals of a pipeline: deal-notes list --json' },
);
export type ListJson = Published<typeof list>;
