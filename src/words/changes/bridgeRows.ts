import { BRIDGE_PARTS } from '../../core/changes/bridge';
import { sumsOfBridges } from '../../core/changes/owners';
import type { BetweenSources } from './groups';

/** The bridge as a table: the currencies on top, then the open total before, what changed it, and the one after. */
export function bridgeRows({ changes, words, money }: BetweenSources): string[][] {
  const { bridges } = changes;
  const currencies = money.codesInOrder(Object.keys(bridges));
  if (!currencies.length) return [];
  const numbers = (['from', ...BRIDGE_PARTS, 'to'] as const).filter(
    number =>
      number === 'from' || number === 'to' || currencies.some(currency => bridges[currency]![number] !== 0),
  );
  const inOne = numbers.map(number => money.inOne(sumsOfBridges(bridges, number)));
  const team = currencies.length > 1 ? inOne.find(one => one !== undefined)?.money.currency : undefined;
  const rows = numbers.map((number, at) => {
    const name = number === 'from' ? words.before : number === 'to' ? words.after : words.parts[number];
    const amounts = currencies.map(currency => money.one({ amount: bridges[currency]![number], currency }));
    if (team === undefined) return [name, ...amounts];
    const own = sumsOfBridges(bridges, number)[team] ?? 0;
    return [name, ...amounts, money.one(inOne[at]?.money ?? { amount: own, currency: team })];
  });
  return [[words.open, ...currencies, ...(team === undefined ? [] : [words.inTeams(team)])], ...rows];
}
