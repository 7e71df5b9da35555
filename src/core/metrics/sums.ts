import { ascending } from 'd3-array';
import { addMoney, type MoneyMap } from '../money';
import { probabilityOf } from '../pipeline/pipeline';
import type { Process } from '../process/process';
import type { Journey } from './journey';

/** What several of the funnel's figures are made of. */
export interface OpenDeals {
  readonly count: number;
  readonly value: Readonly<MoneyMap>;
  readonly weighted: Readonly<MoneyMap>;
}

/** All open deals, and how many were in an unknown stage that day: those are in no stage's sums. */
export interface AllOpenDeals extends OpenDeals {
  readonly stageNotKnown: number;
}

export function allOpenDeals(journeys: readonly Journey[], process: Process): AllOpenDeals {
  let stageNotKnown = 0;
  for (const { deal } of journeys) if (deal.stageNotKnown && deal.status === 'open') stageNotKnown++;
  return { ...openDeals(journeys, process), stageNotKnown };
}

export function openDeals(journeys: readonly Journey[], process: Process): OpenDeals {
  let count = 0;
  const [value, weighted]: [MoneyMap, MoneyMap] = [{}, {}];
  for (const { deal } of journeys) {
    if (deal.status !== 'open') continue;
    count++;
    addMoney(value, deal.value);
    // Without the stage there is no stage probability either.
    const percent = deal.stageNotKnown ? deal.probability : probabilityOf(deal, process);
    if (percent !== undefined) addMoney(weighted, deal.value, percent / 100);
  }
  return { count, value, weighted };
}

export function valueOf(journeys: readonly Journey[]): MoneyMap {
  const value: MoneyMap = {};
  for (const { deal } of journeys) addMoney(value, deal.value);
  return value;
}

export const dealOfJourney = ({ deal }: Journey) => deal;
export const isOpenJourney = ({ deal }: Journey) => deal.status === 'open';

/** Whether a deal is in any sum of money. */
export function hasValue({ deal }: Journey): boolean {
  return deal.value !== undefined && deal.value.amount !== 0;
}

/** Files come in any order: what is listed has one. */
export function byPath(a: Journey, b: Journey): number {
  return ascending(a.deal.path, b.deal.path);
}
