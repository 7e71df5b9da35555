import { plainText } from '../escape';
import { quote } from '../problem';
import { suggest } from '../suggest';
import { findStage, type Process } from './process';

/** What is said to somebody who names a stage that the process does not have: the one that is near, or all seven. */
export function noSuchStage(name: string, process: Process): string {
  const near = suggest(name, [...process.stageByName.keys()]);
  const meant = near && findStage(process, near);
  const labels = process.stages.map(({ label }) => plainText(label)).join(', ');
  const hint = meant ? `Did you mean “${meant}”?` : `The stages are ${labels}.`;
  return `There is no stage ${quote(name)}. ${hint}`;
}
