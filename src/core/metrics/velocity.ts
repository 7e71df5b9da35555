import { ascending, group, mean } from 'd3-array';
import { stageIndex } from '../process/stages';
import type { Journey } from './journey';
import { ratio } from './statistics';
import { hasValue } from './sums';

/** What a velocity is made of, over the deals of one currency. */
export interface VelocityParts {
  /** Open deals at qualification or later. */
  readonly qualified: number;
  /** Not where the pipeline has such deals, of which none has a value in this currency and one has none at all. */
  readonly isWorthKnown: boolean;
  readonly winRate: number | null;
  readonly meanWonValue: number | null;
  /** Won deals, which the mean value rests on. */
  readonly won: number;
  readonly meanCycle: number | null;
}

/** By currency, in the order of the codes: only currencies that deals have values in. */
export function velocityParts(journeys: readonly Journey[]): [currency: string, parts: VelocityParts][] {
  const byCurrency = group(journeys, ({ deal }) => deal.value?.currency);
  const isAnyWithoutValue = journeys.some(one => isQualified(one) && !hasValue(one));
  return [...byCurrency]
    .flatMap(([currency, own]): [string, VelocityParts][] =>
      currency ? [[currency, partsOf(own, isAnyWithoutValue)]] : [],
    )
    .sort(([a], [b]) => ascending(a, b));
}

/** Open deals at qualification or later × win rate by count × mean won value / mean cycle of won deals. */
export function velocityOf(
  parts: readonly (readonly [currency: string, parts: VelocityParts])[],
): Record<string, number | null> {
  return Object.fromEntries(
    parts.map(([currency, { qualified, isWorthKnown, winRate, meanWonValue, meanCycle }]) => {
      // Where a won deal has a cycle, there is a win rate and a mean value too.
      const isKnown = isWorthKnown && meanCycle;
      return [currency, isKnown ? (qualified * winRate! * meanWonValue!) / meanCycle : null];
    }),
  );
}

function partsOf(journeys: readonly Journey[], isAnyWithoutValue: boolean): VelocityParts {
  const won: Journey[] = [];
  let lost = 0;
  for (const journey of journeys) {
    const { status } = journey.deal;
    if (status === 'won') won.push(journey);
    else if (status === 'lost') lost++;
  }
  const qualified = journeys.filter(isQualified);
  return {
    qualified: qualified.length,
    isWorthKnown: !isAnyWithoutValue || qualified.some(hasValue),
    winRate: ratio(won.length, won.length + lost),
    meanWonValue: mean(won, ({ deal }) => deal.value!.amount) ?? null,
    won: won.length,
    meanCycle: mean(won, ({ cycle }) => cycle) ?? null,
  };
}

function isQualified({ deal: { status, stage, stageNotKnown } }: Journey): boolean {
  return status === 'open' && !stageNotKnown && stageIndex(stage) >= stageIndex('qualification');
}
