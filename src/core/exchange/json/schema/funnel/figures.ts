import { Type, type TSchema } from 'typebox';
import { count, currency, exact, orNull, type Published } from '../values';

/*
 * What figures of the funnel are made of. Rates are fractions of 1, times are in days, and a figure with nothing to
 * divide by is null.
 */

export const figure = (description?: string) => orNull(Type.Number(), description);

export function byCurrency<const S extends TSchema>(schema: S, description?: string) {
  return Type.Record(currency, schema, {
    additionalProperties: false,
    ...(description !== undefined && { description }),
  });
}

/** Amounts of different currencies are never added up. */
export const sums = byCurrency(Type.Number(), 'By currency code.');

export const interval = orNull(Type.Tuple([Type.Number(), Type.Number()]), 'Wilson, 95%: from, to.');

export const dealSum = exact({ count: count(), value: sums });
export type DealSumJson = Published<typeof dealSum>;

const openFields = { count: count(), value: sums, weighted: sums };
const OPEN = { description: 'Open deals; weighted: value times probability.' };

export const open = exact(openFields, OPEN);
export type OpenJson = Published<typeof open>;

export const openOnDay = exact(
  {
    ...openFields,
    stageNotKnown: count(
      'Of a past day: deals whose stage on that day isn’t known. They are in no stage’s figures.',
    ),
  },
  OPEN,
);

export const reason = exact({
  reason: orNull(Type.String(), 'In its most common spelling; null if a deal gives none.'),
  count: count(),
  value: sums,
});
export type ReasonJson = Published<typeof reason>;
