import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import { conforms, hasRework } from './consistency';
import { fateOf, type Fate } from './fate';
import type { Journey } from './journey';

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

export function deviationsOf(journeys: readonly Journey[]): Deviations {
  const off = journeys.filter(journey => !conforms(journey));
  return {
    conforming: fateOf(journeys.filter(conforms)),
    kinds: DEVIATIONS.map(deviation => ({
      deviation,
      had: fateOf(off.filter(journey => deviates(journey, deviation))),
    })),
    missed: missedStages(journeys),
  };
}

function missedStages(journeys: readonly Journey[]): Deviations['missed'] {
  const missing = STAGE_IDS.map((): Journey[] => []);
  for (const journey of journeys) {
    // As many stages touched as there are up to the furthest: none is missed.
    if (journey.touched.size > journey.furthest) continue;
    for (let k = 0; k <= journey.furthest; k++) {
      if (!journey.touched.has(STAGE_IDS[k]!)) missing[k]!.push(journey);
    }
  }
  return STAGE_IDS.map((stage, k) => ({ stage, had: fateOf(missing[k]!) }));
}

export function deviates(journey: Journey, deviation: DeviationKind): boolean {
  if (deviation === 'rework') return hasRework(journey);
  if (deviation === 'late-start') return journey.stages[0] !== STAGE_IDS[0];
  return journey.moves.includes(deviation);
}

/** It got beyond the stage, or was won, and was never in it. */
export function missed({ furthest, touched }: Journey, stage: StageId): boolean {
  return furthest >= stageIndex(stage) && !touched.has(stage);
}
