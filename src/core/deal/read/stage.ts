import { found } from '../../found';
import { meantStages } from '../../process/meantStages';
import type { Status } from '../../process/outcome';
import { findStage, normaliseName, type Process } from '../../process/process';
import { noSuchStage } from '../../process/noSuchStage';
import type { StageId } from '../../process/stages';
import { meantStatuses, statusNamed, STATUS_NAMES } from '../statusNames';
import { say } from '../say';
import { isAbsent, type FieldReading } from './reading';

/** In place of the stage of a closed deal whose last stage isn't known. */
export const UNKNOWN_STAGE = 'unknown';

/** `undefined` where there is no such stage: that is an error then, and the file needs attention. */
export function readStage(reading: FieldReading, process: Process): StageId | undefined {
  const value = reading.get('stage');
  const stage = typeof value === 'string' ? findStage(process, value) : undefined;
  if (stage) return stage;
  const outcome = typeof value === 'string' ? statusNamed(value) : undefined;
  if (outcome && outcome !== 'open') {
    reading.fail('stage-is-outcome', 'stage', say('stageIsOutcome', { outcome }), [outcome]);
    return undefined;
  }
  const hidden = reading.hiddenByHash('stage');
  if (hidden !== undefined && findStage(process, hidden)) {
    reading.fail('unknown-stage', 'stage', say('hiddenByHash', { key: reading.name('stage') }), []);
    return undefined;
  }
  const meant = meantStages(value, process);
  if (typeof value === 'string' && value.trim()) {
    reading.fail('unknown-stage', 'stage', noSuchStage(value, process), meant);
  } else {
    const stages = process.stages.map(({ label }) => label);
    reading.fail('unknown-stage', 'stage', say('stageMissing', { there: found(value), stages }), meant);
  }
  return undefined;
}

/** Whether a closed deal says that its last stage isn't known. If the team has a stage of that name, it means that one. */
export function isStageUnknown(reading: FieldReading, process: Process): boolean {
  const value = reading.get('stage');
  if (typeof value !== 'string' || findStage(process, value)) return false;
  if (normaliseName(value) !== UNKNOWN_STAGE) return false;
  const status = reading.get('status');
  const named = typeof status === 'string' ? statusNamed(status) : undefined;
  return named === 'won' || named === 'lost';
}

/** The same for how the deal stands; it is open where nothing is said. */
export function readStatus(reading: FieldReading): Status | undefined {
  const value = reading.get('status');
  if (isAbsent(value)) {
    const hidden = reading.hiddenByHash('status');
    if (hidden === undefined || !STATUS_NAMES.has(normaliseName(hidden))) return 'open';
    reading.fail('unknown-status', 'status', say('hiddenByHash', { key: reading.name('status') }), []);
    return undefined;
  }
  const status = typeof value === 'string' ? statusNamed(value) : undefined;
  if (!status) {
    const says = say('unknownStatus', { there: found(value) });
    reading.fail('unknown-status', 'status', says, meantStatuses(value));
  }
  return status;
}
