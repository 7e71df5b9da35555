import { misnamedAmong } from '../core/process/misnamed';
import { PROCESS_FILE } from '../core/process/processFile';
import type { Refusal } from '../core/refusal';
import { addressIn, type Address } from './address';
import { changedEffects } from './effects';
import type { Files, Plan, Refused } from './ports/files';
import type { Unit } from './result';

/** Changes the process file of a pipeline, which is made where there is none; or tells why not. */
export async function changeProcess(
  files: Files,
  folder: Address,
  planner: (text: string) => Plan | Refusal,
): Promise<{ readonly units: readonly Unit[] } | Refused> {
  const file = addressIn(folder, PROCESS_FILE);
  if (await files.exists(file)) {
    const { written, refused } = await files.update([file], planner);
    return refused[0] ?? { units: changedEffects(written).map(effect => [effect]) };
  }
  // A new file beside it would pass over the rules in the one that is only called something else.
  const [misnamed] = misnamedAmong([await files.namesIn(folder)], false);
  if (misnamed) return { file: addressIn(folder, misnamed.file!), problem: misnamed };
  const plan = planner('');
  if (!plan.ok) return { file, problem: plan.problem };
  const after = plan.edited.text;
  const problem = await files.create(file, after);
  return problem ? { file, problem } : { units: [[{ kind: 'created', file, after }]] };
}
