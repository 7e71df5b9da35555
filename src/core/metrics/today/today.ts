import type { ChangesSince } from './changes';
import type { RunningQuarter } from './runningQuarter';
import type { WhatToDo } from './whatToDo';

/** What a rep wants to know in the morning. */
export interface TodayReport {
  readonly quarter: RunningQuarter;
  readonly toDo: WhatToDo;
  readonly changes: ChangesSince;
}
