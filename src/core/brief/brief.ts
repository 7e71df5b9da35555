import { canHaveHappened, type CalendarDate } from '../calendar';
import { openBefore } from '../deal/gate';
import { daysInStage } from '../deal/daysInStage';
import { isOpen, type Contact, type Deal } from '../deal/deal';
import { textThatCounts } from '../deal/dealOfSides';
import { phoneOf } from '../deal/reachContact';
import type { Todo } from '../deal/todos';
import type { ToDoReason } from '../metrics/today/whatToDo';
import { latestActivities, type Activity } from '../notes/log';
import { readNotes } from '../notes/readNotes';
import { othersOfAccount } from '../pipeline/othersOfAccount';
import { stageOf, type ExitCriterion, type Process, type Stage } from '../process/process';
import { changesOfTerms, type TermChange } from './changesOfTerms';

/** So many lines of the log tell what was said last. */
const LAST_LINES = 5;

/** What a brief is made of. */
export interface BriefSources {
  readonly deal: Deal;
  /** Of its file. */
  readonly text: string;
  /** All deals of its pipeline. */
  readonly deals: Iterable<Deal>;
  readonly process: Process;
  readonly asOf: CalendarDate;
  /** Why the deal is on the list of what to do, if it is. */
  readonly reasons: readonly ToDoReason[];
}

/** Somebody on the buyer's side, with the phone number as the file writes it. */
export interface ToCall extends Contact {
  readonly phone: string | undefined;
}

/** What somebody wants to know of a deal before a call. */
export interface Brief {
  readonly deal: Deal;
  readonly asOf: CalendarDate;
  /** Where an open deal stands; of one that is closed, or in an unknown stage, there is nothing left to ask for. */
  readonly stage: Stage | undefined;
  /** Whole days in it, or from its entry to the close; `undefined` if not known. */
  readonly days: number | undefined;
  readonly reasons: readonly ToDoReason[];
  readonly todos: readonly Todo[];
  /** Exit criteria of the stage. */
  readonly open: readonly ExitCriterion[];
  readonly met: readonly ExitCriterion[];
  /** Keys that the stage requires and that are empty. */
  readonly absent: readonly string[];
  readonly questions: readonly string[];
  readonly people: readonly ToCall[];
  /** The newest first. */
  readonly log: readonly Activity[];
  /** How value and close date moved, the newest first. */
  readonly terms: readonly TermChange[];
  /** Those of its account, the open ones first. */
  readonly others: readonly Deal[];
}

/** All that is known of a deal before a call; computed from the files, and nothing in it is guessed. */
export function briefOf({ deal, text, deals, process, asOf, reasons }: BriefSources): Brief {
  const stage = isOpen(deal) && !deal.stageNotKnown ? stageOf(process, deal.stage) : undefined;
  const { criteria: open, fields: absent } = openBefore(deal, process);
  const counting = textThatCounts(text, deal);
  return {
    ...{ deal, asOf, stage, reasons, open, absent },
    days: daysInStage(deal, asOf),
    todos: isOpen(deal) ? (deal.todos ?? []) : [],
    met: (stage?.exitCriteria ?? []).filter(({ id }) => !open.some(one => one.id === id)),
    questions: stage?.questions ?? [],
    people: deal.contacts.map(({ more: _, ...contact }) => ({
      ...contact,
      phone: phoneOf(counting, contact, process.fields),
    })),
    log: latestActivities(readNotes(counting), LAST_LINES, on => canHaveHappened(on, asOf)),
    terms: changesOfTerms(deal),
    others: othersOfAccount(deal, deals),
  };
}
