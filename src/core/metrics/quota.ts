import { askedIn, type DealFilter } from '../filter/table';
import type { Money } from '../money';
import type { Process } from '../process/process';
import { searchable } from '../text/searchable';

/** What is to be won in a quarter, by its name: `2026-Q4`. */
export type Quotas = ReadonlyMap<string, Money>;

/**
 * What the deals that a filter leaves are to bring: the team's quota where it leaves nothing out but the archive, an owner's where
 * it asks for that owner and for nothing else. No other choice of deals has a quota.
 */
export function quotaFor(filter: DealFilter, process: Pick<Process, 'quota' | 'ownerQuota'>): Quotas {
  const asked = askedIn(filter).filter(key => key !== 'archived');
  if (!asked.length) return process.quota;
  const owners = new Set(filter.owner?.map(searchable));
  const [only] = owners;
  return isByOwnerAlone(filter) && owners.size === 1 ? quotaOfOwner(only!, process) : new Map();
}

/** Whether a filter leaves each owner all deals or none, apart from the archive. */
export function isByOwnerAlone(filter: DealFilter): boolean {
  return askedIn(filter).every(key => key === 'owner' || key === 'archived');
}

/** @param owner in any case, as filters by owner are */
export function quotaOfOwner(owner: string, { ownerQuota }: Pick<Process, 'ownerQuota'>): Quotas {
  const name = searchable(owner);
  const own = new Map<string, Money>();
  for (const [quarter, quotas] of ownerQuota) {
    for (const [one, quota] of quotas) if (searchable(one) === name) own.set(quarter, quota);
  }
  return own;
}
