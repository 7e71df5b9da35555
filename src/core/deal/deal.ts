import { canHaveHappened, type CalendarDate } from '../calendar';
import { remembered } from '../remember';
import type { FieldOf, KindOf, PropertyOf } from '../fields/table';
import type { Money } from '../money';
import type { Period } from '../recurring';
import type { Forecast } from '../process/process';
import { STAGE_IDS, type StageId } from '../process/stages';
import type { Status } from '../process/outcome';
import type { Activity } from '../notes/log';
import type { GitFacts } from './gitFacts';
import type { Todo } from './todos';

/** One line of a deal's `history`: on a day it entered a stage, was won, lost or opened again, or got a close date. */
export interface HistoryEvent {
  readonly on: CalendarDate;
  readonly stage: StageId | undefined;
  readonly status: Status | undefined;
  /** The stage that was left, where the lines above do not say it: of a first move, or after a change by hand. */
  readonly from?: StageId;
  /** The close date that the deal had from this day on; few lines say it. */
  readonly closeDate?: CalendarDate;
  /** Somebody has made the move in spite of the team's rules, and the line says so. */
  readonly isMeant?: true;
  /** No line says so, but a commit in which the file was changed. */
  readonly inGit?: { readonly by: string; readonly commit: string };
  /** Ids of criteria and keys of fields that were open when somebody made the move all the same. */
  readonly skipped?: readonly string[];
  /** What else the line says, by its keys, as JSON: why the deal was lost, and keys of the team's own. */
  readonly more?: string;
}

/** What a deal has of a field, by the field's kind. Lists are empty where the file has none. */
export interface ValueOf {
  readonly text: string | undefined;
  readonly name: string | undefined;
  readonly reason: string | undefined;
  readonly period: Period | undefined;
  /** In periods of the value. */
  readonly term: number | undefined;
  /** 0 to 100. */
  readonly percent: number | undefined;
  readonly forecast: Forecast | undefined;
  readonly day: CalendarDate | undefined;
  readonly pastDay: CalendarDate | undefined;
  readonly contact: readonly Contact[];
  /** As the file writes them, each once. */
  readonly tag: readonly string[];
  readonly check: readonly string[];
}

/** The fields that a deal has just as its file says them; the others take more than their key to be read. */
export type PlainField = FieldOf<keyof ValueOf>;

/** `account`, `closeDate`, `tags` and so on: one property for each such row of the table of fields. */
type PlainProperties = { readonly [F in PlainField as PropertyOf<F>]: ValueOf[KindOf<F>] };

/**
 * What one Markdown file says of one deal. Absent fields are `undefined`; what could not be read is a problem.
 * `probability` and `forecast` are there only where a person has set them for this deal.
 */
export interface Deal extends PlainProperties {
  /** The file's path below the pipeline's folder, with `/` between its parts: the deal's identity. */
  readonly path: string;
  /** That of the file, else its first heading, else the file's name. */
  readonly title: string;
  readonly stage: StageId;
  /**
   * Nobody knows the stage: that of a deal on an earlier day, or of a closed one whose file says `stage: unknown`, as imports
   * write it. `stage` is to be ignored then.
   */
  readonly stageNotKnown?: true;
  readonly status: Status;
  /** What counts: where the value recurs, that of the whole contract. */
  readonly value: Money | undefined;
  /** Only where the value recurs: what the file says, which is paid in every `valuePeriod`. */
  readonly valueEach?: Money;
  /** The ids of the exit criteria that are met: those in `checks`, and those that are ticked in the notes. */
  readonly checks: readonly string[];
  /** Of the keys that the process requires at one stage or another, those that the file leaves empty. */
  readonly absent: readonly string[];
  /** In the order of their days. */
  readonly history: readonly HistoryEvent[];
  /** The newest line of the section `## Log`, which may be dated on a day to come: see `lastDone`. */
  readonly lastActivity: Activity | undefined;
  /** The day of each line of the log before that one, if there are any: the newest may be only planned, or later than the day that is asked about. */
  readonly activeBefore?: readonly CalendarDate[];
  /** What the first of those lines say. */
  readonly saidBefore?: readonly string[];
  /** Open tasks of the notes that have a day, by their days, if there are any. */
  readonly todos?: readonly Todo[];
  /** Only where git was asked, and knows the file: the pipeline joins it to what was read. */
  readonly inGit?: GitFacts;
  /** What the front matter says besides, by its keys, as JSON: see `moreOf`. Few have it. */
  readonly more?: string;
  /** Its history has what git fills it with already: see `withPast`. */
  readonly isPastTold?: true;
  /** Only where git could not merge the file: all else is what one side says. Nothing is written in it until that is settled. */
  readonly conflict?: DealConflict;
}

