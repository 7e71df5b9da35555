import { describe, quote } from '../../problem';
import { meantStages } from '../../process/meantStages';
import type { Status } from '../../process/outcome';
import { findStage, normaliseName, type Process } from '../../process/process';
import type { StageId } from '../../process/stages';
import { meantStatuses, STATUS_NAMES } from '../statusNames';
import { isAbsent, told, type Reading } from './reading';

/** `undefined` where there is no such stage: that is an error then, and the file needs attention. */
export function readStage(reading: Reading, process: Process): StageId | undefined {
  const value = reading.get('stage');
  const stage = typeof value === 'string' ? findStage(process, value) : undefined;
  if (stage) return stage;
  const outcome = typeof value === 'string' ? STATUS_NAMES.get(normaliseName(value)) : undefined;
  if (outcome && outcome !== 'open') {
    const message = `“${outcome}” is how a deal ends, not a stage. Write it as “status: ${outcome}”, and the stage that it ended in.`;
    reading.fail('stage-is-outcome', 'stage', message, [outcome]);
    return undefined;
  }
  const labels = process.stages.map(({ label }) => label);
  const meant = meantStages(value, process);
  if (typeof value === 'string' && value.trim()) {
    const hint = meant[0] ? `Did you mean “${meant[0]}”?` : `The stages are ${labels.join(', ')}.`;
    reading.fail('unknown-stage', 'stage', `There is no stage ${quote(value)}. ${hint}`, meant);
  } else {
    const there = `The stage is ${describe(value)}, not the name of one.`;
    reading.fail('unknown-stage', 'stage', `${there} The stages are ${labels.join(', ')}.`, meant);
  }
  return undefined;
}

/** The same for how the deal stands; it is open where nothing is said. */
export function readStatus(reading: Reading): Status | undefined {
  const value = reading.get('status');
  if (isAbsent(value)) return 'open';
  const status = typeof value === 'string' ? STATUS_NAMES.get(normaliseName(value)) : undefined;
  if (!status) {
    const message = `The status is ${told(value)}. It can be open, won or lost.`;
    reading.fail('unknown-status', 'status', message, meantStatuses(value));
  }
  return status;
}
