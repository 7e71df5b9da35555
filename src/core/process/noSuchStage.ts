import type { Says } from '../says';
import { suggest } from '../suggest';
import { findStage, type Process } from './process';
import { say } from './say';

/** What is said to somebody who names a stage that the process does not have: the one that is near, or all seven. */
export function noSuchStage(name: string, process: Process): Says {
  const near = suggest(name, [...process.stageByName.keys()]);
  const meant = near && findStage(process, near);
  const stages = process.stages.map(({ label }) => label);
  return say('noSuchStage', { name, ...(meant && { meant }), stages });
}
