/** The part of JSON Schema that the schema of `sales-process.yaml` makes use of. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The way to something in a file: `['stages', 'closing', 'exit_criteria', 0, 'id']`. */
export type KeyPath = readonly (string | number)[];

/** What the schema says of a place, with all that it refers to; `undefined` where nothing may stand. */
export function schemaAt(root: Schema, path: KeyPath): Schema | undefined {
  let at: Schema | undefined = whole(root, root);
  for (const step of path) {
    const next: Schema | undefined = typeof step === 'number' ? at?.items : at && propertyOf(at, step);
    at = next && whole(root, next);
  }
  return at;
}

/** The kinds of values that may stand there. */
export function typesOf({ type = [] }: Schema): readonly string[] {
  return typeof type === 'string' ? [type] : type;
}

function propertyOf({ properties = {}, patternProperties = {} }: Schema, key: string): Schema | undefined {
  if (Object.hasOwn(properties, key)) return properties[key];
  return Object.entries(patternProperties).find(([pattern]) => new RegExp(pattern, 'u').test(key))?.[1];
}

/** What stands beside a reference goes before what it leads to, key by key. */
function whole(root: Schema, { $ref, allOf = [], ...own }: Schema): Schema {
  const named = $ref && root.definitions?.[$ref.replace('#/definitions/', '')];
  const parts = [...allOf, ...(named ? [named] : [])].map(part => whole(root, part));
  const keys = new Set([own, ...parts].flatMap(({ properties = {} }) => Object.keys(properties)));
  const properties = [...keys].map(key => {
    const said = [...parts, own].map(part => part.properties?.[key]);
    return [key, Object.assign({}, ...said) as Schema] as const;
  });
  const all = Object.assign({}, ...parts, own) as Schema;
  return keys.size ? { ...all, properties: Object.fromEntries(properties) } : all;
}
