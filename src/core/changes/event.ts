import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { closeDay, firstDay } from '../deal/deal';
import type { Status } from '../process/outcome';
import { stageIndex, type StageId } from '../process/stages';
import { asDeal, type Across } from './across';

/** What a deal has done between two points; one event of each kind at most. */
export const EVENT_KINDS = [
  ...(['new', 'removed', 'advanced', 'back', 'won', 'lost', 'open'] as const),
  ...(['value', 'currency', 'close_date', 'owner', 'next_step'] as const),
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** A stage, an outcome, an amount, a currency, a day, a name or a text, as the kind has it; nothing where there is none. */
export type EventSide = string | number | null;

export interface DealEvent {
  readonly kind: EventKind;
  readonly across: Across;
  readonly from: EventSide;
  readonly to: EventSide;
  /** The close date has left the period in which it was. */
  readonly slipped?: true;
  /** When it happened, and who did it, where that is known. */
  readonly on?: CalendarDate;
  readonly by?: string;
}

/** Where a deal is: its stage, won or lost; `null` if its stage is unknown. */
export type EventStanding = StageId | Exclude<Status, 'open'> | null;

export function standingOf({ status, stage, stageNotKnown }: Deal): EventStanding {
  if (status !== 'open') return status;
  return stageNotKnown ? null : stage;
}

type EventFact = (deal: Deal) => EventSide;

const standing: EventFact = standingOf;
const stage: EventFact = deal => (deal.stageNotKnown ? null : deal.stage);

/** What each kind compares. */
export const FACTS: Readonly<Record<EventKind, EventFact>> = {
  ...{ new: standing, removed: standing },
  ...{ advanced: stage, back: stage },
  ...{ won: standing, lost: standing, open: standing },
  value: ({ value }) => value?.amount ?? null,
  currency: ({ value }) => value?.currency ?? null,
  close_date: ({ closeDate }) => closeDate ?? null,
  owner: ({ owner }) => owner ?? null,
  next_step: ({ nextStep }) => nextStep ?? null,
};

/** What became of a deal; nothing where one of the points has a file that cannot be read. */
export function eventsOf(across: Across): DealEvent[] {
  const { before, after } = across;
  if (before === 'unread' || after === 'unread' || before === after) return [];
  if (!before) return [{ kind: 'new', across, from: null, to: standingOf(after!) }];
  if (!after) return [{ kind: 'removed', across, from: standingOf(before), to: null }];
  return EVENT_KINDS.filter(kind => happened(kind, before, after)).map(kind => {
    const fact = FACTS[kind];
    return { kind, across, from: fact(before), to: fact(after) };
  });
}

function happened(kind: EventKind, before: Deal, after: Deal): boolean {
  const [from, to] = [FACTS[kind](before), FACTS[kind](after)];
  switch (kind) {
    case 'new':
    case 'removed':
      return false;
    case 'advanced':
    case 'back': {
      if (from === null || to === null) return false;
      const steps = stageIndex(after.stage) - stageIndex(before.stage);
      return kind === 'advanced' ? steps > 0 : steps < 0;
    }
    case 'won':
    case 'lost':
    case 'open':
      return before.status !== after.status && after.status === kind;
    case 'currency':
      return from !== null && to !== null && from !== to;
    default:
      return from !== to;
  }
}

/** As what an event has closed a deal, if it has: a new deal may be closed already. */
export function closedBy({ kind, to }: Pick<DealEvent, 'kind' | 'to'>): 'won' | 'lost' | undefined {
  if (kind !== 'won' && kind !== 'lost' && kind !== 'new') return undefined;
  return to === 'won' || to === 'lost' ? to : undefined;
}

/** The day that the deal's own lines give for an event, where they do. */
export function dayInFile({ kind, across: { before, after }, to }: DealEvent): CalendarDate | undefined {
  const [old, now] = [asDeal(before), asDeal(after)];
  if (!now) return undefined;
  switch (kind) {
    case 'new':
      return firstDay(now);
    case 'won':
    case 'lost':
      return closeDay(now);
    case 'open':
      return now.history.findLast(({ status }) => status === 'open')?.on;
    case 'advanced':
    case 'back': {
      const on = now.history.findLast(line => line.stage === to)?.on;
      // A line that was there before tells of another time.
      return old?.history.some(line => line.stage === to && line.on === on) ? undefined : on;
    }
    case 'close_date':
      return now.history.findLast(({ closeDate }) => closeDate === to)?.on;
    default:
      return undefined;
  }
}
