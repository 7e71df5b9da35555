import { NO_CURRENCY } from '../../money';
import type { Deal } from '../deal';
import { byUse } from '../typedValues';

/** How to find the names of a kind in a deal. */
const NAMES = {
  account: ({ account }: Deal) => [account],
  owner: ({ owner }: Deal) => [owner],
  source: ({ source }: Deal) => [source],
  tag: ({ tags }: Deal) => tags,
  role: ({ contacts }: Deal) => contacts.map(({ role }) => role),
  reason: ({ lostReason }: Deal) => [lostReason],
  currency: ({ value }: Deal) => [value && value.currency !== NO_CURRENCY ? value.currency : undefined],
} as const;

export type NameKind = keyof typeof NAMES;

export function isNameKind(kind: string): kind is NameKind {
  return Object.hasOwn(NAMES, kind);
}

/**
 * The names that deals use, those that are used most first.
 *
 * @param except the path of the deal that is being written: half a name in it is none
 */
export function namesInUse(deals: Iterable<Deal>, kind: NameKind, except: string): readonly string[] {
  const names: string[] = [];
  for (const deal of deals) {
    if (deal.path === except) continue;
    for (const name of NAMES[kind](deal)) if (name !== undefined) names.push(name);
  }
  return byUse(names);
}
