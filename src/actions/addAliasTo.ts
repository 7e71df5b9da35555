import { addAlias, type Alias } from '../core/process/addAlias';
import { PROCESS_FILE } from '../core/process/processFile';
import { addressIn, type Address } from './address';
import { changedEffects } from './effects';
import type { Files, Refused } from './ports/files';
import type { Unit } from './result';

/** Adds a name of a stage to the process file of a pipeline, which is made where there is none; or tells why not. */
export async function addAliasTo(
  files: Files,
  folder: Address,
  alias: Alias,
): Promise<{ readonly units: readonly Unit[] } | Refused> {
  const file = addressIn(folder, PROCESS_FILE);
  if (await files.exists(file)) {
    const { written, refused } = await files.update([file], text => addAlias(text, alias));
    return refused[0] ?? { units: changedEffects(written).map(effect => [effect]) };
  }
  const added = addAlias('', alias);
  if (!added.ok) return { file, problem: added.problem };
  const after = added.edited.text;
  const problem = await files.create(file, after);
  return problem ? { file, problem } : { units: [[{ kind: 'created', file, after }]] };
}
