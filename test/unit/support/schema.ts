import { readFileSync } from 'node:fs';
import fc from 'fast-check';

/** What the schema of the process file is made of. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export const PROCESS_SCHEMA = JSON.parse(readFileSync('media/sales-process.schema.json', 'utf8')) as Schema;

/** A schema with all that it refers to. */
export function whole(schema: Schema): Schema {
  if (schema.$ref) return whole(PROCESS_SCHEMA.definitions![schema.$ref.replace('#/definitions/', '')]!);
  const parts = (schema.allOf ?? []).map(whole);
  const properties: Record<string, Schema> = {};
  for (const part of [...parts, schema]) {
    for (const [key, one] of Object.entries(part.properties ?? {}))
      properties[key] = { ...properties[key], ...one };
  }
  return Object.assign({}, ...parts, schema, Object.keys(properties).length ? { properties } : {});
}

/** Each schema below one, with the path to it. */
export function* everySchema(schema: Schema, path = ''): Iterable<readonly [path: string, schema: Schema]> {
  const { properties = {}, patternProperties = {}, items } = whole(schema);
  yield [path, whole(schema)];
  for (const [key, one] of Object.entries({ ...properties, ...patternProperties }))
    yield* everySchema(one, `${path}/${key}`);
  if (items) yield* everySchema(items, `${path}/-`);
}

const WORDS = [
  'EUR',
  'eur',
  'euros',
  'open',
  'open, won',
  ' lost,',
  'a',
  'deal value',
  'a: b',
  '2026-Q4',
  '2026-q4',
  '2026',
  ' ',
  '',
  'ß',
  'é',
];
const JUNK: readonly unknown[] = [
  ...WORDS,
  null,
  true,
  0,
  5,
  -1,
  0.5,
  101,
  1e7,
  Infinity,
  NaN,
  [],
  [5],
  ['a', null],
  {},
  { a: 1 },
];

const junk = fc.constantFrom(...JUNK);

/** Values that a schema allows, and many that it does not. */
export function valuesOf(given: Schema): fc.Arbitrary<unknown> {
  const schema = whole(given);
  const types = [schema.type ?? []].flat();
  const good: fc.Arbitrary<unknown>[] = [];
  if (schema.enum) good.push(fc.constantFrom(...schema.enum));
  if (types.includes('string')) good.push(fc.constantFrom(...WORDS));
  if (types.includes('boolean')) good.push(fc.boolean());
  const { minimum = 0, maximum = 0 } = schema;
  if (types.includes('number'))
    good.push(fc.constantFrom(minimum, maximum, minimum - 1, maximum + 1, 1, 1.5));
  if (schema.items) good.push(fc.array(valuesOf(schema.items), { maxLength: 3 }));
  if (types.includes('object')) good.push(objectsOf(schema));
  return fc.oneof({ weight: 1, arbitrary: junk }, ...good.map(arbitrary => ({ weight: 4, arbitrary })));
}

function objectsOf({ properties = {}, patternProperties = {} }: Schema): fc.Arbitrary<unknown> {
  const known = Object.entries(properties).map(([key, one]) => fc.tuple(fc.constant(key), valuesOf(one)));
  const patterns = Object.values(patternProperties).map(one =>
    fc.tuple(fc.constantFrom(...WORDS), valuesOf(one)),
  );
  const unknown = fc.tuple(fc.constantFrom('colour', 'Label', '__proto__', 'constructor'), junk);
  const pairs = [...known, ...patterns].map(arbitrary => ({ weight: 8, arbitrary }));
  return fc
    .array(fc.oneof({ weight: 1, arbitrary: unknown }, ...pairs), { maxLength: 6 })
    .map(some => Object.fromEntries(some.filter(([key]) => key !== '')));
}
