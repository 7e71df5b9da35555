import type { MoneyMap } from '../money';
import { addMoney } from '../money';
import type { Process } from '../process/process';
import type { Journey } from './journey';
import { allOpenDeals, hasValue, isOpenJourney, type AllOpenDeals } from './sums';
import { tallyVelocity, velocityParts, type VelocityParts, type VelocityTallies } from './velocity';

/** What several parts of a report are made of, added up once. */
export interface KeyTally {
  readonly won: number;
  readonly lost: number;
  /** Of the won deals, in days. */
  readonly cycles: readonly number[];
  readonly open: AllOpenDeals;
  readonly velocity: VelocityTallies;
  /** Of those with a value that is not 0, by currency: how many, and what they are worth. */
  readonly valued: { readonly won: MoneyMap; readonly lost: MoneyMap };
  readonly value: { readonly won: MoneyMap; readonly lost: MoneyMap };
}

export interface KeyFigures extends Omit<KeyTally, 'velocity'> {
  /** By currency. */
  readonly velocity: readonly (readonly [currency: string, parts: VelocityParts])[];
}

export function tallyKeyFigures(journeys: readonly Journey[], process: Process): KeyTally {
  const counts = { won: 0, lost: 0 };
  const [valued, value] = [
    { won: {}, lost: {} },
    { won: {}, lost: {} },
  ];
  const cycles: number[] = [];
  for (const journey of journeys) {
    if (isOpenJourney(journey)) continue;
    const { deal, cycle } = journey;
    const status = deal.status as 'won' | 'lost';
    counts[status]++;
    if (status === 'won' && cycle !== undefined) cycles.push(cycle);
    if (!hasValue(journey)) continue;
    addMoney(value[status], deal.value);
    addMoney(valued[status], { amount: 1, currency: deal.value!.currency });
  }
  return {
    ...counts,
    cycles,
    open: allOpenDeals(journeys, process),
    velocity: tallyVelocity(journeys),
    valued,
    value,
  };
}

export function keyFigures(tally: KeyTally): KeyFigures {
  return { ...tally, velocity: velocityParts(tally.velocity) };
}
