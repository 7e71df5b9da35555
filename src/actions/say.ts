import type { CalendarDate } from '../core/calendar';
import { sayer, type Says } from '../core/says';
import type { GitFailure } from './ports/git';

/** What actions have to say of what they did, or why they did not. */
export interface ActionSays {
  ownKeyOrMeant: { key: string; meant: string };
  linksNotChanged: { path: string; why: Says };
  writtenByMoves: { field: MovedField; by: readonly string[] };
  contactsByHand: object;
  noCurrency: { typed: string };
  noForecast: { typed: string; names: readonly string[] };
  noDay: { typed: string };
  eitherDay: { typed: string; days: readonly string[] };
  notHappenedYet: { day: CalendarDate };
  happenedLongAgo: { day: CalendarDate };
  plannedFarAway: { day: CalendarDate };
  /** @param code of a currency, if a word of it is that, and may be another word */
  noAmount: { typed: string; code?: string };
  eitherCurrency: { typed: string; codes: readonly string[] };
  noPeriod: { typed: string; names: readonly string[] };
  noTerm: { typed: string };
  noPercent: { typed: string };
  /** @param meant the percent that it is as a share of one */
  shareOfOne: { typed: string; meant: number };
  noKey: { typed: string };
  noStepToComplete: object;
  inlineNotMoved: object;
  adoptInside: object;
  templateToAdopt: { placeholder: string };
  /**
   * @param notes how many notes have fields in their text
   * @param isMovable the stages of some stand in lines that can be moved into front matter
   */
  nothingToAdopt: { notes: number; isMovable: boolean };
  /** Of a mail. */
  sentToCome: { day: CalendarDate };
  sentLongAgo: { day: CalendarDate };
  metLongAgo: { day: CalendarDate };
  /** Too far for a next step. */
  meetingFarAway: { day: CalendarDate };
  sentNoDay: object;
  /** @param typed as its head says it */
  sentDayUnread: { typed: string };
  /** @param most characters */
  loggedCut: { most: number };
  /** @param title may be empty */
  meetingUnread: { title: string };
  /** @param what the line that was logged: `invitation from Rita Lee: Demo, 2026-12-04` */
  noLongerLogged: { what: string };
  meetingNotLogged: { title: string; why: Says };
  contactsNotAdded: { names: readonly string[]; why: Says };
  /** @param todos those that the deal has open: `2026-12-04 Legal review @buyer` */
  noSuchTodo: { typed: string; todos: readonly string[] };
  /** @param todos those that may be meant */
  severalTodos: { typed: string; todos: readonly string[] };
  todoGone: { todos: readonly string[] };
  openNotArchived: object;
  alreadyArchived: object;
  noDealFile: object;
  notMarkdown: object;
  noPipeline: object;
  noSuchPoint: { typed: string; isShallow: boolean };
  pointToCome: { day: CalendarDate; today: CalendarDate };
  pointNeedsGit: { typed: string };
  gitFailed: { failure: GitFailure };
  /** A team has said that its files have no history. */
  noHistoryWanted: object;
  pastNeedsGit: object;
}

/** What only a move writes. */
export type MovedField = 'stage' | 'status' | 'history' | 'closed_on' | 'lost_reason' | 'lost_note';

export const say = sayer<ActionSays>();
