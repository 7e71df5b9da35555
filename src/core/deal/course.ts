import type { CalendarDate } from '../calendar';
import { STAGE_IDS, type StageId } from '../process/stages';
import type { Deal, HistoryEvent } from './deal';

/** One thing that happened to a deal on its way, in the order in which its file tells of them. */
export type Mark =
  | {
      readonly kind: 'entered';
      readonly stage: StageId;
      /** `undefined` where the day is not known. */
      readonly on: CalendarDate | undefined;
      /** What says so: a line's `stage`, a line's `from`, or the file's own `stage`. */
      readonly told: 'stage' | 'from' | 'file';
      /** The line of the history that says so. */
      readonly line: HistoryEvent | undefined;
    }
  | { readonly kind: 'closed' | 'opened'; readonly on: CalendarDate; readonly line: HistoryEvent };

/** What a course is read from. */
export type HasCourse = Pick<Deal, 'stage' | 'stageNotKnown' | 'created' | 'history'>;

/**
 * The way of a deal: each entry into a stage, each close and each reopening. `from` of the first line that names a stage
 * is where the deal began; `created` dates that only if it was the first stage: how long the deal was in any other is not known. Further down, `from` tells of a stage that the deal was moved to by hand, on an unknown day; it
 * counts only where no line above has that stage. A stage that follows an outcome without a reopening does not count.
 */
export function courseOf({ stage, stageNotKnown, created, history }: HasCourse): readonly Mark[] {
  const marks: Mark[] = [];
  const seen = new Set<StageId>();
  let current: StageId | undefined;
  const enter = (
    to: StageId,
    on: CalendarDate | undefined,
    told: 'stage' | 'from' | 'file',
    line?: HistoryEvent,
  ) => {
    if (to === current) return;
    marks.push({ kind: 'entered', stage: to, on, told, line });
    seen.add(to);
    current = to;
  };
  const lines = countingLines(history);
  const first = lines.find(namesStage);
  const start = first ? first.from : stageNotKnown ? undefined : stage;
  if (start) enter(start, dayOfBeginning(start, created, first), first ? 'from' : 'file', first);
  for (const line of lines) {
    const { on, stage: to, status, from } = line;
    if (from && !seen.has(from)) enter(from, undefined, 'from', line);
    if (to) enter(to, on, 'stage', line);
    if (status) marks.push({ kind: status === 'open' ? 'opened' : 'closed', on, line });
  }
  // The stage was changed by hand, on an unknown day.
  if (!stageNotKnown) enter(stage, undefined, 'file');
  return marks;
}

/** `created`, where it tells: of the first stage, and not of a day behind the line that leaves it. */
function dayOfBeginning(
  start: StageId,
  created: CalendarDate | undefined,
  first: HistoryEvent | undefined,
): CalendarDate | undefined {
  if (start !== STAGE_IDS[0] || !created) return undefined;
  return first && created > first.on ? undefined : created;
}

/**
 * Whether a file tells where the deal began, so that all stages are known that it was in: it says so, or nothing is known
 * of the time before its first line, or it has never left the first stage.
 */
export function isBeginningKnown({ stage, stageNotKnown, created, history }: HasCourse): boolean {
  if (stageNotKnown) return false;
  const first = countingLines(history).find(namesStage);
  if (!first) return stage === STAGE_IDS[0];
  if (first.from) return first.from === STAGE_IDS[0];
  return created === undefined || created === first.on;
}

/** The stage in which a history ends by itself; none where it names no stage. */
export function stageInHistory(history: readonly HistoryEvent[]): StageId | undefined {
  const last = countingLines(history).findLast(namesStage);
  return last?.stage ?? last?.from;
}

/** The lines that name a stage behind an outcome, without a reopening between: that does not count. */
export function linesBehindOutcome(history: readonly HistoryEvent[]): HistoryEvent[] {
  const counting = countingLines(history);
  if (counting === history) return [];
  return history.filter((line, at) => line.stage && !counting[at]!.stage);
}

export function namesStage({ stage, from }: HistoryEvent): boolean {
  return (stage ?? from) !== undefined;
}

/** The lines without what they say of stages where that does not count. */
function countingLines(history: readonly HistoryEvent[]): readonly HistoryEvent[] {
  // Of most, an outcome is the last line, if there is one.
  const closing = history.findIndex(({ status }) => status !== undefined && status !== 'open');
  if (closing < 0 || closing === history.length - 1) return history;
  let isClosed = false;
  return history.map(line => {
    const { on, status } = line;
    const isBehind = isClosed && status !== 'open';
    if (status) isClosed = status !== 'open';
    return isBehind && namesStage(line) ? { on, stage: undefined, status } : line;
  });
}
