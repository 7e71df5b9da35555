import { Type, type Static, type TObjectOptions, type TProperties, type TSchema } from 'typebox';
import type { CalendarDate } from '../../../calendar';
import { STATUSES } from '../../../process/outcome';
import { STAGE_IDS } from '../../../process/stages';

/*
 * What the published JSON is made of. The files of this folder are read when the schemas are written and for their
 * types, never by what is shipped.
 */

/** What a schema allows, as a mapper has to make it. */
export type Published<S extends TSchema> = DeepReadonly<Static<S>>;

type DeepReadonly<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null
    ? T
    : { readonly [key in keyof T]: DeepReadonly<T[key]> };

/** An object with these keys, and no others. */
export function exact<const P extends TProperties>(properties: P, options: TObjectOptions = {}) {
  return Type.Object(properties, { additionalProperties: false, ...options });
}

export function orNull<const S extends TSchema>(schema: S, description?: string) {
  return Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
}

export function oneOf<const T extends string>(names: readonly T[], description?: string) {
  const options = description === undefined ? {} : { description };
  return Type.Unsafe<T>({ type: 'string', enum: [...names], ...options });
}

export const text = (description?: string) => Type.String(description === undefined ? {} : { description });
export const count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description !== undefined && { description }) });

/** The first number or line is 1. */
export const ordinal = (description?: string) =>
  Type.Integer({ minimum: 1, ...(description !== undefined && { description }) });

export const day = (description = 'A calendar day: 2026-12-18.') =>
  Type.Unsafe<CalendarDate>({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description });

/** Of a number of days that no file tells. */
export const daysFromGit = (key: string) =>
  Type.Literal(true, { description: `Only git knows since when: ${key} counts from there.` });

export const stage = oneOf(STAGE_IDS);
/** Of a deal that may be closed. */
export const stageOfClosed = oneOf(
  [...STAGE_IDS, 'unknown'],
  '“unknown” only of a deal won or lost in a stage that isn’t known.',
);
export const status = oneOf(STATUSES);

export const currency = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217 code; XXX for an amount without a currency.',
});

export const money = exact({ amount: Type.Number(), currency });

export const version = Type.Literal(1, {
  description: 'Changes when a key is removed or changes its meaning, not when one is added.',
});

export const files = exact(
  {
    total: count('The sum of the others.'),
    open: count(),
    won: count(),
    lost: count(),
    needsAttention: count(),
    otherNotes: count(),
  },
  { description: 'Number of files of each kind.' },
);
