import {
  readWritten,
  writeWritten,
  type WrittenDeal,
  type WrittenDeals,
} from '../../core/intake/again/written';
import type { Refusal } from '../../core/refusal';
import { addressIn, type Address } from '../address';
import type { Home } from '../ports/homes';
import type { Files } from '../ports/files';
import { IMPORT_FOLDER, writeKept, type WrittenToKeep } from './writeKept';

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
 *
 * @param former by what some of these deals were known before, and aren't any more
 */
export async function addWritten(
  files: Files,
  { folder }: Home,
  kind: string,
  added: WrittenDeals,
  former: readonly string[] = [],
): Promise<WrittenToKeep> {
  const file: Address = addressIn(folder, pathOf(kind));
  if (!added.size) return { units: [] };
  return writeKept(files, file, writeWritten(added), text => {
    const read = readWritten(text, pathOf(kind));
    if (!read.ok) return read;
    const all = new Map([...read.deals, ...added]);
    for (const key of former) all.delete(key);
    return { ok: true, text: writeWritten(all) };
  });
}

/** Changes what a file in the folder of imports has of deals. One that is no such file, or can't be read, stays as it is. */
export async function changeWritten(
  files: Files,
  folder: Address,
  name: string,
  change: (deal: WrittenDeal) => WrittenDeal,
): Promise<void> {
  if (!name.endsWith('.json')) return;
  const path = `${IMPORT_FOLDER}/${name}`;
  const file = addressIn(folder, path);
  const read = await files.read(file);
  const written = 'text' in read ? readWritten(read.text, path) : undefined;
  if (!written?.ok || ![...written.deals.values()].some(deal => change(deal) !== deal)) return;
  await writeKept(files, file, '', text => {
    const now = readWritten(text, path);
    if (!now.ok) return now;
    return { ok: true, text: writeWritten(new Map([...now.deals].map(([id, deal]) => [id, change(deal)]))) };
  });
}
