import { stageOf, type ExitCriterion, type Process } from '../process/process';
import { STAGE_IDS, stageIndex, type StageId } from '../process/stages';
import { isOpen, type Deal } from './deal';

/** What a team wants of a deal before it goes on, and the deal does not have yet. */
export interface StillOpen {
  readonly criteria: readonly ExitCriterion[];
  /** Keys of the front matter. */
  readonly fields: readonly string[];
}

const NOTHING: StillOpen = { criteria: [], fields: [] };

/**
 * What is still open before a deal may leave its stage for another one, or be won. Each stage that is left on the way
 * wants its own; going back, and stopping, leave nothing open. A deal that is closed is in need of nothing.
 *
 * @param to the next stage, where none is named
 */
export function openBefore(deal: Deal, process: Process, to?: StageId | 'won'): StillOpen {
  if (!isOpen(deal)) return NOTHING;
  const from = stageIndex(deal.stage);
  const until = to === undefined ? from + 1 : to === 'won' ? STAGE_IDS.length : stageIndex(to);
  const left = STAGE_IDS.slice(from, until).map(id => stageOf(process, id));
  const criteria = new Map(left.flatMap(({ exitCriteria }) => exitCriteria).map(one => [one.id, one]));
  const required = new Set(left.flatMap(stage => stage.required));
  return {
    criteria: [...criteria.values()].filter(({ id }) => !deal.checks.includes(id)),
    fields: [...required].filter(key => deal.absent.includes(key)),
  };
}
