import type { CalendarDate } from '../../core/calendar';
import { GROUPS_OF_CHANGES, groupOf, type GroupOfChanges } from '../../core/changes/groups';
import { asCounted, asDeal, latestOf, type Across } from '../../core/changes/across';
import type { DealEvent, EventSide } from '../../core/changes/event';
import type { ChangesBetween } from '../../core/changes/between';
import type { Deal } from '../../core/deal/deal';
import { ExactSum } from '../../core/exactSum';
import type { Money, MoneyMap } from '../../core/money';
import type { MoneyFormat } from '../../core/moneyFormat';
import { stageOf, type Process } from '../../core/process/process';
import { isStageId } from '../../core/process/stages';
import type { BetweenWords } from '../between';

/** One change of a deal. Texts from files are not escaped. */
export interface ChangeLine {
  readonly across: Across;
  readonly title: string;
  /** `Prospecting → Proposal` */
  readonly said: string;
  readonly value: Money | undefined;
  /** When, and by whom, where that is known. */
  readonly on?: CalendarDate;
  readonly by?: string;
}

export interface ChangeGroup {
  readonly group: GroupOfChanges;
  readonly name: string;
  readonly lines: readonly ChangeLine[];
  readonly value: Readonly<MoneyMap>;
}

export interface BetweenSources {
  readonly changes: ChangesBetween;
  readonly process: Process;
  readonly words: BetweenWords;
  readonly money: MoneyFormat;
  /** How close dates are written; as the files have them by default. */
  readonly day?: (day: CalendarDate) => string;
}

/** All changes by what they are; the largest deals of each first. */
export function changeGroups(sources: BetweenSources): ChangeGroup[] {
  const { changes, words } = sources;
  return GROUPS_OF_CHANGES.flatMap(group => {
    const events = changes.events.filter(event => groupOf(event) === group);
    if (!events.length) return [];
    const lines = events.map(event => lineOf(event, sources));
    // What the deals are worth says little where that is what has changed.
    const value = group === 'up' || group === 'down' || group === 'currency' ? {} : sumOf(lines);
    return [{ group, name: words.groups[group], lines: sorted(lines), value }];
  });
}

/** The deals that slipped, with both dates. */
export function slipLines({
  changes,
  words,
  day = asInFile,
}: Pick<BetweenSources, 'words' | 'day'> & {
  readonly changes: Pick<ChangesBetween, 'slips'>;
}): ChangeLine[] {
  return sorted(
    changes.slips.deals.map(({ across, from, to }) => ({
      ...dealLine(across),
      said: words.to(day(from), day(to)),
    })),
  );
}

const asInFile = (day: CalendarDate): string => day;

/** What deals are worth, by currency. */
export function sumOf(lines: readonly Pick<ChangeLine, 'value'>[]): MoneyMap {
  const sums = new Map<string, ExactSum>();
  for (const { value } of lines) {
    if (!value?.amount) continue;
    const sum = sums.get(value.currency) ?? new ExactSum();
    sums.set(value.currency, sum);
    sum.add(value.amount);
  }
  return Object.fromEntries([...sums].map(([currency, sum]) => [currency, sum.value]));
}

function lineOf(event: DealEvent, sources: BetweenSources): ChangeLine {
  const { words } = sources;
  const { kind, across, from, to, slipped, on, by } = event;
  const [old, now] = [sideText(event, from, sources), sideText(event, to, sources)];
  const revalued = corrected(event, sources);
  const said = {
    new: now,
    removed: old,
    won: revalued,
    lost: [latestOf(across).lostReason, revalued].filter(Boolean).join(', '),
    open: [now, revalued].filter(Boolean).join(', '),
  }[kind as string];
  return {
    ...dealLine(across),
    value: countedBy(event).value,
    said: (said ?? words.to(old, now)) + (slipped && kind === 'close_date' ? ` (${words.hasSlipped})` : ''),
    ...(on && { on }),
    ...(by && { by }),
  };
}

/** A deal as the bridge counts it where it goes out or comes back, so that the sums are alike. */
function countedBy({ kind, across }: DealEvent): Deal {
  if (kind === 'won' || kind === 'lost') return asCounted(across);
  return (kind === 'open' ? asDeal(across.before) : undefined) ?? latestOf(across);
}

/** The value that a deal's file has by the second point, where that is not the one that counts. */
function corrected(event: DealEvent, { words, money }: BetweenSources): string {
  const [counted, now] = [countedBy(event).value, latestOf(event.across).value];
  const isSame = counted?.amount === now?.amount && counted?.currency === now?.currency;
  return isSame ? '' : words.corrected(now ? money.one(now) : words.none);
}

function dealLine(across: Across): Pick<ChangeLine, 'across' | 'title' | 'value'> {
  const { title, value } = latestOf(across);
  return { across, title, value };
}

/** What an event says of one of its sides. */
export function sideText(
  { kind, across }: DealEvent,
  side: EventSide,
  { words, money, process, day = asInFile }: Omit<BetweenSources, 'changes'>,
): string {
  if (typeof side === 'number') {
    const { before, after } = across;
    const value = [before, after].find(
      one => one !== undefined && one !== 'unread' && one.value?.amount === side,
    );
    return value === undefined || value === 'unread' ? String(side) : money.one(value.value!);
  }
  if (side === null) return isStanding(kind) ? words.stageNotKnown : words.none;
  if (kind === 'close_date') return day(side as CalendarDate);
  if (!isStanding(kind)) return side;
  if (side === 'won' || side === 'lost') return words[side];
  return isStageId(side) ? stageOf(process, side).label : side;
}

function isStanding(kind: DealEvent['kind']): boolean {
  return ['new', 'removed', 'advanced', 'back', 'won', 'lost', 'open'].includes(kind);
}

function sorted(lines: readonly ChangeLine[]): ChangeLine[] {
  return lines.toSorted((a, b) => (b.value?.amount ?? 0) - (a.value?.amount ?? 0));
}
