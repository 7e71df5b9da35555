import { Type, type TSchema } from 'typebox';
import type { PlainField, ValueOf } from '../../../deal/deal';
import { isPlain } from '../../../deal/read/plainFields';
import { FIELDS, propertyOf, rowOf, type KindOf, type PropertyOf } from '../../../fields/table';
import { PROBLEM_CODES } from '../../../problem';
import { FORECASTS } from '../../../process/process';
import {
  count,
  day,
  exact,
  files,
  money,
  oneOf,
  ordinal,
  orNull,
  stage,
  status,
  text,
  version,
  type Published,
} from './values';

const contact = exact({ name: orNull(text()), role: orNull(text()), email: orNull(text()) });

/** What is published of a field, by the field's kind. */
const BY_KIND = {
  text: orNull(text()),
  name: orNull(text()),
  reason: orNull(text()),
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
    isMeant: Type.Optional(Type.Literal(true, { description: 'It was made in spite of the team’s rules.' })),
    skipped: Type.Optional(
      Type.Array(text(), { description: 'Ids of criteria and keys of fields that were open at the move.' }),
    ),
    closeDate: Type.Optional(day('The close date that the deal had from this day on.')),
  },
  { description: 'That a deal entered a stage, was won, lost or opened again, or got a close date.' },
);

const deal = exact(
  {
    path: text('Below the folder of the pipeline, with “/” between its parts.'),
    ...plain,
    title: text('That of the file, else its first heading, else the name of the file.'),
    stage,
    status,
    value: orNull(money),
    checks: Type.Array(text(), { description: 'Ids of the exit criteria that are met.' }),
    absent: Type.Array(text(), { description: 'Keys that the process requires and that are empty.' }),
    history: Type.Array(event, { description: 'In the order of the days.' }),
    lastActivity: orNull(exact({ on: day(), what: text() }), 'The newest line of the log.'),
    daysInStage: orNull(count(), 'Up to today, or to the close.'),
  },
  { description: 'What the file does not say is null.' },
);
export type DealJson = Published<typeof deal>;

const attention = exact({
  path: text(),
  line: ordinal(),
  code: oneOf(PROBLEM_CODES),
  message: text('For people: its words change.'),
});

export const list = exact(
  {
    version,
    folder: text('The folder of the pipeline; the paths are below it.'),
    deals: Type.Array(deal, { description: 'By stage, then those won, then those lost.' }),
    needsAttention: Type.Array(attention, { description: 'Files that cannot be read as deals.' }),
    otherNotes: Type.Array(text(), { description: 'Paths of Markdown files without a stage.' }),
    files,
    leftOut: count('Deals that the filters leave out. They are in no other figure.'),
  },
  { title: 'The deals of a pipeline: deal-notes list --json' },
);
export type ListJson = Published<typeof list>;
