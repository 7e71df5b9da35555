import { isCalendarDate, type CalendarDate } from '../core/calendar';

/** Run-time checks for what comes from outside: a message, a stored state. Each says whether a value has a shape. */
export type Shape<T> = (value: unknown) => value is T;

export const text: Shape<string> = value => typeof value === 'string';

/** A whole number from 0. */
export const count = ((value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0) as Shape<number>;

export const flag: Shape<boolean> = value => typeof value === 'boolean';

/** `YYYY-MM-DD`, of a day that there is. */
export const day: Shape<CalendarDate> = (value): value is CalendarDate =>
  typeof value === 'string' && isCalendarDate(value);

export const number = ((value: unknown) => Number.isFinite(value)) as Shape<number>;

export function literal<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value): value is T => allowed.some(one => one === value);
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value);
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item => shape(item));
}

/** An object that is used as a map. */
export function mapOf<T>(keys: RegExp, shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.entries(value).every(([key, item]) => keys.test(key) && shape(item));
}

/** An object with at least these keys of its own; what it inherits does not count, what else it has is not looked at. */
export function object<T extends object>(shapes: { readonly [key in keyof T]-?: Shape<T[key]> }): Shape<T> {
  const keys = Object.keys(shapes) as (keyof T)[];
  return (value): value is T =>
    isRecord(value) &&
    keys.every(key => shapes[key](Object.hasOwn(value, key) ? value[key as string] : undefined));
}

/** One of several kinds, as of a discriminated union. */
export function anyOf<T>(shapes: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const all = Object.values(shapes);
  return (value): value is T => all.some(shape => shape(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
