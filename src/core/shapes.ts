import { isCalendarDate, type CalendarDate } from './calendar';

/**
 * Run-time checks for what comes from outside: a message, a stored state. Each says whether a value has a shape, and the
 * type of what has it follows from it (`Infer`).
 */
export type Shape<T> = (value: unknown) => value is T;

export type Infer<S> = S extends (value: unknown) => value is infer T ? T : never;

/** The shapes of an object's keys. A key that may be `undefined` may be left out. */
export type Fields = Readonly<Record<string, Shape<unknown>>>;

export type InferFields<F extends Fields> = Flat<
  { readonly [key in RequiredKeys<F>]: Infer<F[key]> } & {
    readonly [key in Exclude<keyof F, RequiredKeys<F>>]?: Infer<F[key]>;
  }
>;

type RequiredKeys<F extends Fields> = {
  [key in keyof F]: undefined extends Infer<F[key]> ? never : key;
}[keyof F];

/** The same in one piece, as it is read in messages of the compiler. */
type Flat<T> = { [key in keyof T]: T[key] };

/** What comes from outside has an end: nothing of ours is longer. */
const MOST_CHARACTERS = 10_000;
const MOST_ITEMS = 10_000;

export const text = textUpTo(MOST_CHARACTERS);

/** @param most UTF-16 code units */
export function textUpTo(most: number): Shape<string> {
  return (value): value is string => typeof value === 'string' && value.length <= most;
}

/** A whole number from 0. */
export const count = ((value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0) as Shape<number>;

export const flag: Shape<boolean> = value => typeof value === 'boolean';

/** `YYYY-MM-DD`, of a day that there is. */
export const day: Shape<CalendarDate> = isCalendarDate;

export const number = ((value: unknown) => Number.isFinite(value)) as Shape<number>;

/** Of money, as files may name it: from 0 up to where no sum loses a unit. */
export const amount = ((value: unknown) =>
  typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER) as Shape<number>;

export function literal<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value): value is T => allowed.some(one => one === value);
}

/** One of the names that a type has: the compiler wants all of them. */
export function nameIn<T extends string>(names: Readonly<Record<T, true>>): Shape<T> {
  return (value): value is T => typeof value === 'string' && Object.hasOwn(names, value);
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value);
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= MOST_ITEMS && value.every(item => shape(item));
}

/** An object with any keys, and a value of one shape behind each. */
export function mapOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => {
    const values = isRecord(value) ? Object.values(value) : undefined;
    return values !== undefined && values.length <= MOST_ITEMS && values.every(item => shape(item));
  };
}

/** An object with at least these keys of its own; what it inherits does not count, what else it has is not looked at. */
export function object<const F extends Fields>(fields: F): Shape<InferFields<F>> {
  const keys = Object.keys(fields);
  return (value): value is InferFields<F> =>
    isRecord(value) && keys.every(key => fields[key]!(ownValue(value, key)));
}

/** An object that is one of several kinds: which one is said by one of its keys. */
export interface Variants<T> {
  (value: unknown): value is T;
  /** The names of all kinds. */
  readonly kinds: readonly string[];
}

/**
 * @param key the key that says which kind it is
 * @param kinds what else an object of each kind has
 */
export function variants<const K extends string, const S extends Readonly<Record<string, Fields>>>(
  key: K,
  kinds: S,
): Variants<VariantOf<K, S>> {
  const shapes = new Map(Object.entries(kinds).map(([kind, fields]) => [kind, object(fields)]));
  const has = (value: unknown): value is VariantOf<K, S> => {
    const kind = isRecord(value) ? ownValue(value, key) : undefined;
    return typeof kind === 'string' && shapes.get(kind)?.(value) === true;
  };
  return Object.assign(has, { kinds: [...shapes.keys()] });
}

type VariantOf<K extends string, S extends Readonly<Record<string, Fields>>> = {
  [kind in keyof S]: Flat<{ readonly [key in K]: kind } & InferFields<S[kind]>>;
}[keyof S];

function ownValue(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A group of keys, as JSON and YAML have them. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
