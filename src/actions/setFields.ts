import { changeDeal, type Changed } from '../core/deal/changeDeal';
import { ownName, standardName } from '../core/frontMatter/keyNames';
import { parseFrontMatter, type Data } from '../core/frontMatter/parse';
import { FIELDS, isField } from '../core/fields/table';
import type { Process } from '../core/process/process';
import { refuse, type Refusal } from '../core/refusal';
import { suggest } from '../core/suggest';
import type { Address } from './address';
import { editDeals } from './changeDeals';
import { say } from './say';
import { readField } from './fieldValue';
import type { Result } from './result';
import type { Workspace } from './workspace';

/** A field and its value as a person typed them. */
export interface TypedField {
  /** By the name that the team's files have for it, or by its standard one; `close-date` is `close_date`. */
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
    if (typeof key !== 'string') return key;
    const read = readField(key, value, { process, today, language });
    if (!read.ok) return read;
    const changed = changeDeal(path, text, process, opened => read.change(opened, text));
    if (!changed.ok) return changed;
    const fields = differences(text, changed.edited.text, process);
    const isNew = Object.hasOwn(fields, key) && !Object.hasOwn(dataIn(text, process), key);
    const near = isNew && !isField(key) ? suggest(key, FIELDS) : undefined;
    const doubt = near ? [say('ownKeyOrMeant', { key, meant: near })] : [];
    return { ...changed, fields, warnings: [...changed.warnings, ...doubt] };
  });
}

function differences(before: string, after: string, process: Process): Record<string, unknown> {
  const [old, now] = [dataIn(before, process), dataIn(after, process)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const entries = keys.flatMap(key => {
    const [was, is] = [old, now].map(data => (Object.hasOwn(data, key) ? data[key] : undefined));
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [[ownName(process.fields, key), is] as const];
  });
  return Object.fromEntries(entries);
}

function dataIn(text: string, process: Process): Data {
  const parsed = parseFrontMatter(text, process.fields);
  return parsed.kind === 'found' ? parsed.data : {};
}

/** The key by its standard name. A standard name that the team has replaced means the field all the same. */
function keyMeant(typed: string, { fields }: Process): string | Refusal {
  const key = typed.trim();
  const meant = standardName(fields, key);
  if (meant !== undefined && isField(meant)) return meant;
  const plain = key.toLowerCase().replace(/[ -]+/g, '_');
  if (isField(plain)) return plain;
  return /^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(key) ? key : refuse(say('noKey', { typed }));
}
