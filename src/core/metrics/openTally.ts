import { rollup } from 'd3-array';
import type { CalendarDate } from '../calendar';
import type { Process } from '../process/process';
import type { TodayRule } from '../process/todayRules';
import { inNeedOf, needsOfOpen, type OpenNeeds } from './inNeed';
import type { Journey } from './journey';
import { openDealsOf, type OpenDeal } from './openDeals';
import { sumOfPlanned, type DealSum } from './periodSums';
import type { UsualStay } from './stageReport';
import { toDoOf, type PlannedDeal, type ToBeDone } from './today/whatToDo';

/** What is gathered of open deals, in no order. */
export interface OpenTally {
  readonly deals: readonly OpenDeal[];
  /** Without those on hold. */
  readonly needs: readonly OpenNeeds[];
  /** How many of them want something. */
  readonly inNeed: number;
  readonly now: readonly ToBeDone[];
  readonly nowByRule: ReadonlyMap<TodayRule, DealSum>;
  readonly next: readonly PlannedDeal[];
  readonly nextSum: DealSum;
}

/**
 * @param open `openByPath` of deals
 * @param usual how long deals stay in each stage
 */
export function tallyOpen(
  open: readonly Journey[],
  usual: readonly UsualStay[],
  process: Process,
  asOf: CalendarDate,
): OpenTally {
  const deals = openDealsOf(open, usual, process, asOf);
  const needs = needsOfOpen(open, deals, usual, process, asOf);
  const found = needs.flatMap(one => toDoOf(one, process, asOf) ?? []);
  const now = found.filter(one => one.toDo !== undefined);
  const next = found.flatMap(one => (one.toDo ? [] : one.planned));
  return {
    ...{ deals, needs, now, next },
    inNeed: needs.filter(one => inNeedOf(one).reasons).length,
    nowByRule: rollup(
      now,
      same => sumOfPlanned(same.map(({ toDo }) => toDo)),
      ({ toDo }) => toDo.rule,
    ),
    nextSum: sumOfPlanned(next),
  };
}
