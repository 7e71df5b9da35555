import type { CalendarDate } from '../calendar';
import type { Found } from '../found';
import type { MisplacedWhere } from '../frontMatter/misplaced';
import type { Status } from '../process/outcome';
import { sayer, type Says } from '../says';

/** What is said of deals: what is wrong with one, what it needs, and why something is not done with it. */
export interface DealSays {
  /** @param to the name that is right */
  misnamedDeal: { to: string; ending: string };
  misplaced: { where: MisplacedWhere };
  /** @param isDeal whether the file is one without them */
  nestedDeal: { key: string; isDeal: boolean };
  /** @param meant the keys of ours that it is near, as files write them */
  nearKey: { key: string; meant: readonly string[] };
  /** @param name the key that says the stage, as files write it */
  nearStage: { key: string; name: string };
  /** @param name the same, and stages the labels of those there are */
  endedNowhere: { outcome: Status; name: string; stages: readonly string[] };
  /** @param whole with what YAML takes for a comment */
  cutByComment: { whole: string };
  dayFarAway: { key: string; day: CalendarDate };
  doubtfulValue: { written: string; amount: number; meant: number };
  doubtfulPercent: { key: string; percent: number; meant: number };
  /** @param one text that several items of a list became */
  foldedItems: { one: string };
  severalOwners: { one: string; key: string };
  nameWithAt: { written: string; name: string };
  /** @param key is empty, since its value is a comment */
  hiddenByHash: { key: string };
  /** @param written the text, with what YAML takes for an anchor */
  anchorInText: { written: string; anchor: string };
  /** @param placeholder that a template left */
  unfilled: { key: string; placeholder: string };
  severalInOne: { one: string; key: string };
  stageIsOutcome: { outcome: Status };
  stageMissing: { there: Found; stages: readonly string[] };
  unknownStatus: { there: Found };
  /** @param date that a to-do of the notes has */
  noTodoDate: { date: string };
  /** @param mayBe the days that may be meant: at least one */
  todoUnclear: { written: string; mayBe: readonly CalendarDate[] };
  noDate: { key: string; there: Found };
  /** @param entry counted from 1 */
  noDateInHistory: { key: string; there: Found; entry: number };
  historyNoList: { there: Found };
  historyEntry: { entry: number; wrong: WrongEntry };
  /** @param entry counted from 1 */
  fromNoStage: { there: Found; entry: number };
  fromTellsNothing: { entry: number };
  stageBehindOutcome: { entry: number };
  historyOrder: object;
  /** @param entry counted from 1 */
  historySlip: { entry: number; day: CalendarDate };
  dayToCome: { key: string; day: CalendarDate };
  createdLate: { key: string; day: CalendarDate; first: CalendarDate };
  loggedToCome: { day: CalendarDate };
  loggedLongAgo: { day: CalendarDate };
  /** @param mayBe the days that are meant, if what is written is two; empty where it is none */
  loggedUnclear: { written: string; mayBe: readonly CalendarDate[] };
  closedTooEarly: { closed: CalendarDate; begun: CalendarDate };
  /** @param told the day that the history has */
  closeDayDiffers: { key: string; day: CalendarDate; told: CalendarDate };
  historyMismatch: { last: string; stage: string };
  invalidAmount: { there: Found; currencyKey: string };
  invalidCurrency: { there: Found };
  unknownCurrency: { code: string; meant?: string };
  invalidPeriod: { key: string; there: Found; names: readonly string[] };
  invalidTerm: { key: string; there: Found };
  termWithoutPeriod: { key: string; periodKey: string };
  /** @param meant where it is a share of one */
  invalidPercent: { key: string; there: Found; meant: number | undefined };
  invalidForecast: { key: string; there: Found; names: readonly string[] };
  invalidText: { key: string; there: Found };
  invalidTexts: { key: string; example: string };
  contactWithoutName: { key: string };
  openWithOutcome: { key: string };
  wonWithLostReason: { key: string };
  historyOutcome: { last: string; status: string };
  /** A deal was moved by hand in a way that the team warns of or does not allow. */
  movedByHand: { step: Step; from: string; to: string; isBlocked: boolean };
  maybeSame: { title: string; path: string };
  /** @param isEqual whether both files say the same */
  copyOf: { path: string; isEqual: boolean };
  closeDatePast: { day: CalendarDate };
  noNextStep: object;
  /** @param n how many there are */
  fewContacts: { n: number; least: number; stage: string };
  noDecisionMaker: { stage: string };
  /** @param key as files write it */
  noValue: { key: string; stage: string };
  unanswered: { times: number };
  pushedOften: { times: number };
  /** @param goal the label of the stage that the deal is in; none where it is won */
  leftOpen: { wanted: Wanted; goal: string | undefined; isBlocked: boolean };
  neededToLeave: { wanted: Wanted; stage: string };
  noCloseDay: { key: string; status: Status };
  noLostReason: { key: string };
  alreadyOpen: { title: string };
  reopenWhere: { title: string };
  /** @param stage the label of the one that it was closed in */
  reopenThenMove: { title: string; stage: string };
  alreadyClosed: { title: string; status: Status };
  alreadyInStage: { title: string; stage: string };
  lastStage: { title: string };
  firstStage: { title: string };
  lossWithoutReason: object;
  /** @param next the label of the stage that the deal may move to instead, where one is */
  step: { title: string; step: Step; from: string; to: string; how: How; next?: string };
  /** @param to the label of the stage that the deal goes on to; none where it is to be won */
  wants: { title: string; to: string | undefined; wanted: Wanted; how: How };
  several: { all: readonly Says[] };
  /** @param by what tells of the last day */
  datedBefore: { title: string; last: CalendarDate; by: DayKnown; day: CalendarDate };
  datedLike: { title: string; last: CalendarDate; by: DayKnown };
  /** @param name the key that would be written beside one that is nearly it */
  keyFirst: { key: string; name: string };
  noDeal: { key: string };
  inConflict: { title: string };
  leftMarker: object;
  unmerged: object;
  deletedByOne: object;
  renamedByBoth: object;
  templateUnusable: { template: string; why: Says };
  templateOwnName: { template: string; key: string; own: string };
  templatePlaceholder: { template: string; placeholder: string };
  contactsNotCopied: object;
  /** @param name the stage, or how the deal ended, as ids */
  pastDenied: { name: string; on: CalendarDate };
  /** @param why what the file would say against itself */
  pastContradicts: { why: Says };
  pastNotCommitted: object;
  pastNotKnown: object;
  pastUnclear: object;
  pastCut: object;
}

/** What is wrong with an entry of the history. */
export type WrongEntry =
  { readonly is: 'noMap' | 'noDate' | 'empty' } | { readonly is: 'stage' | 'status'; readonly there: Found };

/** What a file tells of a day: a line of its history, `created`, or `closed_on`. */
export type DayKnown = 'history' | 'created' | 'closed';

/** A way that a team may not want: past a stage, back to one, or won before the last one. */
export type Step = 'skip' | 'back' | 'winEarly';

/** Whether a move was made in spite of something, is not allowed, or waits for an answer. */
export type How = 'done' | 'blocked' | 'asked';

/** What a team wants of a deal: criteria in its words, and the keys of fields. */
export interface Wanted {
  readonly criteria: readonly string[];
  readonly fields: readonly string[];
}

export const say = sayer<DealSays>();
