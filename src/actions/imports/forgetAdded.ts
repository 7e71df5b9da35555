import { dealKeyIn } from '../../core/intake/beside/dealKey';
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
    const without = (keys: ReadonlySet<string>) =>
      [...keys].filter(key => dealKeyIn(key, dealKeys) === undefined);
    const done = await changeLogged(files, folder, name, without);
    units.push(...done.units);
    problem ??= done.problem;
  }
  return { units, ...(problem && { problem }) };
}
