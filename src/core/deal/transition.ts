import type { CalendarDate } from '../calendar';
import { plainText } from '../escape';
import { findStage, stageOf, type Process } from '../process/process';
import { writeStage } from '../process/stageForm';
import { neighbour, stageIndex, type StageId } from '../process/stages';
import type { Status } from '../process/outcome';
import { openDeal, type Changed } from './changeDeal';
import type { Deal } from './deal';
import type { Change, ListItem } from './edit/change';
import { editFrontMatter } from './edit/editFrontMatter';
import type { Data } from './parse';
import { refuse, type Refusal } from './refusal';

/** What a person wants to happen to a deal. */
export type Wish =
  | { readonly kind: 'advance' }
  | { readonly kind: 'back' }
  | { readonly kind: 'set'; readonly stage: StageId }
  | { readonly kind: 'win' }
  | { readonly kind: 'stop'; readonly reason: string; readonly note?: string | undefined }
  | { readonly kind: 'reopen' };

/** Where a deal stands: before a move, and after it. */
export interface Standing {
  readonly stage: StageId;
  readonly status: Status;
}

/**
 * The day of a move. Today gives way to a history that goes further already, since a colleague further east may have
 * written it; a day that a person has chosen stands.
 */
export type MoveDay = { readonly today: CalendarDate } | { readonly chosen: CalendarDate };

export type Transition = (Changed & { readonly from: Standing; readonly to: Standing }) | Refusal;

/**
 * Moves a deal: the one function behind every way to do so. Takes the file's text as it is now and gives the edits
 * that make the move with what they mean, or the reason why it cannot be.
 *
 * @param when the day that the history is to show
 */
export function moveDeal(
  path: string,
  text: string,
  wish: Wish,
  process: Process,
  when: MoveDay,
): Transition {
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const { deal, data } = opened;
  const aim = aimOf(deal, wish, process);
  if (!aim.ok) return aim;
  const { day, warnings } = dayOf(deal, when);
  const change = changeFor(data, deal, aim.to, wish, process, day);
  const edited = editFrontMatter(text, change, process.fields);
  if (!edited.ok) return edited;
  const from = { stage: deal.stage, status: deal.status };
  return { ok: true, title: deal.title, from, to: aim.to, warnings: [...aim.warnings, ...warnings], edited };
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

type Aim = { readonly ok: true; readonly to: Standing; readonly warnings: readonly string[] } | Refusal;

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

/** Where the rules for skipped stages and for steps back live, and nowhere else. */
function moveTo(from: StageId, to: StageId, title: string, process: Process): Aim {
  const steps = stageIndex(to) - stageIndex(from);
  if (steps === 0) return refuse(`${title} is in ${labelOf(process, to)} already.`);
  const rule = steps < 0 ? process.back : steps > 1 ? process.skip : 'allow';
  if (rule === 'allow') return reach({ stage: to, status: 'open' });
  const what = steps < 0 ? 'goes back' : 'skips a stage';
  const message = `${title} ${what}, from ${labelOf(process, from)} to ${labelOf(process, to)}`;
  if (rule === 'block') return refuse(`${message}: the team’s sales-process.yaml does not allow it.`);
  return reach({ stage: to, status: 'open' }, [`${message}.`]);
}

/** The deal in a sentence, which has more to say than a title as long as a book. */
function nameOf({ title }: Deal): string {
  return plainText(title, 80);
}

function labelOf(process: Process, stage: StageId): string {
  return plainText(stageOf(process, stage).label, 60);
}

function reach(to: Standing, warnings: readonly string[] = []): Aim {
  return { ok: true, to, warnings };
}

function changeFor(
  data: Data,
  deal: Deal,
  to: Standing,
  wish: Wish,
  process: Process,
  on: CalendarDate,
): Change {
  const append = (item: ListItem) => (process.writesHistory ? { history: item } : {});
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
  const history = Array.isArray(data['history']) ? (data['history'] as unknown[]) : [];
  for (const item of history.toReversed()) {
    const written = typeof item === 'object' && item !== null && 'stage' in item ? item.stage : undefined;
    const stage = typeof written === 'string' ? findStage(process, written) : undefined;
    if (stage) return { written: written as string, stage };
  }
  return undefined;
}
