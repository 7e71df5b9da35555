import { changeDeal, type Changed } from '../core/deal/changeDeal';
import { dealOf } from '../core/deal/entry';
import { fits } from '../core/deal/near/fits';
import { fieldsLike } from '../core/deal/near/nearKeys';
import { readDeal } from '../core/deal/readDeal';
import { ownName, standardName } from '../core/frontMatter/keyNames';
import { parseFrontMatter, type Data } from '../core/frontMatter/parse';
import { FIELDS, isField, type Field } from '../core/fields/table';
import type { Process } from '../core/process/process';
import { refuse, type Refusal } from '../core/refusal';
import type { Says } from '../core/says';
import { suggest } from '../core/suggest';
import type { Address } from './address';
import { editDeals } from './changeDeals';
import { say } from './say';
import { readField, readOwnKey, writtenByMoves } from './fieldValue';
import type { Result } from './result';
import type { Workspace } from './workspace';

/** A field and its value as a person typed them. */
export interface TypedField {
  /** As the team's files write it; `close-date` is `close_date`. */
  readonly key: string;
  /** Empty where the field is to go. */
  readonly value: string;
  /** How the person writes days, as a BCP 47 tag. */
  readonly language: string;
}

/** A deal of which fields were set. */
export interface FieldsSet extends Changed {
  /** What is different now, by the keys that the file has: the new values, `undefined` where there is none any more. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Sets a field of deals, or removes it. */
export function setField(
  workspace: Workspace,
  named: readonly Address[],
  { key: typed, value, language }: TypedField,
): Promise<Result<FieldsSet>> {
  const today = workspace.clock.today();
  return editDeals<FieldsSet>(workspace, named, ({ path, text, process }) => {
    const key = keyMeant(typed, process);
    if ('problem' in key) return key;
    const moved =
      'own' in key && !Object.hasOwn(dataIn(text), key.own) && movedMeant(key.own, value, process);
    if (moved) return refuse(writtenByMoves(moved));
    const isLost = dealOf(readDeal(path, text, process))?.status === 'lost';
    const typing = { process, today, language, isLost };
    const read = 'own' in key ? readOwnKey(key.own, value, typing) : readField(key.field, value, typing);
    if (!read.ok) return read;
    const changed = changeDeal(path, text, process, opened => read.change(opened, text));
    if (!changed.ok) return changed;
    const fields = differences(text, changed.edited.text);
    const doubts = 'own' in key ? doubtsOn(key.own, fields, text, process) : [];
    return { ...changed, fields, warnings: [...changed.warnings, ...doubts] };
  });
}

/** Whether a key that was set, and is new in the text, was meant to be another one. */
function doubtsOn(key: string, fields: FieldsSet['fields'], before: string, process: Process): Says[] {
  const isNew = Object.hasOwn(fields, key) && !Object.hasOwn(dataIn(before), key);
  const meant = isNew ? fieldNear(key, process) : undefined;
  return meant === undefined ? [] : [say('ownKeyOrMeant', { key, meant })];
}

/** How the deal stands, where a new key is nearly the one that says so: only moves write it, and it would say nothing. */
function movedMeant(key: string, value: string, process: Process): 'stage' | 'status' | undefined {
  const standard = key.toLowerCase();
  const isRenamed = isField(standard) && ownName(process.fields, standard) !== standard;
  const meant = [...(isRenamed ? [standard] : []), ...fieldsLike(key, value, process)];
  return (['stage', 'status'] as const).find(field => meant.includes(field) && fits(value, field, process));
}

/** What a person may mean who types a key that no file has: the field that had this name, or nearly has it. */
function fieldNear(key: string, { fields }: Process): string | undefined {
  const now = ownName(fields, key);
  if (now !== key) return now;
  return suggest(
    key,
    FIELDS.map(field => ownName(fields, field)),
  );
}

/** By the keys that the file has. */
function differences(before: string, after: string): Record<string, unknown> {
  const [old, now] = [dataIn(before), dataIn(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const entries = keys.flatMap(key => {
    const [was, is] = [old, now].map(data => (Object.hasOwn(data, key) ? data[key] : undefined));
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [[key, is] as const];
  });
  return Object.fromEntries(entries);
}

function dataIn(text: string): Data {
  const parsed = parseFrontMatter(text);
  return parsed.kind === 'found' ? parsed.data : {};
}

type KeyMeant = { readonly field: Field } | { readonly own: string };

/** The field that a key is, or the team's own key. A standard name that the team has replaced is a key like any other. */
function keyMeant(typed: string, { fields }: Process): KeyMeant | Refusal {
  const key = typed.trim();
  const plain = key.toLowerCase().replace(/[ -]+/g, '_');
  for (const written of [key, plain]) {
    const meant = standardName(fields, written);
    if (meant !== undefined && isField(meant)) return { field: meant };
  }
  return /^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(key) ? { own: key } : refuse(say('noKey', { typed }));
}
