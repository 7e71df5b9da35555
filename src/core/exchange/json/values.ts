import type { Money } from '../../money';
import type { FileCounts } from '../../pipeline/pipeline';
import { pick } from './pick';

export function fileCounts(files: FileCounts): FileCounts {
  return pick(files, 'total', 'open', 'won', 'lost', 'needsAttention', 'otherNotes');
}

export function moneyAsJson(money: Money | null | undefined): Money | null {
  return money ? pick(money, 'amount', 'currency') : null;
}
