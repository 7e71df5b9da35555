import { isCalendarDate } from '../../calendar';
import { found } from '../../found';
import { meantStages } from '../../process/meantStages';
import { findStage, type Process } from '../../process/process';
import type { StageId } from '../../process/stages';
import type { HistoryEvent } from '../deal';
import type { WrongEntry } from '../say';
import { meantStatuses, statusNamed } from '../statusNames';
import { moreOfItem } from './keysAsJson';

/** What is wrong with an entry of the history, and with which of its keys. */
export interface Wrong {
  readonly wrong: WrongEntry;
  readonly key?: 'on' | 'stage' | 'status';
  readonly meant?: readonly string[];
}

/** The event, or what is wrong with it. */
export function readEvent(item: unknown, process: Process): HistoryEvent | Wrong {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { wrong: { is: 'noMap' } };
  }
  const {
    on,
    stage,
    status,
    from,
    close_date: closeDate,
    override,
    skipped,
  } = item as Record<string, unknown>;
  if (!isCalendarDate(on)) return { wrong: { is: 'noDate' }, key: 'on' };
  const known = typeof stage === 'string' ? findStage(process, stage) : undefined;
  if (stage !== undefined && !known) {
    const meant = meantStages(stage, process);
    return { wrong: { is: 'stage', there: found(stage) }, key: 'stage', meant };
  }
  const outcome = typeof status === 'string' ? statusNamed(status) : undefined;
  if (status !== undefined && !outcome) {
    const wrong = { is: 'status', there: found(status) } as const;
    return { wrong, key: 'status', meant: meantStatuses(status) };
  }
  const left = known || outcome ? stageLeft(from, known, process) : undefined;
  // A command that was asked to make a move against the rules has written that down.
  const event: Writable<HistoryEvent> = { on, stage: known, status: outcome };
  if (left) event.from = left;
  if (override === true) event.isMeant = true;
  if (Array.isArray(skipped)) event.skipped = skipped.map(String);
  if (isCalendarDate(closeDate)) event.closeDate = closeDate;
  if (!known && !outcome && !event.closeDate) return { wrong: { is: 'empty' } };
  const more = moreOfItem(item, KNOWN);
  if (more !== undefined) event.more = more;
  return event;
}

const KNOWN: ReadonlySet<string> = new Set([
  ...['on', 'stage', 'status', 'from', 'close_date', 'override', 'skipped'],
]);

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** The stage that a line says was left; none where what stands there is no stage, or the one that the line enters. */
function stageLeft(from: unknown, entered: StageId | undefined, process: Process): StageId | undefined {
  const left = typeof from === 'string' ? findStage(process, from) : undefined;
  return left === entered ? undefined : left;
}
