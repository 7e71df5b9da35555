import { symbol, symbolCircle, symbolDiamond, symbolStar, symbolTriangle } from 'd3-shape';
import type { OpenDeal } from '../../../core/metrics/openDeals';

/** How an open deal is drawn: what its time in the stage says by the shape; that it is idle, by being hollow. */
export const LOOKS = ['inTime', 'stalled', 'unusual', 'both'] as const;
export type Look = (typeof LOOKS)[number];

const TYPES = { inTime: symbolCircle, stalled: symbolDiamond, unusual: symbolTriangle, both: symbolStar };
/** In px²; as large to the eye. */
const AREAS = { inTime: 50, stalled: 54, unusual: 48, both: 52 };

/** The outlines of the marks about their middles, as paths. */
export const OUTLINES = Object.fromEntries(
  LOOKS.map(look => [look, symbol(TYPES[look], AREAS[look])()!]),
) as Readonly<Record<Look, string>>;

export function lookOf({ stalled, unusual }: Pick<OpenDeal, 'stalled' | 'unusual'>): Look {
  if (stalled && unusual) return 'both';
  return stalled ? 'stalled' : unusual ? 'unusual' : 'inTime';
}
