import type { MoneyMap } from '../money';
import type { ChangesBetween } from './between';
import { bridgesOf, type Bridge, type BridgeNumber } from './bridge';
import { latestOf, type Across } from './across';
import { closedBy } from './event';

/** What became of the deals that somebody has at the second point, or had last. */
export interface OwnerBetween {
  /** None for deals that nobody has. */
  readonly owner: string | null;
  readonly bridges: Readonly<Record<string, Bridge>>;
  readonly won: number;
  readonly lost: number;
  readonly slipped: number;
}

/** Those of whose deals something became, in the order of their names; deals of nobody come last. */
export function ownersBetween({
  deals,
  events,
  slips,
}: Pick<ChangesBetween, 'deals' | 'events' | 'slips'>): OwnerBetween[] {
  const ownerOf = (across: Across) => latestOf(across).owner ?? null;
  const owners = new Set(events.map(({ across }) => ownerOf(across)));
  const named = [...owners].filter(owner => owner !== null).sort((a, b) => a.localeCompare(b));
  return [...named, ...(owners.has(null) ? [null] : [])].map(owner => {
    const isTheirs = ({ across }: { readonly across: Across }) => ownerOf(across) === owner;
    const count = (to: 'won' | 'lost') =>
      events.filter(event => isTheirs(event) && closedBy(event) === to).length;
    return {
      owner,
      bridges: bridgesOf(deals.filter(across => ownerOf(across) === owner)),
      won: count('won'),
      lost: count('lost'),
      slipped: slips.deals.filter(isTheirs).length,
    };
  });
}

/** A number of the bridges as a sum by currency. */
export function sumsOfBridges(bridges: Readonly<Record<string, Bridge>>, number: BridgeNumber): MoneyMap {
  const all = Object.entries(bridges).map(([currency, bridge]) => [currency, bridge[number]] as const);
  return Object.fromEntries(all.filter(([, amount]) => amount));
}
