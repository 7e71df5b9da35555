import { ownersBetween, sumsOfBridges } from '../../core/changes/owners';
import type { BetweenSources } from './groups';

/**
 * What became of the deals of each owner, with a heading; nothing where there is only one.
 *
 * @param shown a name from a file, as it is to be shown
 */
export function ownerBetweenRows(
  { changes, words, money }: BetweenSources,
  shown: (name: string) => string,
): string[][] {
  const owners = ownersBetween(changes);
  if (owners.length < 2) return [];
  const { owners: said } = words;
  const rows = owners.map(({ owner, bridges, won, lost, slipped }) => [
    owner === null ? said.none : shown(owner),
    money.sums(sumsOfBridges(bridges, 'from')) || '0',
    money.sums(sumsOfBridges(bridges, 'to')) || '0',
    ...[won, lost, slipped].map(String),
  ]);
  return [[said.owner, said.before, said.after, said.won, said.lost, said.slipped], ...rows];
}
