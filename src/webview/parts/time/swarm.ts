import type { OpenDeal } from '../../../core/metrics/openDeals';
import { BEYOND, type DayScale } from './dayScale';

/** An open deal in the drawing; `y` is counted from the first lane's middle. */
export interface Point {
  readonly deal: OpenDeal;
  readonly days: number;
  readonly x: number;
  readonly y: number;
}

export interface Swarm {
  /** The shortest stay first, those of one day by their paths. */
  readonly points: readonly Point[];
  readonly lanes: number;
  /** Deals beyond the scale for which there is no room: those that are there for the shortest time. */
  readonly hidden: number;
}

/** From middle to middle of two marks that do not touch, in px. */
export const PITCH = 11;
/** A stage with more deals than these lanes take has some of them over each other. */
const MOST_LANES = 7;
const BEYOND_COLUMNS = 4;
/** The lane below them is for the number of the others. */
const MOST_BEYOND = BEYOND_COLUMNS * (MOST_LANES - 1);

/** Sets the deals side by side, each at its day and as high up as there is room. The same deals always lie the same. */
export function swarmOf(deals: readonly OpenDeal[], scale: DayScale): Swarm {
  const ends: number[] = [];
  const all = deals
    .flatMap(deal => (deal.days === null ? [] : [{ deal, days: deal.days }]))
    .sort((a, b) => a.days - b.days || (a.deal.path < b.deal.path ? -1 : 1));
  const within = all.filter(({ days }) => days <= scale.end);
  const hidden = Math.max(0, all.length - within.length - MOST_BEYOND);
  const points = within.map(({ deal, days }): Point => {
    const x = scale.at(days);
    const lane = laneFor(x, ends);
    ends[lane] = x;
    return { deal, days, x, y: lane * PITCH };
  });
  const beyond = all.slice(within.length + hidden).map(({ deal, days }, place): Point => ({
    ...{ deal, days },
    x: scale.beyond! + (BEYOND / BEYOND_COLUMNS) * ((place % BEYOND_COLUMNS) + 0.5),
    y: Math.floor(place / BEYOND_COLUMNS) * PITCH,
  }));
  const lanes = Math.max(ends.length, Math.ceil(beyond.length / BEYOND_COLUMNS) + (hidden ? 1 : 0));
  return { points: [...points, ...beyond], lanes, hidden };
}

function laneFor(x: number, ends: readonly number[]): number {
  const free = ends.findIndex(end => x - end >= PITCH);
  if (free >= 0) return free;
  if (ends.length < MOST_LANES) return ends.length;
  return ends.indexOf(Math.min(...ends));
}
