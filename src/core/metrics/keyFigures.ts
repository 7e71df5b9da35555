import type { Process } from '../process/process';
import type { Journey } from './journey';
import { isLostJourney, isWonJourney, allOpenDeals, type AllOpenDeals } from './sums';
import { velocityParts, type VelocityParts } from './velocity';

/** What several parts of a report are made of, worked out once. */
export interface KeyFigures {
  readonly won: readonly Journey[];
  readonly lost: readonly Journey[];
  /** Of the won deals, in days. */
  readonly cycles: readonly number[];
  readonly open: AllOpenDeals;
  /** By currency. */
  readonly velocity: readonly (readonly [currency: string, parts: VelocityParts])[];
}

export function keyFigures(journeys: readonly Journey[], process: Process): KeyFigures {
  const won = journeys.filter(isWonJourney);
  return {
    won,
    lost: journeys.filter(isLostJourney),
    cycles: won.map(({ cycle }) => cycle).filter(cycle => cycle !== undefined),
    open: allOpenDeals(journeys, process),
    velocity: velocityParts(journeys),
  };
}
