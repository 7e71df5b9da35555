import type { Deal } from '../../deal/deal';
import { UNKNOWN_STAGE } from '../../deal/read/stage';
import type { StageId } from '../../process/stages';
import type { Money } from '../../money';
import type { FileCounts } from '../../pipeline/pipeline';
import { pick } from './pick';

export function fileCounts(files: FileCounts): FileCounts {
  return pick(files, 'total', 'open', 'won', 'lost', 'needsAttention', 'otherNotes');
}

/** The stage as in the file: `unknown` if it isn't known. */
export function stageAsJson({
  stage,
  stageNotKnown,
}: Pick<Deal, 'stage' | 'stageNotKnown'>): StageId | typeof UNKNOWN_STAGE {
  return stageNotKnown ? UNKNOWN_STAGE : stage;
}

export function moneyAsJson(money: Money | null | undefined): Money | null {
  return money ? pick(money, 'amount', 'currency') : null;
}
