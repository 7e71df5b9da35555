import { readWritten, writeWritten, type WrittenDeals } from '../../core/intake/again/written';
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
 */
export async function addWritten(
  files: Files,
  { folder }: Home,
  kind: string,
  added: WrittenDeals,
): Promise<WrittenToKeep> {
  const file: Address = addressIn(folder, pathOf(kind));
  if (!added.size) return { units: [] };
  return writeKept(files, file, writeWritten(added), text => {
    const read = readWritten(text, pathOf(kind));
    return read.ok ? { ok: true, text: writeWritten(new Map([...read.deals, ...added])) } : read;
  });
}