/** A conflict that git left in the file of a deal. */
export interface DealConflict {
  /** Where the first one begins in the file, counted from 1. */
  readonly line: number;
  /** The side that counts: the second only where the first cannot be read. */
  readonly counts: 'first' | 'second';
  /** The deal by the other side, if that can be read. */
  readonly other: Deal | undefined;
}

/** Somebody on the buyer's side; at least one of the three is known. */
export interface Contact {
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly email: string | undefined;
  /** What else the file has of the person, by its keys, as JSON: the phone number, and keys of the team's own. */
  readonly more?: string;
}

/** Neither won nor lost. */
export function isOpen({ status }: Deal): boolean {
  return status === 'open';
}

/** Won before it came to the last stage. */
export function isWonEarly({
  status,
  stage,
  stageNotKnown,
}: Pick<Deal, 'status' | 'stage' | 'stageNotKnown'>): boolean {
  return status === 'won' && !stageNotKnown && stage !== STAGE_IDS.at(-1);
}

/** The first day that is known of a deal. */
export function firstDay({ created, history }: Deal): CalendarDate | undefined {
  const first = history[0]?.on;
  if (!created || !first) return created ?? first;
  return created < first ? created : first;
}

/** The latest day of a history that can be. */
export function lastDay(history: readonly HistoryEvent[], today: CalendarDate): CalendarDate | undefined {
  return history.findLast(({ on }) => canHaveHappened(on, today))?.on;
}

/** Whether a file has an impossible day, seen from `asOf`: in the future, decades ago, or a close before the beginning. */
export function isMisdated(deal: Deal, asOf: CalendarDate): boolean {
  const { created, closedOn, history } = deal;
  const days = [created, closedOn, ...history.map(({ on }) => on)];
  return isClosedTooEarly(deal) || days.some(day => day !== undefined && !canHaveHappened(day, asOf));
}

/** Closed before it was created, or before anything else is known of it. */
export function isClosedTooEarly(deal: Deal): boolean {
  const closed = closeDay(deal);
  const begun = deal.created ?? firstDay(deal);
  return closed !== undefined && begun !== undefined && closed < begun;
}

/**
 * The day on which a deal was last worked on: the latest of its history, its log and its beginning, of those that can be.
 * Remembered, since a log may be long, and rows and figures ask again and again.
 */
export const lastTouch: (deal: Deal, today: CalendarDate) => CalendarDate | undefined = remembered(
  (deal, today) => {
    let latest = lastDay(deal.history, today);
    const take = (on: CalendarDate | undefined) => {
      if (on && !(latest && latest >= on) && canHaveHappened(on, today)) latest = on;
    };
    take(deal.created);
    for (const on of activeDays(deal)) take(on);
    return latest;
  },
);

/** The last activity that can have happened: a line that is dated later than tomorrow is planned, or has a slip in it. */
export function lastDone(
  { lastActivity, activeBefore = [], saidBefore = [] }: Deal,
  today: CalendarDate,
): Activity | undefined {
  if (lastActivity && canHaveHappened(lastActivity.on, today)) return lastActivity;
  const at = activeBefore.findIndex(on => canHaveHappened(on, today));
  return at < 0 ? undefined : { on: activeBefore[at]!, what: saidBefore[at] ?? '' };
}

/** The day of each activity, the newest first. */
export function activeDays({ lastActivity, activeBefore = [] }: Deal): readonly CalendarDate[] {
  return lastActivity ? [lastActivity.on, ...activeBefore] : activeBefore;
}

/** The day on which a closed deal was won or lost, if it is known: that of the history, else `closed_on`. */
export function closeDay({ status, closedOn, history }: Deal): CalendarDate | undefined {
  if (status === 'open') return undefined;
  const last = lastOutcome(history);
  return last?.status === status ? last.on : closedOn;
}

/** The last line of a history that says how the deal stands: won, lost or open again. */
export function lastOutcome(history: readonly HistoryEvent[]): HistoryEvent | undefined {
  return history.findLast(({ status }) => status);
}
