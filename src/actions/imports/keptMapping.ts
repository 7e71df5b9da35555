import type { MappingSaid } from '../../core/intake/mapping';
import { readMapping } from '../../core/intake/mappingFile';
import type { Refusal } from '../../core/refusal';
import { addressIn, type Address } from '../address';
import type { Home } from '../ports/homes';
import type { Workspace } from '../workspace';
import { IMPORT_FOLDER } from './writeKept';

function pathOf(kind: string): string {
  return `${IMPORT_FOLDER}/${kind}.yaml`;
}

export function mappingFileOf({ folder }: Home, kind: string): Address {
  return addressIn(folder, pathOf(kind));
}

/** The mapping that a team keeps of a kind of table; nothing where there is none. */
export async function keptMapping(
  { files }: Pick<Workspace, 'files'>,
  home: Home,
  kind: string,
): Promise<{ readonly ok: true; readonly said: MappingSaid } | Refusal | undefined> {
  const file = mappingFileOf(home, kind);
  if (!(await files.exists(file))) return undefined;
  const read = await files.read(file);
  if ('problem' in read) return { ok: false, problem: read.problem };
  return readMapping(read.text, home.process, pathOf(kind));
}
