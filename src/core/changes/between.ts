import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { acrossAll, latestOf, type Across, type TwoPoints } from './across';
import { bridgesOf, type Bridge } from './bridge';
import { eventsOf, type DealEvent } from './event';
import { slipOf, slipPeriodOf, type Slip, type SlipPeriod } from './slips';

export interface BetweenQuestion {
  readonly points: TwoPoints;
  /** What deals may slip out of: the quarter or the month of this day. */
  readonly slipped: { readonly day: CalendarDate; readonly period: SlipPeriod };
  /** Which deals are meant, as they are at the second point, or were last seen; all by default. */
  readonly isMeant?: (deal: Deal) => boolean;
}

/** What became of a pipeline between two points. */
export interface ChangesBetween {
  /** Every deal that is meant, changed or not. */
  readonly deals: readonly Across[];
  /** In the order of the paths, those of one deal in the order of `EVENT_KINDS`. */
  readonly events: readonly DealEvent[];
  readonly slips: { readonly period: string; readonly deals: readonly Slip[] };
  /** By currency. */
  readonly bridges: Readonly<Record<string, Bridge>>;
}

/** What is to be seen by holding one point against the other; what was and is no more in between counts nowhere. */
export function changesBetween({ points, slipped, isMeant }: BetweenQuestion): ChangesBetween {
  const all = acrossAll(points);
  const deals = isMeant ? all.filter(across => isMeant(latestOf(across))) : all;
  const period = slipPeriodOf(slipped.day, slipped.period);
  const slips = deals.flatMap(across => slipOf(across, slipped.period, period) ?? []);
  const slippedDeals = new Set(slips.map(({ across }) => across));
  const events = deals.flatMap(across =>
    eventsOf(across).map(event =>
      slippedDeals.has(across) && SAYS_SLIPPED.has(event.kind) ? { ...event, slipped: true as const } : event,
    ),
  );
  return { deals, events, slips: { period, deals: slips }, bridges: bridgesOf(deals) };
}

const SAYS_SLIPPED: ReadonlySet<string> = new Set(['close_date', 'new']);
