import { ownerOf } from '../../core/deal/whoIAm';
import type { Home } from '../ports/homes';
import { ownersIn } from '../whoIAm';
import type { Workspace } from '../workspace';

/**
 * Who imports, as deals have them in `owner`; where no deal has an owner yet, by the name that git has of them. `undefined` where that
 * isn't known.
 */
export async function whoImports(
  { homes, person }: Pick<Workspace, 'homes' | 'person'>,
  { folder }: Home,
): Promise<{ readonly me: string | undefined; readonly owners: readonly string[] }> {
  // A folder that is yet to be made has no deals.
  const pipeline = await homes.open(folder).catch(() => undefined);
  const owners = pipeline ? ownersIn(pipeline) : [];
  const known = await person.knownIn(folder);
  return { me: ownerOf(known, owners) ?? (owners.length ? undefined : known.name), owners };
}
