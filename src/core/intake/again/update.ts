import { isCalendarDate, type CalendarDate } from '../../calendar';
import { changeDeal, openDeal, type Changed, type Opened } from '../../deal/changeDeal';
import { lastDay } from '../../deal/deal';
import { historyOf } from '../../deal/historyOf';
import { withNotes } from '../../deal/newDeal';
import { retitleDeal } from '../../deal/retitleDeal';
import { moveDeal, untoldOutcome, type Transition, type Wish } from '../../deal/transition';
import type { FrontMatterChange, MapItem } from '../../frontMatter/edit/change';
import type { FieldValue } from '../../frontMatter/edit/scalar';
import { writeStage } from '../../process/stageForm';
import { isStageId } from '../../process/stages';
import type { Process } from '../../process/process';
import type { Refusal } from '../../refusal';
import type { Says } from '../../says';
import { replacing } from '../../textEdit';
import type { IncomingDeal } from '../incoming';
import {
  bodyOf,
  compareDeal,
  isNothing,
  itemsHere,
  NOTES,
  OF_CLOSE,
  STANDING,
  WORTH,
  type FieldDifference,
} from './compare';
import { remember } from './remember';
import type { FieldSaid, WrittenDeal } from './written';

/** A deal of a table that is there already, and what is known of the last time. */
export interface DealAgain {
  readonly incoming: IncomingDeal;
  readonly written: WrittenDeal | undefined;
}

/** By what an update goes. */
export interface UpdateBy {
  readonly process: Process;
  readonly today: CalendarDate;
  /** The day of a move that the table has no day of: that of the export, if it is known. */
  readonly movedOn: CalendarDate;
  /** Of a field that both sides changed, whether the person wants what the table says. */
  readonly takes: (difference: FieldDifference) => boolean;
}

/** A deal with what a table has that is newer. */
export interface Updated extends Changed {
  readonly taken: readonly FieldDifference[];
  /** Changed on both sides, and left as it is here. */
  readonly left: readonly FieldDifference[];
  readonly written: WrittenDeal;
}

/** Takes over what changed in a table since the last import; what was changed here since stays unless the person says otherwise. */
export function updateDeal(
  path: string,
  text: string,
  { incoming, written }: DealAgain,
  { process, today, movedOn, takes }: UpdateBy,
): Updated | Refusal {
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const differences = compareDeal(incoming, opened, bodyOf(text), written);
  const wanted = differences.filter(one => !one.isBoth || takes(one));
  const isWorthWanted = wanted.some(({ field }) => WORTH.has(field));
  const taken = differences.filter(one => wanted.includes(one) || (isWorthWanted && WORTH.has(one.field)));
  const left = differences.filter(one => !taken.includes(one));
  const steps: ((now: string) => Changed | Transition)[] = [];
  const isMoved = taken.some(({ field }) => field === STANDING);
  const isNowhere = opened.deal.stageNotKnown && incoming.stage === 'unknown' && incoming.status !== 'open';
  if (isMoved && isNowhere)
    steps.push(now =>
      changeDeal(path, now, process, here => ({
        frontMatter: otherOutcome(here, incoming, movedOn, process),
      })),
    );
  else if (isMoved && opened.deal.status === incoming.status && incoming.status !== 'open')
    steps.push(now =>
      changeDeal(path, now, process, here => ({ frontMatter: closedIn(here, incoming, process) })),
    );
  else if (isMoved)
    for (const { wish, on } of movesTo(incoming, opened, movedOn))
      steps.push(now => moved(path, now, wish, on, process, today));
  const plain = taken.filter(({ field }) => field !== STANDING && field !== NOTES && field !== 'title');
  if (plain.length)
    for (const change of changesFor(plain, incoming))
      steps.push(now => changeDeal(path, now, process, here => ({ frontMatter: change(here) })));
  if (taken.some(({ field }) => field === 'title'))
    steps.push(now =>
      changeDeal(path, now, process, (here, whole) => retitleDeal(here, whole, incoming.title)),
    );
  let now = text;
  const warnings: Says[] = [];
  for (const step of steps) {
    const done = step(now);
    if (!done.ok) return done;
    now = done.edited.text;
    warnings.push(...done.warnings);
  }
  const notes = taken.find(({ field }) => field === NOTES);
  if (notes) now = withNewNotes(now, notes);
  const notTaken = [...left, ...(isMoved ? closeOnAnotherDay(path, now, incoming, process) : [])];
  return {
    ok: true,
    title: opened.deal.title,
    ...{ taken, left: notTaken, warnings },
    edited: { ok: true, edits: replacing(text, now), text: now },
    written: remember(incoming, written, notTaken, taken.length ? newest(incoming, written) : written?.asOf),
  };
}

