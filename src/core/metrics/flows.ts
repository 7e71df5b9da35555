import type { StageId } from '../process/stages';
import type { Fate } from './fate';
import type { Move } from './journey';

/** All moves from one stage to another. */
export interface Flow {
  readonly from: StageId;
  readonly to: StageId;
  readonly move: Move;
  /** How often it happened; one deal may have done it twice. */
  readonly count: number;
  /** What became of the deals that did it. */
  readonly fate: Fate;
}
