import { FIELDS, isField, rowOf, type Field } from '../../fields/table';
import { ownName, standardName } from '../../frontMatter/keyNames';
import type { Data, Parsed } from '../../frontMatter/parse';
import { hint, quietHint, warning, type At, type Problem } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import type { Process } from '../../process/process';
import { remembered, rememberedByName } from '../../remember';
import { keysIn } from '../help/fields';
import { say } from '../say';
import { statusesMeant } from '../statusNames';
import { fits } from './fits';
import { likeKeys, type LikeKey } from './likeKeys';

/** What a file says, by the standard names and by its own keys. */
export type Keys = Pick<Extract<Parsed, { kind: 'found' }>, 'data' | 'said'>;

/** Keys of a front matter that are nearly ours, and so say nothing: `Status: Won`, `close-date`, `ammount`. */
export function nearKeys({ data, said }: Keys, process: Process): Problem[] {
  const problems: Problem[] = standardKeys({ data, said }, process).map(key => renamed(key, process));
  for (const key of Object.keys(data)) {
    if (!isField(key)) problems.push(...nearKey(key, data, process));
  }
  for (const list of LISTS) if (Object.hasOwn(data, list)) problems.push(...nearInItems(list, data[list]));
  return problems;
}

/**
 * Standard keys that the team has other names for, where the file has none of these: from another pipeline, or by habit. A team that
 * calls the status something else mostly has notes with a `status: active` of their own, which says nothing of won or lost.
 */
export function standardKeys({ data, said }: Keys, process: Process): Field[] {
  if (process.fields.size === 0) return [];
  return [...process.fields.keys()].filter(
    key =>
      Object.hasOwn(said, key) &&
      !Object.hasOwn(data, key) &&
      standardName(process.fields, key) === undefined &&
      fits(said[key], key, process) &&
      (key !== 'status' || mayEnd(said[key])),
  );
}

function mayEnd(status: unknown): boolean {
  return statusesMeant(status).some(one => one !== 'open');
}

function renamed(key: Field, process: Process): Problem {
  return told([key], [ownName(process.fields, key)], { key, nearness: 'misspelt' }, undefined);
}

function nearKey(key: string, data: Data, process: Process): Problem[] {
  const meant = meantBy(key, data, process);
  const names = meant.map(one => ownName(process.fields, one.key));
  return meant.length ? [told([key], names, meant[0]!, data[key])] : [];
}

/** What a guess would be is none where the key itself is there, or its value could not be this one's. */
export function meantBy(key: string, data: Data, process: Process): readonly LikeKey[] {
  if (process.required.includes(key)) return [];
  return likeFields(process.fields)(key).filter(
    one =>
      one.nearness === 'same' ||
      (!Object.hasOwn(data, one.key) && fits(data[key], one.key as Field, process)),
  );
}

/** The key of ours that differs from one in case or joints alone, as files write it. */
export function sameKey(key: string, { fields }: Process): string | undefined {
  const same = likeFields(fields)(key).find(({ nearness }) => nearness === 'same');
  return same && ownName(fields, same.key);
}

/** Whether a key is one of ours, or nearly, whatever stands behind it. */
export function mayMeanField(key: string, { fields }: Process): boolean {
  return isField(key) || likeFields(fields)(key).length > 0;
}

/** The fields of which a key is nearly one, and such a value could stand there: whether the file has them or not. */
export function fieldsLike(key: string, value: unknown, process: Process): readonly Field[] {
  const like = likeFields(process.fields)(key).map(one => one.key as Field);
  return like.filter(field => fits(value, field, process));
}

const likeFields = remembered((names: FieldNames) =>
  likeKeys(
    FIELDS.map(key => ({ key, written: ownName(names, key), alsoCalled: rowOf(key).alsoCalled ?? [] })),
  ),
);

/** The lists whose items have keys of their own, what those are beside the ones that are offered, and what people call them. */
const LISTS = ['contacts', 'history'] as const;
const UNOFFERED: Readonly<Record<string, readonly string[]>> = { history: ['skipped', 'close_date'] };
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = { on: ['date', 'day'], email: ['mail'] };

const itemKeys = rememberedByName((list: string) => {
  const keys = [...keysIn([list]), ...(UNOFFERED[list] ?? [])];
  return {
    own: new Set(keys),
    like: likeKeys(keys.map(key => ({ key, written: key, alsoCalled: ALSO_CALLED[key] ?? [] }))),
  };
});

const NOTHING: readonly never[] = [];

function nearInItems(list: string, value: unknown): readonly Problem[] {
  if (!Array.isArray(value)) return list === 'contacts' ? nearInItem(list, [list], value) : [];
  // Nearly all have no such key, and none of them need say where it stands.
  const { own } = itemKeys(list);
  if (value.every(item => hasOnly(own, item))) return NOTHING;
  return value.flatMap((item: unknown, index) => nearInItem(list, [list, index], item));
}

/** Whether each key of an item is one of these. */
function hasOnly(own: ReadonlySet<string>, item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false;
  // Not by a list of its keys, which would be made for each move of each deal.
  for (const key in item) if (!own.has(key)) return false;
  return true;
}

/** No contact or move has more keys. */
const MOST_IN_ITEM = 30;

function nearInItem(list: string, at: At, item: unknown): Problem[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
  const { own, like } = itemKeys(list);
  const keys = Object.keys(item).slice(0, MOST_IN_ITEM);
  return keys.flatMap(key => {
    if (own.has(key)) return [];
    const value = (item as Readonly<Record<string, unknown>>)[key];
    const meant = like(key).filter(
      one => one.nearness === 'same' || (!Object.hasOwn(item, one.key) && isSingle(value)),
    );
    const names = meant.map(one => one.key);
    return meant.length ? [told([...at, key], names, meant[0]!, value)] : [];
  });
}

function isSingle(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** A key that has nothing behind it keeps nothing from being read. */
function told(at: At, meant: readonly string[], { nearness }: LikeKey, value: unknown): Problem {
  const says = say('nearKey', { key: String(at.at(-1)), meant });
  const tell = nearness === 'called' ? quietHint : nearness === 'same' && value !== null ? warning : hint;
  return tell('near-key', says, { line: 2, at, isKey: true, meant });
}
