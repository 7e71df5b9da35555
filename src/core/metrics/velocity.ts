import { ascending } from 'd3-array';
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

/** What is added up of deals in one currency. */
interface VelocityTally {
  readonly qualified: number;
  readonly worthy: number;
  readonly won: number;
  readonly lost: number;
  readonly wonValue: number;
  readonly cycles: number;
  readonly cycleDays: number;
}

export interface VelocityTallies {
  readonly byCurrency: ReadonlyMap<string, VelocityTally>;
  /** Open deals at qualification or later that have no value. */
  readonly withoutValue: number;
}

export function tallyVelocity(journeys: readonly Journey[]): VelocityTallies {
  const byCurrency = new Map<string, { -readonly [K in keyof VelocityTally]: number }>();
  let withoutValue = 0;
  for (const journey of journeys) {
    const { deal, cycle } = journey;
    const { value } = deal;
    const isIn = isQualified(journey);
    if (isIn && !hasValue(journey)) withoutValue++;
    if (!value) continue;
    let own = byCurrency.get(value.currency);
    if (!own) {
      own = { qualified: 0, worthy: 0, won: 0, lost: 0, wonValue: 0, cycles: 0, cycleDays: 0 };
      byCurrency.set(value.currency, own);
    }
    if (isIn) own.qualified++;
    if (isIn && hasValue(journey)) own.worthy++;
    if (deal.status === 'lost') own.lost++;
    if (deal.status !== 'won') continue;
    own.won++;
    own.wonValue += value.amount;
    if (cycle === undefined) continue;
    own.cycles++;
    own.cycleDays += cycle;
  }
  return { byCurrency, withoutValue };
}

/** By currency, in the order of the codes: only currencies that deals have values in. */
export function velocityParts({ byCurrency, withoutValue }: VelocityTallies): [string, VelocityParts][] {
  return [...byCurrency]
    .map(
      ([currency, { qualified, worthy, won, lost, wonValue, cycles, cycleDays }]): [
        string,
        VelocityParts,
      ] => [
        currency,
        {
          qualified,
          isWorthKnown: !withoutValue || worthy > 0,
          winRate: ratio(won, won + lost),
          meanWonValue: ratio(wonValue, won),
          won,
          meanCycle: ratio(cycleDays, cycles),
        },
      ],
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

function isQualified({ deal: { status, stage, stageNotKnown } }: Journey): boolean {
  return status === 'open' && !stageNotKnown && stageIndex(stage) >= stageIndex('qualification');
}
