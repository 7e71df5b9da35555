import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import { fateOf, type Fate } from './fate';
import { moveBetween, withKnownPath, type Journey, type StageMove } from './journey';

/** All moves from one stage to another. */
export interface Flow {
  readonly from: StageId;
  readonly to: StageId;
  readonly move: StageMove;
  /** How often it happened; one deal may have done it twice. */
  readonly count: number;
  /** What became of the deals that did it. */
  readonly fate: Fate;
}

/** The moves that happened, of deals whose path is known, by the order of the stages: those from the first one first. */
export function flowsOf(journeys: readonly Journey[]): Flow[] {
  const table = STAGE_IDS.map(() => STAGE_IDS.map(() => ({ count: 0, deals: [] as Journey[] })));
  for (const journey of withKnownPath(journeys)) {
    const { stages } = journey;
    for (let at = 1; at < stages.length; at++) {
      const cell = table[stageIndex(stages[at - 1]!)]![stageIndex(stages[at]!)]!;
      cell.count++;
      if (cell.deals.at(-1) !== journey) cell.deals.push(journey);
    }
  }
  return STAGE_IDS.flatMap((from, row) =>
    STAGE_IDS.flatMap((to, column) => {
      const { count, deals } = table[row]![column]!;
      return count ? [{ from, to, move: moveBetween(from, to), count, fate: fateOf(deals) }] : [];
    }),
  );
}

/** How often a deal went from one stage to the other. */
export function timesMoved({ stages }: Journey, from: StageId, to: StageId): number {
  return stages.filter((stage, at) => stage === to && stages[at - 1] === from).length;
}
