import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import { isWonEarly } from '../deal/deal';
import { conforms, hasMoved, hasRework } from './consistency';
import { fateOf, type Fate } from './fate';
import { withKnownPath, type Journey } from './journey';

export const DEVIATIONS = ['skip', 'back', 'rework', 'late-start', 'won-early'] as const;
/**
 * How a deal left the path: it went over a stage, went back, entered a stage twice (only by going back), began behind the
 * first stage, or was won before the last one.
 */
export type DeviationKind = (typeof DEVIATIONS)[number];

/**
 * Off the path is not the same as doing badly: so what became of the deals that left it, and of those that did not. Only
 * deals count whose path is known.
 */
export interface Deviations {
  /** Of the deals that had none. */
  readonly conforming: Fate;
  /** Of those that moved or were won. All five, in the order of `DEVIATIONS`. A deal may have had several. */
  readonly kinds: readonly { readonly deviation: DeviationKind; readonly had: Fate }[];
  /** Of the deals that got beyond a stage without ever being in it; all seven stages. */
  readonly missed: readonly { readonly stage: StageId; readonly had: Fate }[];
}

export function deviationsOf(journeys: readonly Journey[]): Deviations {
  const known = withKnownPath(journeys);
  return {
    conforming: fateOf(known.filter(conforms)),
    kinds: DEVIATIONS.map(deviation => ({
      deviation,
      had: fateOf(known.filter(journey => deviates(journey, deviation))),
    })),
    missed: STAGE_IDS.map(stage => ({
      stage,
      had: fateOf(known.filter(journey => missed(journey, stage))),
    })),
  };
}

export function deviates(journey: Journey, deviation: DeviationKind): boolean {
  if (!hasMoved(journey)) return false;
  if (deviation === 'rework') return hasRework(journey);
  if (deviation === 'won-early') return isWonEarly(journey.deal);
  if (deviation === 'late-start') return journey.stages[0] !== STAGE_IDS[0];
  return journey.moves.includes(deviation);
}

/** It got beyond the stage, or was won, and was never in it. */
export function missed({ furthest, touched }: Journey, stage: StageId): boolean {
  return furthest >= stageIndex(stage) && !touched.has(stage);
}