/** Where the table dates a close before the last move, it’s closed on the day of that move: nobody knows which of the two days is wrong. */
function closeOnAnotherDay(
  path: string,
  now: string,
  { status, fields }: IncomingDeal,
  process: Process,
): FieldDifference[] {
  const opened = openDeal(path, now, process);
  const there = fields['closed_on'];
  if (!opened.ok || status === 'open' || !isCalendarDate(there) || opened.deal.closedOn === there) return [];
  return [{ field: 'closed_on', here: opened.deal.closedOn, there, isBoth: true }];
}

function newest({ exportedOn }: IncomingDeal, written: WrittenDeal | undefined): CalendarDate | undefined {
  const before = written?.asOf;
  return before !== undefined && (exportedOn === undefined || before > exportedOn) ? before : exportedOn;
}

interface DatedWish {
  readonly wish: Wish;
  readonly on: CalendarDate;
}

/** The moves by which a deal comes to where the table has it: on the days that the table knows, through the stages that it names. */
function movesTo(incoming: IncomingDeal, { deal }: Opened, movedOn: CalendarDate): DatedWish[] {
  const { history, fields, stage, status } = incoming;
  const last = deal.history.at(-1)?.on ?? deal.created;
  const isTold = (on: string, to: string) => deal.history.some(one => one.on === on && one.stage === to);
  const entered = history.flatMap(({ on, stage: to }) =>
    isCalendarDate(on) && typeof to === 'string' && isStageId(to) && (!last || on >= last) && !isTold(on, to)
      ? [{ on, to }]
      : [],
  );
  const closed = fields['closed_on'];
  const closedOn = isCalendarDate(closed) ? closed : movedOn;
  const moves: DatedWish[] = [];
  let at: string = deal.stage;
  const move = (to: string, on: CalendarDate) => {
    if (to === at || !isStageId(to)) return;
    moves.push({ wish: { kind: 'set', stage: to }, on });
    at = to;
  };
  if (deal.status !== 'open') {
    const first = deal.stageNotKnown ? (isStageId(stage) ? stage : entered[0]?.to) : undefined;
    at = first ?? at;
    const reopenedOn = status === 'open' ? movedOn : closedOn;
    moves.push({ wish: { kind: 'reopen', stage: first }, on: entered[0]?.on ?? reopenedOn });
  }
  for (const { on, to } of entered) move(to, on);
  move(stage, status === 'open' ? (entered.findLast(({ to }) => to === stage)?.on ?? movedOn) : closedOn);
  if (status === 'won') moves.push({ wish: { kind: 'win' }, on: closedOn });
  if (status === 'lost') {
    const { lost_reason: reason = '', lost_note: note } = fields;
    const isReasonUnknown = !String(reason).trim();
    moves.push({
      wish: {
        ...{ kind: 'stop', reason: String(reason), isReasonUnknown },
        ...(note !== undefined && { note: String(note) }),
      },
      on: closedOn,
    });
  }
  return moves;
}

/** A deal that ended the other way after all, in a stage that isn’t known: no stage is made up to reopen it in. */
function otherOutcome(
  { deal }: Opened,
  { status, fields }: IncomingDeal,
  movedOn: CalendarDate,
  process: Process,
): FrontMatterChange {
  const { closed_on: closed, lost_reason: reason, lost_note: note } = fields;
  const on = isCalendarDate(closed) ? closed : movedOn;
  return {
    set: {
      ...{ status, closed_on: on },
      ...(reason !== undefined && { lost_reason: reason }),
      ...(note !== undefined && { lost_note: note }),
    },
    clear: (['lost_reason', 'lost_note'] as const).filter(key => fields[key] === undefined),
    ...(process.writesHistory && {
      append: {
        history: [...untoldOutcome(deal, on, {}), { on, status, ...(reason !== undefined && { reason }) }],
      },
    }),
  };
}

/** Only the stage in which it was closed becomes known, or another one: that is no move. */
function closedIn({ deal, data }: Opened, { stage }: IncomingDeal, process: Process): FrontMatterChange {
  if (!isStageId(stage)) return {};
  return {
    set: {
      stage: deal.stageNotKnown ? stage : writeStage(process, stage, String(data['stage']), deal.stage),
    },
  };
}

