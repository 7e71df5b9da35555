import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import { isWonEarly } from '../deal/deal';
import { conforms, hasMoved, hasRework } from './consistency';
import { fateOf, noFate, type Fate, type FateTally } from './fate';
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

/** What became of deals, by how they left the path. */
export interface DeviationsTally {
  readonly conforming: Readonly<FateTally>;
  readonly kinds: Readonly<Record<DeviationKind, Readonly<FateTally>>>;
  readonly missed: Readonly<Record<StageId, Readonly<FateTally>>>;
}

export function tallyDeviations(journeys: readonly Journey[]): DeviationsTally {
  const fates = <T extends string>(names: readonly T[]) =>
    Object.fromEntries(names.map(name => [name, noFate()])) as Record<T, FateTally>;
  const tally = { conforming: noFate(), kinds: fates(DEVIATIONS), missed: fates(STAGE_IDS) };
  for (const journey of withKnownPath(journeys)) {
    const { status } = journey.deal;
    if (conforms(journey)) tally.conforming[status]++;
    for (const kind of DEVIATIONS) if (deviates(journey, kind)) tally.kinds[kind][status]++;
    for (const stage of STAGE_IDS) if (missed(journey, stage)) tally.missed[stage][status]++;
  }
  return tally;
}

export function deviationsOf({ conforming, kinds, missed: byStage }: DeviationsTally): Deviations {
  return {
    conforming: fateOf(conforming),
    kinds: DEVIATIONS.map(deviation => ({ deviation, had: fateOf(kinds[deviation]) })),
    missed: STAGE_IDS.map(stage => ({ stage, had: fateOf(byStage[stage]) })),
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
