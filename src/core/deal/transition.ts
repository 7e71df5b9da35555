import type { CalendarDate } from '../calendar';
import { plainText } from '../escape';
import { findStage, stageOf, type Process } from '../process/process';
import { waitsFor } from '../process/processFile';
import { writeStage } from '../process/stageForm';
import { neighbour, type StageId } from '../process/stages';
import { error, type Problem } from '../problem';
import { applyEdits } from '../textEdit';
import { changeDeal, openDeal, type Changed, type DealChange, type Opened } from './changeDeal';
import type { Deal } from './deal';
import { bothChanges, type Change, type MapItem } from '../frontMatter/edit/change';
import { editFrontMatter } from '../frontMatter/edit/editFrontMatter';
import { obstaclesOnRecord, obstaclesTo, openInWords, type Obstacle, type Standing } from './gate';
import { historyOf } from './historyOf';
import type { Data } from '../frontMatter/parse';
import { refuse, type Refusal } from '../refusal';

/** What a person wants to happen to a deal. */
export type Wish =
  | { readonly kind: 'advance' }
  | { readonly kind: 'back' }
  | { readonly kind: 'set'; readonly stage: StageId }
  | { readonly kind: 'win' }
  | { readonly kind: 'stop'; readonly reason: string; readonly note?: string | undefined }
  | { readonly kind: 'reopen' };

/**
 * The day of a move. Today gives way to a history that goes further already, since a colleague further east may have
 * written it; a day that a person has chosen stands.
 */
export type MoveDay = { readonly today: CalendarDate } | { readonly chosen: CalendarDate };

/** What a person says to what stands in the way of a move. */
export interface Answer {
  /** Fills in what is open: a part of the move, so that both are made, or neither. */
  readonly fill?: ((opened: Opened, text: string, process: Process) => DealChange) | undefined;
  /** To go on in spite of warnings; or of the rules that block, too. */
  readonly despite?: 'warnings' | 'rules' | undefined;
}

export interface Moved extends Changed {
  readonly from: Standing;
  readonly to: Standing;
}

/** A move that is not made as long as nobody answers to what stands in its way. */
export interface Held extends Refusal {
  readonly deal: Deal;
  readonly to: Standing;
  readonly obstacles: readonly Obstacle[];
}

export type Transition = Moved | Held | Refusal;

/**
 * Moves a deal: the one function behind every way to do so. Takes the file's text as it is now and gives the edits
 * that make the move with what they mean, or the reason why it cannot be; or what stands in its way, and may be answered.
 *
 * @param when the day that the history is to show
 */
export function moveDeal(
  path: string,
  text: string,
  wish: Wish,
  process: Process,
  when: MoveDay,
  { fill, despite }: Answer = {},
): Transition {
  const { unknownRules } = process;
  if (unknownRules && despite !== 'rules')
    return { ok: false, problem: error('not-allowed', waitsFor(unknownRules)) };
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const { deal, data } = opened;
  const filling = fill?.(opened, text, process) ?? {};
  const filled = fill ? asFilled(path, text, process, filling) : opened;
  if (!filled.ok) return filled;
  // What is filled in moves no deal by itself.
  const judged = judgeMove({ ...filled.deal, stage: deal.stage, status: deal.status }, wish, process);
  if (!judged.ok) return judged;
  const { obstacles, to } = judged;
  const isHeld = obstacles.some(({ rule }) => despite !== 'rules' && (rule === 'block' || !despite));
  if (isHeld) return { ok: false, problem: whyHeld(deal, to, obstacles, process), deal, to, obstacles };
  const { day, warnings } = dayOf(deal, when);
  const change = changeFor(data, deal, to, wish, process, day, obstaclesOnRecord(obstacles));
  const edited = editFrontMatter(text, bothChanges(filling.frontMatter ?? {}, change), process.fields);
  if (!edited.ok) return edited;
  const edits = [...edited.edits, ...(filling.body ?? [])];
  return {
    ok: true,
    title: deal.title,
    from: { stage: deal.stage, status: deal.status },
    to,
    warnings: [...inWords(deal, to, obstacles, process).map(({ done }) => done), ...warnings],
    edited: { ok: true, edits, text: applyEdits(text, edits) },
  };
}

/** Where a move would lead and what stands in its way, or why it cannot be: what `moveDeal` goes by. */
export function judgeMove(
  deal: Deal,
  wish: Wish,
  process: Process,
): { readonly ok: true; readonly to: Standing; readonly obstacles: readonly Obstacle[] } | Refusal {
  const aim = aimOf(deal, wish, process);
  return aim.ok ? { ...aim, obstacles: obstaclesTo(deal, aim.to, process) } : aim;
}

/** The deal as it is when all that a person fills in is there. */
function asFilled(path: string, text: string, process: Process, filling: DealChange): Opened | Refusal {
  const changed = changeDeal(path, text, process, () => filling);
  return changed.ok ? openDeal(path, changed.edited.text, process) : changed;
}

/** Why a move is not made, or is not made yet. */
function whyHeld(deal: Deal, to: Standing, obstacles: readonly Obstacle[], process: Process): Problem {
  const blocking = obstacles.filter(({ rule }) => rule === 'block');
  const words = inWords(deal, to, blocking.length ? blocking : obstacles, process);
  const message = words.map(({ blocked, asked }) => (blocking.length ? blocked : asked)).join(' ');
  return error(blocking.length ? 'not-allowed' : 'needs-answer', message);
}

