import { isDealFilter } from '../core/filter/shape';
import { SPANS } from '../core/metrics/question';
import { day, literal, nullable, object, type Infer } from '../core/shapes';

/** What a person wants to see on the page. */
export const isFunnelQuestion = object({
  filter: isDealFilter,
  /** What the headline is compared with. */
  against: literal(...SPANS),
  /** A day in the past, on which all is to be as it stood then; `null` for today. */
  asOf: nullable(day),
  /** Another choice of deals, to be set beside the first. */
  beside: nullable(isDealFilter),
});
export type FunnelQuestion = Infer<typeof isFunnelQuestion>;

export const EVERYTHING: FunnelQuestion = { filter: {}, against: 'quarter', asOf: null, beside: null };
