import type { Report } from '../../core/metrics/report';
import type { MoneyFormat } from '../../core/moneyFormat';
import type { Process } from '../../core/process/process';
import type { ReportWords } from '../report';

/** What the parts of the report are made of. */
export interface ReportSources {
  readonly report: Report;
  readonly process: Process;
  readonly words: ReportWords;
  readonly money: MoneyFormat;
}
