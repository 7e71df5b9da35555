import type { Says } from '../says';
import { meantStages, stagesNamedIn } from './meantStages';
import type { Process } from './process';
import { say } from './say';

/** What is said to somebody who names a stage that the process does not have: the one that is near, the two that are named, or all seven. */
export function noSuchStage(name: string, process: Process): Says {
  const [meant] = meantStages(name, process);
  const [, or] = stagesNamedIn(name, process);
  const stages = process.stages.map(({ label }) => label);
  return say('noSuchStage', { name, ...(meant && { meant }), ...(meant && or && { or }), stages });
}
