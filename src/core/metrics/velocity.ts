import { ascending, group, mean } from 'd3-array';
import { stageIndex } from '../process/stages';
import type { Journey } from './journey';
import { ratio } from './statistics';

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
  const byCurrency = group(journeys, ({ deal }) => deal.value?.currency);
  return [...byCurrency]
    .flatMap(([currency, own]): [string, VelocityParts][] => (currency ? [[currency, partsOf(own)]] : []))
    .sort(([a], [b]) => ascending(a, b));
}

/** Open deals at qualification or later × win rate by count × mean won value / mean cycle of won deals. */
export function velocityOf(
  parts: readonly (readonly [currency: string, parts: VelocityParts])[],
): Record<string, number | null> {
  return Object.fromEntries(
    parts.map(([currency, { qualified, winRate, meanWonValue, meanCycle }]) => {
      // Where a won deal has a cycle, there is a win rate and a mean value too.
      return [currency, meanCycle ? (qualified * winRate! * meanWonValue!) / meanCycle : null];
    }),
  );
}

function partsOf(journeys: readonly Journey[]): VelocityParts {
  const first = stageIndex('qualification');
  const won: Journey[] = [];
  let [qualified, lost] = [0, 0];
  for (const journey of journeys) {
    const { status, stage, stageNotKnown } = journey.deal;
    if (status === 'won') won.push(journey);
    else if (status === 'lost') lost++;
    else if (!stageNotKnown && stageIndex(stage) >= first) qualified++;
  }
  return {
    qualified,
    winRate: ratio(won.length, won.length + lost),
    meanWonValue: mean(won, ({ deal }) => deal.value!.amount) ?? null,
    won: won.length,
    meanCycle: mean(won, ({ cycle }) => cycle) ?? null,
  };
}
