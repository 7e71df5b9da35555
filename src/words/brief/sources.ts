import type { MoneyFormat } from '../../core/moneyFormat';
import type { Process } from '../../core/process/process';
import type { BriefWords } from '../brief';
import type { DayWords } from '../day';

/** How a brief is written. */
export interface BriefFormat {
  readonly process: Process;
  readonly money: MoneyFormat;
  readonly words: BriefWords;
  /** Those that say why a deal is on the list of what to do. */
  readonly day: Pick<DayWords, 'reason'>;
}
