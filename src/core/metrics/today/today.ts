import type { Deal } from '../../deal/deal';
import type { ForecastReport } from '../forecast';
import type { OpenNeeds } from '../inNeed';
import { lastMonday } from '../periods';
import type { ReportQuestion } from '../question';
import { changesSince, type ChangesSince } from './changes';
import { runningQuarter, type RunningQuarter } from './runningQuarter';
import { whatToDo, type WhatToDo } from './whatToDo';

/** What a rep wants to know in the morning. */
export interface TodayReport {
  readonly quarter: RunningQuarter;
  readonly toDo: WhatToDo;
  readonly changes: ChangesSince;
}

/** What a report has worked out already of the deals that the filter leaves. */
export interface TodayParts {
  readonly deals: readonly Deal[];
  /** `needsOfOpen` of them. */
  readonly openNeeds: readonly OpenNeeds[];
  readonly forecast: ForecastReport;
}

export function todayOf(
  { deals, openNeeds, forecast }: TodayParts,
  { process, asOf, since = lastMonday(asOf) }: ReportQuestion,
): TodayReport {
  return {
    quarter: runningQuarter(forecast, process, asOf),
    toDo: whatToDo(openNeeds, process, asOf),
    changes: changesSince(deals, since, asOf),
  };
}
