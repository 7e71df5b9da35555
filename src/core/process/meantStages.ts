import { normaliseName, findStage, type Process } from './process';
import { STAGE_IDS, type StageId } from './stages';
import { suggestions } from '../suggest';

/** The stages that a person may have meant by what is the name of none, the likeliest first. */
export function meantStages(written: unknown, process: Process): StageId[] {
  // Some number their stages.
  if (typeof written === 'number') return STAGE_IDS.filter((_, at) => at + 1 === written);
  if (typeof written !== 'string') return [];
  const near = suggestions(normaliseName(written), [...process.stageByName.keys()]);
  return [...new Set(near.map(name => findStage(process, name)!))];
}
