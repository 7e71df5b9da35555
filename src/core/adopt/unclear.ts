import { dealOf } from '../deal/entry';
import { moreOf } from '../deal/more';
import { readDeal } from '../deal/readDeal';
import { isField, type Field } from '../fields/table';
import { ownName } from '../frontMatter/keyNames';
import type { Process } from '../process/process';
import type { NoteRead } from './withLines';

/** What a deal has behind a key that counts, and that can't be read as it's written: an amount such as `€1.200`. */
export interface UnclearValue {
  readonly path: string;
  readonly field: Field;
  /** As the note has it. */
  readonly key: string;
  readonly value: string;
}

/** By itself a currency means nothing: where a value can't be read, neither is its currency. */
const WITH_VALUE: ReadonlySet<Field> = new Set(['currency', 'value_period', 'term']);

/** @param process by which the notes are read then */
export function unclearIn(
  notes: readonly Pick<NoteRead, 'path' | 'text'>[],
  process: Process,
): readonly UnclearValue[] {
  return notes.flatMap(({ path, text }) => {
    const deal = dealOf(readDeal(path, text, process));
    const written = Object.entries((deal && moreOf(deal)?.asWritten) ?? {});
    return written.flatMap(([field, value]) => {
      if (!isField(field) || WITH_VALUE.has(field)) return [];
      const said = typeof value === 'string' ? value : JSON.stringify(value);
      return [{ path, field, key: ownName(process.fields, field), value: said }];
    });
  });
}
