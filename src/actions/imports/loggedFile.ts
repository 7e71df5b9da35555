import type { BesideKind } from '../../core/intake/beside/besideHeads';
import { BESIDE_NAMES } from '../../core/intake/beside/besideNames';
import { readLoggedFile, writeLogged } from '../../core/intake/beside/loggedFile';
import type { Refusal } from '../../core/refusal';
import { addressIn, type Address } from '../address';
import type { Files } from '../ports/files';
import type { Home } from '../ports/homes';
import { IMPORT_FOLDER, writeKept, type WrittenToKeep } from './writeKept';

type KeptBeside = 'activities' | 'people';

/** Whether more is kept of them than the deals say: of accounts and moves the deals themselves tell what they have. */
export function isKeptBeside(beside: BesideKind): beside is KeptBeside {
  return beside === 'activities' || beside === 'people';
}

function pathOf(kind: string, of: KeptBeside): string {
  return `${IMPORT_FOLDER}/${kind}-${BESIDE_NAMES[of]}.json`;
}

/** The keys of what imports of a kind have added: none where there was no such import. */
export async function readLoggedIn(
  files: Files,
  { folder }: Home,
  kind: string,
  of: KeptBeside,
): Promise<{ readonly ok: true; readonly keys: ReadonlySet<string> } | Refusal> {
  const file = addressIn(folder, pathOf(kind, of));
  if (!(await files.exists(file))) return { ok: true, keys: new Set() };
  const read = await files.read(file);
  return 'problem' in read
    ? { ok: false, problem: read.problem }
    : readLoggedFile(read.text, pathOf(kind, of));
}

/** Adds to them. Where that can't be written, a later import knows what is there only as long as it stays as it is. */
export async function addLogged(
  files: Files,
  { folder }: Home,
  kind: string,
  of: KeptBeside,
  keys: ReadonlySet<string>,
): Promise<WrittenToKeep> {
  if (!keys.size) return { units: [] };
  const file = addressIn(folder, pathOf(kind, of));
  return writeKept(files, file, writeLogged(keys), text => {
    const read = readLoggedFile(text, pathOf(kind, of));
    return read.ok ? { ok: true, text: writeLogged(new Set([...read.keys, ...keys])) } : read;
  });
}

/**
 * Changes what a file in the folder of imports has of such keys. One that is no such file, can't be read, or has the same keys then,
 * stays as it is.
 */
export async function changeLogged(
  files: Files,
  folder: Address,
  name: string,
  change: (keys: ReadonlySet<string>) => readonly string[],
): Promise<WrittenToKeep> {
  if (!Object.values(BESIDE_NAMES).some(one => name.endsWith(`-${one}.json`))) return { units: [] };
  const path = `${IMPORT_FOLDER}/${name}`;
  const file = addressIn(folder, path);
  const read = await files.read(file);
  const logged = 'text' in read ? readLoggedFile(read.text, path) : undefined;
  if (!logged?.ok) return { units: [] };
  const after = change(logged.keys);
  if (after.length === logged.keys.size && after.every(key => logged.keys.has(key))) return { units: [] };
  return writeKept(files, file, '', text => {
    const now = readLoggedFile(text, path);
    return now.ok ? { ok: true, text: writeLogged(new Set(change(now.keys))) } : now;
  });
}
