import type { CalendarDate } from '../../calendar';
import type { Status } from '../../process/outcome';
import type { Period } from '../../recurring';
import { sayer, type Says } from '../../says';

/** What fixes are called. */
export interface FixSays {
  changeTo: { value: string };
  /** @param currency and period where they change, too */
  changeAmount: { amount: number; currency?: string; period?: Period };
  markMet: { id: string };
  insertChecklist: { stage: string };
  keepBothSides: object;
  keepSide: SideSays;
  keepLineOfSide: SideSays & { line: string };
  /** @param stage its label */
  keepDealOfSide: SideSays & { status: Status; stage: string };
  /** @param side what keeps the rest of one side */
  withBothHistories: { side: Says };
  /** The same where the other side's outcomes are left out. */
  withBothStages: { side: Says };
  uniteHistory: object;
  removeSameLine: object;
  keepOneLine: { line: string };
  moveFrontMatter: object;
  /** @param key of the group that the keys are moved out of */
  raiseKeys: { key: string };
  makeEntries: { entries: readonly string[] };
  renameKey: { to: string };
  closeFence: object;
  moveFenceComment: object;
  addToHistory: { name: string; day: CalendarDate };
  changeStage: { stage: string };
  changeStatus: { status: Status };
  meanMove: object;
  meanLeftOpen: { ids: readonly string[] };
  sortHistory: object;
  /** @param count of the entries that are written anew */
  writeHistory: { count: number };
  markOutcome: { outcome: Status; stage?: string };
  keepOpen: { remove: readonly string[] };
  keepWon: { remove: readonly string[] };
  setDay: { key: string; day: CalendarDate };
  setPeriod: { key: string; period: Period };
  removeKey: { key: string };
  setLostReason: { reason: string };
  addQuotes: { text: string };
  addColon: object;
  closeQuote: object;
  closeBracket: object;
  alignItems: object;
  writePlain: object;
  moveKeyLeft: object;
  indentWithSpaces: object;
  /** @param width how many spaces a tab is; 0 where it is nothing */
  indentBy: { width: number };
  breakLine: object;
}

/** One side of a conflict. */
interface SideSays {
  side: 'first' | 'second';
  /** What git calls it, if anything. */
  label: string;
}

export const say = sayer<FixSays>();
