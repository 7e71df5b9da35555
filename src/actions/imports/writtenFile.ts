import { readWritten, writeWritten, type WrittenDeals } from '../../core/intake/again/written';
import type { Refusal } from '../../core/refusal';
import { addressIn, type Address } from '../address';
import { changedEffects } from '../effects';
import type { Home } from '../ports/homes';
import type { Files } from '../ports/files';
import type { Unit } from '../result';

/** Where a pipeline keeps what imports have to know of each other. */
export const IMPORT_FOLDER = '_import';

function pathOf(kind: string): string {
  return `${IMPORT_FOLDER}/${kind}.json`;
}

/** What imports of a kind have written: nothing where there was none yet. */
export async function readWrittenFile(
  files: Files,
  { folder }: Home,
  kind: string,
): Promise<{ readonly ok: true; readonly deals: WrittenDeals } | Refusal> {
  const file = addressIn(folder, pathOf(kind));
  if (!(await files.exists(file))) return { ok: true, deals: new Map() };
  const read = await files.read(file);
  return 'problem' in read ? { ok: false, problem: read.problem } : readWritten(read.text, pathOf(kind));
}

/**
 * Adds to what imports of a kind have written. Where that can't be written, fields that differ are only shown the next time.
 */
export async function addWritten(
  files: Files,
  { folder }: Home,
  kind: string,
  added: WrittenDeals,
): Promise<readonly Unit[]> {
  const file: Address = addressIn(folder, pathOf(kind));
  if (!added.size) return [];
  if (!(await files.exists(file))) {
    const after = writeWritten(added);
    return (await files.create(file, after)) ? [] : [[{ kind: 'created', file, after }]];
  }
  const { written } = await files.update([file], text => {
    const read = readWritten(text, pathOf(kind));
    if (!read.ok) return read;
    const after = writeWritten(new Map([...read.deals, ...added]));
    const edits = after === text ? [] : [{ start: 0, end: text.length, text: after }];
    return { ok: true, edited: { edits, text: after } };
  });
  return changedEffects(written).map(effect => [effect]);
}
