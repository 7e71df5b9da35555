import { isCalendarDate } from '../../calendar';
import { quote } from '../../problem';
import { meantStages } from '../../process/meantStages';
import { findStage, normaliseName, type Process } from '../../process/process';
import type { HistoryEvent } from '../deal';
import { meantStatuses, STATUS_NAMES } from '../statusNames';

/** What is wrong with an entry of the history: as the rest of a sentence, and with which of its keys. */
export interface Wrong {
  readonly wrong: string;
  readonly key?: 'on' | 'stage' | 'status';
  readonly meant?: readonly string[];
}

/** The event, or what is wrong with it. */
export function readEvent(item: unknown, process: Process): HistoryEvent | Wrong {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { wrong: 'has no “on” and “stage”' };
  }
  const { on, stage, status, close_date: closeDate, override, skipped } = item as Record<string, unknown>;
  if (!isCalendarDate(on)) return { wrong: 'has no date in “on”', key: 'on' };
  const known = typeof stage === 'string' ? findStage(process, stage) : undefined;
  if (stage !== undefined && !known) {
    const meant = meantStages(stage, process);
    return { wrong: `names no known stage (${quote(stage)})`, key: 'stage', meant };
  }
  const outcome = typeof status === 'string' ? STATUS_NAMES.get(normaliseName(status)) : undefined;
  if (status !== undefined && !outcome) {
    return { wrong: `names no known status (${quote(status)})`, key: 'status', meant: meantStatuses(status) };
  }
  // A command that was asked to make a move against the rules has written that down.
  const event = {
    on,
    stage: known,
    status: outcome,
    ...(override === true && { isMeant: true as const }),
    ...(Array.isArray(skipped) && { skipped: skipped.map(String) }),
  };
  if (isCalendarDate(closeDate)) return { ...event, closeDate };
  return known || outcome ? event : { wrong: 'has neither “stage” nor “status”' };
}
