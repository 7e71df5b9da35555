import type { Bridge, BridgeNumber } from '../../../core/changes/bridge';
import { sumsOfBridges } from '../../../core/changes/owners';
import type { Formats } from '../../../words/formats';
import { asOneIn, type Measure } from '../../conversion';
import { numbersIn } from './layOutBridge';

export interface MeasuredBridge {
  readonly measure: Measure;
  readonly bridge: Bridge;
  /** Currencies that the team has no rate for: they are not in it. */
  readonly without: readonly string[];
}

/** A bridge for each currency, after one of all at the team's rates where there are several. */
export function bridgesByMeasure(
  bridges: Readonly<Record<string, Bridge>>,
  { codesInOrder, inOne }: Pick<Formats, 'codesInOrder' | 'inOne'>,
): MeasuredBridge[] {
  const codes = codesInOrder(Object.keys(bridges));
  const each = codes.map(code => ({ measure: code, bridge: bridges[code]!, without: [] }));
  if (codes.length < 2) return each;
  const numbers = numbersIn(Object.values(bridges));
  const sums = numbers.map(number => [number, sumsOfBridges(bridges, number)] as const);
  const team = sums.map(([, sum]) => inOne(sum)?.money.currency).find(currency => currency !== undefined);
  if (team === undefined) return each;
  const worth = (sum: Readonly<Record<string, number>>) => inOne(sum)?.money.amount ?? sum[team] ?? 0;
  const zero = Object.fromEntries(Object.keys(each[0]!.bridge).map(number => [number, 0]));
  const together = Object.fromEntries(sums.map(([number, sum]) => [number, worth(sum)]));
  const bridge = { ...zero, ...together } as Readonly<Record<BridgeNumber, number>>;
  const without = [...new Set(sums.flatMap(([, sum]) => inOne(sum)?.without ?? []))];
  return [{ measure: asOneIn(team), bridge, without }, ...each];
}
