import type { Problem } from '../../core/problem';
import { addressIn } from '../address';
import type { Files } from '../ports/files';
import type { Home } from '../ports/homes';
import { changeLogged } from './loggedFile';
import type { Unit } from '../result';
import { IMPORT_FOLDER, type WrittenToKeep } from './writeKept';

/**
 * Forgets what imports of other tables have added to deals that are made anew: it went with the files that were there before, and
 * the next import of these tables is to add it again.
 *
 * @param dealKeys what the keys of what was added to them end in
 */
export async function forgetAdded(
  files: Files,
  { folder }: Home,
  dealKeys: ReadonlySet<string>,
): Promise<WrittenToKeep> {
  const units: Unit[] = [];
  let problem: Problem | undefined;
  for (const name of await files.namesIn(addressIn(folder, IMPORT_FOLDER))) {
    const without = (keys: ReadonlySet<string>) => [...keys].filter(key => !endsInOne(key, dealKeys));
    const done = await changeLogged(files, folder, name, without);
    units.push(...done.units);
    problem ??= done.problem;
  }
  return { units, ...(problem && { problem }) };
}

function endsInOne(key: string, ends: ReadonlySet<string>): boolean {
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1))
    if (ends.has(key.slice(at + 1))) return true;
  return false;
}
