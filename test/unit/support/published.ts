import assert from 'node:assert/strict';
import Ajv, { type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';

/** What is printed as JSON; each has a schema of that name in the package. */
export type PublishedName =
  'list' | 'funnel' | 'check' | 'moves' | 'changes' | 'undo' | 'today' | 'calls' | 'between';

const ajv = new Ajv({ allErrors: true, strict: true, strictNumbers: true, allowUnionTypes: true });
const validators = new Map<PublishedName, ValidateFunction>();

function validatorOf(name: PublishedName): ValidateFunction {
  let validate = validators.get(name);
  if (!validate) {
    validate = ajv.compile(JSON.parse(readFileSync(`media/schemas/${name}.schema.json`, 'utf8')) as object);
    validators.set(name, validate);
  }
  return validate;
}

export function isPublished(name: PublishedName, data: unknown): boolean {
  return validatorOf(name)(data);
}

/** Asserts that data is as its schema says, when it has become JSON. */
export function assertPublished(name: PublishedName, data: unknown): void {
  const validate = validatorOf(name);
  const read: unknown = JSON.parse(JSON.stringify(data));
  assert.ok(validate(read), JSON.stringify(validate.errors, null, 2));
  assert.deepEqual(read, data, 'nothing of it is lost in JSON');
}

/** The same data many times, each with one key too many in one of its objects. */
export function* withKeyTooMany(data: unknown): Iterable<unknown> {
  if (typeof data !== 'object' || data === null) return;
  if (Array.isArray(data)) {
    for (const [at, item] of data.entries())
      for (const wrong of withKeyTooMany(item)) yield data.with(at, wrong);
    return;
  }
  yield { ...data, tooMany: 1 };
  for (const [key, value] of Object.entries(data))
    for (const wrong of withKeyTooMany(value)) yield { ...data, [key]: wrong };
}
