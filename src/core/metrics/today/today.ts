import type { Deal } from '../../deal/deal';
import type { ForecastReport } from '../forecast';
import { lastMonday } from '../periods';
import type { ReportQuestion } from '../question';
import { changesSince, type ChangesSince } from './changes';
import { runningQuarter, type RunningQuarter } from './runningQuarter';
import { whatToDo, type OpenParts, type WhatToDo } from './whatToDo';

/** What a rep wants to know in the morning. */
export interface TodayReport {
  readonly quarter: RunningQuarter;
  readonly toDo: WhatToDo;
  readonly changes: ChangesSince;
}

/** What a report has worked out already of the deals that the filter leaves. */
export interface TodayParts extends OpenParts {
  readonly deals: readonly Deal[];
  readonly forecast: ForecastReport;
}

export function todayOf(
  { deals, forecast, ...parts }: TodayParts,
  { process, asOf, since = lastMonday(asOf) }: ReportQuestion,
): TodayReport {
  return {
    quarter: runningQuarter(forecast, process, asOf),
    toDo: whatToDo(parts, process, asOf),
    changes: changesSince(deals, since, asOf),
  };
}
