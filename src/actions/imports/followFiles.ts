import { dealKeyIn } from '../../core/intake/beside/dealKey';
import type { WrittenDeal } from '../../core/intake/again/written';
import { addressIn, pathBelow, type Address } from '../address';
import type { Files, Renaming } from '../ports/files';
import { changeLogged } from './loggedFile';
import { IMPORT_FOLDER } from './writeKept';
import { changeWritten } from './writtenFile';

/**
 * Keeps what imports know of files that have moved. It isn't taken back with the move: a deal without an id that is where it was is
 * known by what it says, and of what was added to it both paths are kept.
 */
export async function followFiles(files: Files, folder: Address, moved: readonly Renaming[]): Promise<void> {
  const isAt = new Map(moved.map(({ from, to }) => [pathBelow(folder, from)!, pathBelow(folder, to)!]));
  const follow = (deal: WrittenDeal): WrittenDeal => {
    const path = isAt.get(deal.path ?? '');
    return path === undefined ? deal : { ...deal, path };
  };
  const withNew = (keys: ReadonlySet<string>) =>
    [...keys].flatMap(key => {
      const from = dealKeyIn(key, isAt);
      return from === undefined ? [key] : [key, key.slice(0, -from.length) + isAt.get(from)!];
    });
  for (const name of await files.namesIn(addressIn(folder, IMPORT_FOLDER))) {
    await changeWritten(files, folder, name, follow);
    await changeLogged(files, folder, name, withNew);
  }
}
