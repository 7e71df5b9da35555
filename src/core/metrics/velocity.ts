import { group, mean } from 'd3-array';
import { stageIndex } from '../process/stages';
import type { Journey } from './journey';
import { ratio } from './statistics';
import { isLost, isOpen, isWon } from './sums';

/** What a velocity is made of, over the deals of one currency. */
export interface VelocityParts {
  /** Open deals at qualification or later. */
  readonly qualified: number;
  readonly winRate: number | null;
  readonly meanWonValue: number | null;
  /** Won deals, which the mean value rests on. */
  readonly won: number;
  readonly meanCycle: number | null;
}

/** By currency, in the order of the codes: only currencies that deals have values in. */
export function velocityParts(journeys: readonly Journey[]): [currency: string, parts: VelocityParts][] {
  return byCurrency(journeys).map(([currency, own]) => [currency, partsOf(own)]);
}

export function byCurrency(journeys: readonly Journey[]): [currency: string, own: readonly Journey[]][] {
  return [...group(journeys, ({ deal }) => deal.value?.currency)]
    .filter((entry): entry is [string, Journey[]] => entry[0] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Open deals at qualification or later × win rate by count × mean won value / mean cycle of won deals. */
export function velocityOf(journeys: readonly Journey[]): Record<string, number | null> {
  return Object.fromEntries(
    velocityParts(journeys).map(([currency, { qualified, winRate, meanWonValue, meanCycle }]) => {
      const isKnown = winRate !== null && meanWonValue !== null && meanCycle !== null && meanCycle > 0;
      return [currency, isKnown ? (qualified * winRate * meanWonValue) / meanCycle : null];
    }),
  );
}

export function cyclesOf(won: readonly Journey[]): number[] {
  return won.map(({ cycle }) => cycle).filter(cycle => cycle !== undefined);
}

function partsOf(journeys: readonly Journey[]): VelocityParts {
  const first = stageIndex('qualification');
  const won = journeys.filter(isWon);
  return {
    qualified: journeys.filter(one => isOpen(one) && stageIndex(one.deal.stage) >= first).length,
    winRate: ratio(won.length, won.length + journeys.filter(isLost).length),
    meanWonValue: mean(won, ({ deal }) => deal.value!.amount) ?? null,
    won: won.length,
    meanCycle: mean(cyclesOf(won)) ?? null,
  };
}
