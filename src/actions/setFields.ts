import { changeDeal } from '../core/deal/changeDeal';
import { standardName } from '../core/frontMatter/keyNames';
import { FIELDS } from '../core/fields/table';
import type { Process } from '../core/process/process';
import { quote } from '../core/problem';
import { refuse, type Refusal } from '../core/refusal';
import type { Address } from './address';
import { editDeals } from './changeDeals';
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

/** Sets a field of deals, or removes it. */
export function setField(
  workspace: Workspace,
  named: readonly Address[],
  { key: typed, value, language }: TypedField,
): Promise<Result> {
  const today = workspace.clock.today();
  return editDeals(workspace, named, ({ path, text, process }) => {
    const key = keyMeant(typed, process);
    if (typeof key !== 'string') return key;
    const read = readField(key, value, { process, today, language });
    return read.ok ? changeDeal(path, text, process, opened => read.change(opened, text)) : read;
  });
}

/** The key by its standard name. A standard name that the team has replaced means the field all the same. */
function keyMeant(typed: string, { fields }: Process): string | Refusal {
  const key = typed.trim();
  const meant = standardName(fields, key);
  const isField = (name: string | undefined) => FIELDS.some(field => field === name);
  if (meant !== undefined && isField(meant)) return meant;
  const plain = key.toLowerCase().replace(/[ -]+/g, '_');
  if (isField(plain)) return plain;
  return /^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(key)
    ? key
    : refuse(`${quote(typed)} is no name that a field could have.`);
}
