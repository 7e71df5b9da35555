import { STAGE_IDS, type StageId } from '../process/stages';
import { fateOf, noFate, type Fate, type FateTally } from './fate';
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

/** What is added up of the moves from one stage to another. */
interface FlowTally {
  readonly count: number;
  readonly fate: Readonly<FateTally>;
}

/** By `from` and `to`, with a blank between. */
export type FlowsTally = ReadonlyMap<string, FlowTally>;

export function tallyFlows(journeys: readonly Journey[]): FlowsTally {
  const flows = new Map<string, { count: number; fate: FateTally; last: Journey | undefined }>();
  for (const journey of withKnownPath(journeys)) {
    const { stages, deal } = journey;
    for (let at = 1; at < stages.length; at++) {
      const name = `${stages[at - 1]!} ${stages[at]!}`;
      let flow = flows.get(name);
      if (!flow) flows.set(name, (flow = { count: 0, fate: noFate(), last: undefined }));
      flow.count++;
      if (flow.last !== journey) flow.fate[deal.status]++;
      flow.last = journey;
    }
  }
  return new Map(Array.from(flows, ([name, { count, fate }]) => [name, { count, fate }]));
}

/** The moves that happened, of deals whose path is known, by the order of the stages: those from the first one first. */
export function flowsOf(flows: FlowsTally): Flow[] {
  return STAGE_IDS.flatMap(from =>
    STAGE_IDS.flatMap(to => {
      const flow = flows.get(`${from} ${to}`);
      return flow
        ? [{ from, to, move: moveBetween(from, to), count: flow.count, fate: fateOf(flow.fate) }]
        : [];
    }),
  );
}

/** How often a deal went from one stage to the other. */
export function timesMoved({ stages }: Journey, from: StageId, to: StageId): number {
  return stages.filter((stage, at) => stage === to && stages[at - 1] === from).length;
}