/** Another system has made the move already: the team's rules keep nobody from telling it. */
function moved(
  path: string,
  text: string,
  wish: Wish,
  on: CalendarDate,
  process: Process,
  today: CalendarDate,
): Transition {
  const answer = { despite: 'rules' } as const;
  const opened = openDeal(path, text, process);
  const last = opened.ok ? lastKnown(opened.deal, today) : undefined;
  // Where the file knows of a later day, that day is it.
  const chosen = last !== undefined && last > on ? last : on;
  const dated = moveDeal(path, text, wish, process, { today, chosen }, answer);
  return dated.ok ? dated : moveDeal(path, text, wish, process, { today }, answer);
}

function lastKnown({ history, closedOn, status }: Opened['deal'], today: CalendarDate) {
  const last = lastDay(history, today);
  if (status === 'open' || !closedOn || closedOn > today) return last;
  return last === undefined || closedOn > last ? closedOn : last;
}

/** One after the other, since no key may be in two parts of a change. */
function changesFor(
  taken: readonly FieldDifference[],
  { lists = {} }: IncomingDeal,
): ((here: Opened) => FrontMatterChange)[] {
  const others = taken.filter(({ field }) => Object.hasOwn(lists, field));
  const single = taken.filter(
    one => !['tags', 'checks', 'contacts'].includes(one.field) && !others.includes(one),
  );
  const texts = taken.filter(({ field }) => field === 'tags' || field === 'checks');
  const changes: ((here: Opened) => FrontMatterChange)[] = [
    here => ({
      set: Object.fromEntries(single.flatMap(({ field, there }) => valueOf(there, field))),
      clear: single.filter(({ there }) => isNothing(there)).map(({ field }) => field),
      texts: Object.fromEntries(texts.map(({ field, there }) => [field, there as readonly string[]])),
      replace: closeTold(single, here),
    }),
  ];
  const people = taken.find(({ field }) => field === 'contacts')?.there as readonly MapItem[] | undefined;
  if (people) changes.push(...peopleChanges(people));
  for (const { field } of others)
    changes.push(
      () => ({ clear: [field] }),
      () => ({ append: { [field]: lists[field]! } }),
    );
  return changes;
}

function valueOf(there: FieldSaid, field: string): [string, FieldValue][] {
  return isNothing(there) || typeof there === 'object' ? [] : [[field, there as FieldValue]];
}

/** The line of the history that tells of the close says the same as the fields, and goes on to. */
function closeTold(
  taken: readonly FieldDifference[],
  { data }: Opened,
): NonNullable<FrontMatterChange['replace']> {
  const lines = historyOf(data);
  const at = lines.findLastIndex(line => line?.['status'] !== undefined);
  const line = lines[at];
  if (!line) return [];
  const told = { closed_on: 'on', lost_reason: 'reason' } as Readonly<Record<string, string>>;
  return taken.flatMap(({ field, there }) => {
    const key = OF_CLOSE.has(field) ? told[field] : undefined;
    const isTold = key !== undefined && line[key] !== undefined && line[key] === data[field];
    return isTold && !isNothing(there) ? [{ at: ['history', at, key], value: there as FieldValue }] : [];
  });
}

/** New people stand behind the others; where one of those is different, the list is written anew. */
function peopleChanges(people: readonly MapItem[]): ((here: Opened) => FrontMatterChange)[] {
  const isTouched = (here: Opened) =>
    itemsHere(here, 'contacts').some((one, at) => JSON.stringify(one) !== JSON.stringify(people[at]));
  let anew = false;
  return [
    here => {
      anew = isTouched(here);
      return anew ? { clear: ['contacts'] } : {};
    },
    here => ({ append: { contacts: people.slice(anew ? 0 : itemsHere(here, 'contacts').length) } }),
  ];
}

/** Notes in the place of those that an import wrote, where they are still there word for word; else where people go on writing. */
function withNewNotes(text: string, { here, there }: FieldDifference): string {
  const newline = /\r\n/.test(text) ? '\r\n' : '\n';
  const [before, after] = [here, there].map(said => String(said).replaceAll('\n', newline)) as [
    string,
    string,
  ];
  const from = text.length - bodyOf(text).length;
  const at = before ? text.indexOf(before, from) : -1;
  return at < 0
    ? withNotes(text, String(there), newline)
    : text.slice(0, at) + after + text.slice(at + before.length);
}
