import { addDays, daysBetween, type CalendarDate } from '../../../../../src/core/calendar';
import type { Deal, HistoryEvent } from '../../../../../src/core/deal/deal';
import { STAGE_IDS, type StageId } from '../../../../../src/core/process/stages';

/*
 * The definitions of the metrics, word by word and as slowly as they read; not by the code that they test. Stages are
 * numbers from 1 to 7 here, as in the definitions.
 */

export interface NaiveStay {
  readonly stage: number;
  readonly days: number;
  readonly open: boolean;
  readonly again: boolean;
}

export interface NaiveDeal {
  readonly deal: Deal;
  readonly known: boolean;
  /** The stages that it entered. */
  readonly entries: readonly number[];
  readonly stays: readonly NaiveStay[];
  /** max_i: the highest stage that it ever entered, 7 if won. */
  readonly max: number;
  readonly cycle: number | undefined;
}

export const numberOf = (stage: StageId) => STAGE_IDS.indexOf(stage) + 1;

export function naiveFirstDay(deal: Deal): CalendarDate | undefined {
  return [deal.created, ...deal.history.map(({ on }) => on)].filter(on => on !== undefined).sort()[0];
}

export function naiveCloseDay(deal: Deal): CalendarDate | undefined {
  if (deal.status === 'open') return undefined;
  const outcomes = deal.history.filter(({ status }) => status !== undefined);
  const told = outcomes.at(-1);
  return told !== undefined && told.status === deal.status ? told.on : deal.closedOn;
}

/** Whether the file tells where the deal began. */
function naiveKnown(deal: Deal): boolean {
  if (deal.stageNotKnown) return false;
  const [first] = countedLines(deal).filter(line => line.stage !== undefined || line.from !== undefined);
  const words = first ? (first.from ?? (deal.created ? 'a day' : 'nothing')) : deal.stage;
  return (
    words === 'nothing' || words === 'lead-generation' || (words === 'a day' && deal.created === first!.on)
  );
}

type Mark =
  | { readonly what: 'enter'; readonly stage: number; readonly on: CalendarDate | undefined }
  | { readonly what: 'open' | 'closed' | 'end'; readonly on: CalendarDate | undefined };

/** The lines that count: a stage that follows an outcome does not, until a line opens the deal again. */
function countedLines({ history }: Deal): readonly HistoryEvent[] {
  return history.map((line, at) => {
    const outcome = history
      .slice(0, at)
      .map(({ status }) => status)
      .findLast(status => status !== undefined);
    const counts = outcome === undefined || outcome === 'open' || line.status === 'open';
    return counts ? line : { ...line, stage: undefined, from: undefined as never };
  });
}

/** All that begins or ends a stay, in order. */
function marksOf(deal: Deal, asOf: CalendarDate): Mark[] {
  const marks: Mark[] = [];
  let stage = 0;
  const enter = (next: number, on: CalendarDate | undefined) => {
    if (next !== stage) marks.push({ what: 'enter', stage: next, on });
    stage = next;
  };
  const { created } = deal;
  const firstLine = countedLines(deal).find(line => line.stage !== undefined || line.from !== undefined);
  if (!firstLine && !deal.stageNotKnown)
    enter(numberOf(deal.stage), deal.stage === 'lead-generation' ? created : undefined);
  if (firstLine?.from) {
    const isTheDay = firstLine.from === 'lead-generation' && created && created <= firstLine.on;
    enter(numberOf(firstLine.from), isTheDay ? created : undefined);
  }
  for (const line of countedLines(deal)) {
    const been = marks.flatMap(mark => (mark.what === 'enter' ? [mark.stage] : []));
    if (line.from && !been.includes(numberOf(line.from))) enter(numberOf(line.from), undefined);
    if (line.stage) enter(numberOf(line.stage), line.on);
    if (line.status) marks.push({ what: line.status === 'open' ? 'open' : 'closed', on: line.on });
  }
  if (!deal.stageNotKnown) enter(numberOf(deal.stage), undefined);
  const closed = deal.status === 'open' ? asOf : naiveCloseDay(deal);
  marks.push({ what: 'end', on: deal.stageNotKnown ? undefined : closed });
  // A day behind tomorrow is as good as none.
  const tomorrow = addDays(asOf, 1);
  return marks.map(mark => (mark.on !== undefined && mark.on > tomorrow ? { ...mark, on: undefined } : mark));
}

export function naiveDeal(deal: Deal, asOf: CalendarDate): NaiveDeal {
  const marks = marksOf(deal, asOf);
  const entries = marks.flatMap(mark => (mark.what === 'enter' ? [mark.stage] : []));
  const stays: NaiveStay[] = [];
  marks.forEach((start, at) => {
    const before = marks.slice(0, at + 1).flatMap(mark => (mark.what === 'enter' ? [mark.stage] : []));
    if (before.length === 0) return;
    if (start.what === 'open') {
      // Only what was closed, or began on a day that nobody knows, begins anew by being opened.
      const last = marks.slice(0, at).findLast(mark => mark.what !== 'open');
      const running = last?.what === 'enter' && last.on !== undefined;
      const opened = marks.slice(marks.indexOf(last!) + 1, at).some(mark => mark.what === 'open');
      if (running || opened) return;
    } else if (start.what !== 'enter') return;
    const end = marks.slice(at + 1).find(mark => mark.what !== 'open')!;
    if (!start.on || !end.on) return;
    const isOpen = end.what === 'end' && deal.status === 'open';
    if (!isOpen && end.on < start.on) return;
    stays.push({
      stage: before.at(-1)!,
      days: Math.max(0, daysBetween(start.on, end.on)),
      open: isOpen,
      again: before.slice(0, -1).includes(before.at(-1)!),
    });
  });
  const [first, closed] = [naiveFirstDay(deal), naiveCloseDay(deal)];
  const isSound =
    closed !== undefined &&
    closed <= addDays(asOf, 1) &&
    first !== undefined &&
    closed >= first &&
    !(deal.created && closed < deal.created);
  return {
    deal,
    known: naiveKnown(deal),
    entries,
    stays,
    max: deal.status === 'won' ? 7 : Math.max(0, ...entries),
    cycle: isSound ? daysBetween(first!, closed!) : undefined,
  };
}