/** Obstacles as they are told of a move that was made, that is not allowed, and that waits for an answer. */
function inWords(deal: Deal, to: Standing, obstacles: readonly Obstacle[], process: Process) {
  const title = nameOf(deal);
  const [from, there] = [labelOf(process, deal.stage), labelOf(process, to.stage)];
  const open = openInWords(obstacles);
  const isWon = to.status === 'won';
  const steps = obstacles.flatMap(({ kind }) => (kind === 'skip' || kind === 'back' ? kind : []));
  return [
    ...steps.map(kind => {
      const way = `${kind === 'back' ? 'goes back' : 'skips a stage'}, from ${from} to ${there}`;
      return {
        done: `${title} ${way}.`,
        blocked: `${title} ${way}: the team’s sales-process.yaml does not allow it.`,
        asked: `${title} was not moved, since it ${way}.`,
      };
    }),
    ...(open
      ? [
          {
            done: `${title} ${isWon ? 'is won' : `goes on to ${there}`} although ${open}.`,
            blocked: `${title} cannot ${isWon ? 'be won' : `go on to ${there}`} yet: ${open}. The team’s sales-process.yaml wants that first.`,
            asked: `${title} ${isWon ? 'was not marked won' : `did not go on to ${there}`}: ${open}.`,
          },
        ]
      : []),
  ];
}

function dayOf(deal: Deal, when: MoveDay): { day: CalendarDate; warnings: string[] } {
  const day = 'chosen' in when ? when.chosen : when.today;
  const last = deal.history.at(-1)?.on;
  if (last === undefined || last <= day) return { day, warnings: [] };
  const goesFurther = `The history of ${nameOf(deal)} goes up to ${last} already`;
  return 'chosen' in when
    ? { day, warnings: [`${goesFurther}, which is later than ${day}.`] }
    : { day: last, warnings: [`${goesFurther}, so this is dated ${last} too.`] };
}

type Aim = { readonly ok: true; readonly to: Standing } | Refusal;

function aimOf(deal: Deal, wish: Wish, process: Process): Aim {
  const { stage, status } = deal;
  const title = nameOf(deal);
  if (wish.kind === 'reopen') {
    return status === 'open' ? refuse(`${title} is open already.`) : reach({ stage, status: 'open' });
  }
  if (status !== 'open') return refuse(`${title} is ${status}. Reopen it first.`);
  switch (wish.kind) {
    case 'win':
      return reach({ stage, status: 'won' });
    case 'stop':
      return wish.reason.trim()
        ? reach({ stage, status: 'lost' })
        : refuse('Say why the deal is no longer pursued.');
    case 'set':
      return moveTo(stage, wish.stage, title, process);
    case 'advance': {
      const next = neighbour(stage, 1);
      return next
        ? moveTo(stage, next, title, process)
        : refuse(`${title} is at the last stage. Mark it won instead.`);
    }
    case 'back': {
      const previous = neighbour(stage, -1);
      return previous ? moveTo(stage, previous, title, process) : refuse(`${title} is at the first stage.`);
    }
  }
}

function moveTo(from: StageId, to: StageId, title: string, process: Process): Aim {
  return from === to
    ? refuse(`${title} is in ${labelOf(process, to)} already.`)
    : reach({ stage: to, status: 'open' });
}

/** The deal in a sentence, which has more to say than a title as long as a book. */
function nameOf({ title }: Deal): string {
  return plainText(title, 80);
}

function labelOf(process: Process, stage: StageId): string {
  return plainText(stageOf(process, stage).label, 60);
}

function reach(to: Standing): Aim {
  return { ok: true, to };
}

function changeFor(
  data: Data,
  deal: Deal,
  to: Standing,
  wish: Wish,
  process: Process,
  on: CalendarDate,
  record: ReturnType<typeof obstaclesOnRecord>,
): Change {
  const append = (item: MapItem) => (process.writesHistory ? { history: { ...item, ...record } } : {});
  switch (wish.kind) {
    case 'win':
      return { set: { status: 'won', closed_on: on }, append: append({ on, status: 'won' }) };
    case 'stop': {
      const reason = wish.reason.trim();
      const note = wish.note?.trim();
      return {
        set: { status: 'lost', lost_reason: reason, ...(note && { lost_note: note }), closed_on: on },
        append: append({ on, status: 'lost', reason }),
      };
    }
    case 'reopen':
      return {
        set: { status: 'open' },
        clear: ['lost_reason', 'lost_note', 'closed_on'],
        append: append({ on, status: 'open' }),
      };
    default: {
      const write = (written: string, from: StageId) => writeStage(process, to.stage, written, from);
      const stage = write(String(data['stage']), deal.stage);
      const last = lastWrittenStage(data, process);
      return {
        set: { stage },
        append: append({ on, stage: last ? write(last.written, last.stage) : stage }),
      };
    }
  }
}

/** How the history names the stage that it names last: the next line follows suit. */
function lastWrittenStage(data: Data, process: Process): { written: string; stage: StageId } | undefined {
  for (const line of historyOf(data).toReversed()) {
    const written = line?.['stage'];
    const stage = typeof written === 'string' ? findStage(process, written) : undefined;
    if (stage) return { written: written as string, stage };
  }
  return undefined;
}
