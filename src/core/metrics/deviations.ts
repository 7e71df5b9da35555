import type { StageId } from '../process/stages';
import type { Fate } from './fate';

export const DEVIATIONS = ['skip', 'back', 'rework', 'late-start'] as const;
/**
 * How a deal left the path: it went over a stage, went back, entered a stage twice (only by going back), or began
 * behind the first stage.
 */
export type DeviationKind = (typeof DEVIATIONS)[number];

/** Off the path is not the same as doing badly: so what became of the deals that left it, and of those that did not. */
export interface Deviations {
  /** Of the deals that had none. */
  readonly conforming: Fate;
  /** All four, in the order of `DEVIATIONS`. A deal may have had several. */
  readonly kinds: readonly { readonly deviation: DeviationKind; readonly had: Fate }[];
  /** Of the deals that got beyond a stage without ever being in it; all seven stages. */
  readonly missed: readonly { readonly stage: StageId; readonly had: Fate }[];
}
