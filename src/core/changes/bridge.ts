import type { Deal } from '../deal/deal';
import { isOpen } from '../deal/deal';
import { ExactSum } from '../exactSum';
import { asCounted, asDeal, type Across } from './across';

/** What leads from the open total at the first point to the one at the second. */
export const BRIDGE_PARTS = [
  ...(['new', 'reopened', 'won', 'lost', 'removed'] as const),
  ...(['up', 'down', 'recurrency', 'unread'] as const),
] as const;
export type BridgePart = (typeof BRIDGE_PARTS)[number];
export type BridgeNumber = 'from' | BridgePart | 'to';

/**
 * From one open total to the next, in one currency: `from` and all parts together are `to`. What leaves is negative.
 * `recurrency` is what went to or came from other currencies, `unread` what lies in files that only one point can read.
 */
export type Bridge = Readonly<Record<BridgeNumber, number>>;

/** What one deal adds to a number of a bridge. */
export interface BridgeShare {
  readonly across: Across;
  readonly currency: string;
  readonly number: BridgeNumber;
  readonly amount: number;
}

/** By currency, in the order of their codes; none for a currency in which no deal is open at either point. */
export function bridgesOf(all: Iterable<Across>): Readonly<Record<string, Bridge>> {
  const sums = new Map<string, Map<BridgeNumber, ExactSum>>();
  for (const across of all) {
    for (const { currency, number, amount } of sharesOf(across)) {
      const own = sums.get(currency) ?? new Map<BridgeNumber, ExactSum>();
      sums.set(currency, own);
      const sum = own.get(number) ?? new ExactSum();
      own.set(number, sum);
      sum.add(amount);
    }
  }
  const numbers: readonly BridgeNumber[] = ['from', ...BRIDGE_PARTS, 'to'];
  const bridgeOf = (own: ReadonlyMap<BridgeNumber, ExactSum>) =>
    Object.fromEntries(numbers.map(number => [number, own.get(number)?.value ?? 0])) as unknown as Bridge;
  return Object.fromEntries([...sums.keys()].sort().map(code => [code, bridgeOf(sums.get(code)!)]));
}

/** The deals behind a number of a bridge: what they add is the number. */
export function dealsInBridge(
  all: Iterable<Across>,
  currency: string,
  number: BridgeNumber,
): readonly BridgeShare[] {
  return [...all]
    .flatMap(across => sharesOf(across))
    .filter(share => share.currency === currency && share.number === number);
}

/** What a deal adds to the bridges; nothing where it is open at neither point. */
export function sharesOf(across: Across): readonly BridgeShare[] {
  const { before, after } = across;
  const [old, now] = [asDeal(before), asDeal(after)];
  const [was, is] = [old && isOpen(old) ? old : undefined, now && isOpen(now) ? now : undefined];
  if (!was && !is) return [];
  const shares: BridgeShare[] = [];
  const add = (number: BridgeNumber, { value }: Deal, sign: 1 | -1 = 1) => {
    if (!value?.amount) return;
    shares.push({ across, currency: value.currency, number, amount: sign * value.amount });
  };
  if (was) add('from', was);
  if (is) add('to', is);
  // What comes in brings the value that it is first known with, and what goes out takes the last one with it.
  if (is && !was) add(entranceOf(across), old ?? is);
  // There’s no telling what an unreadable file says now, and a value that was corrected after the close was never open.
  const last = after === 'unread' ? old! : asCounted(across);
  if (old) shares.push(...revaluation(across, old, last));
  if (was && !is) add(exitOf(across), last, -1);
  return shares;
}

function entranceOf({ before }: Across): BridgePart {
  if (before === 'unread') return 'unread';
  return before ? 'reopened' : 'new';
}

function exitOf({ after }: Across): BridgePart {
  if (after === 'unread') return 'unread';
  return after && after.status !== 'open' ? after.status : 'removed';
}

/** From one value to another: more, less, or in another currency. A deal without a value is worth nothing in any. */
function revaluation(across: Across, from: Deal, to: Deal): BridgeShare[] {
  const [old, now] = [from.value, to.value];
  if (old?.amount && now?.amount && old.currency !== now.currency) {
    return [
      { across, currency: old.currency, number: 'recurrency', amount: -old.amount },
      { across, currency: now.currency, number: 'recurrency', amount: now.amount },
    ];
  }
  const amount = new ExactSum(now?.amount ?? 0, -(old?.amount ?? 0)).value;
  const currency = (now?.amount ? now : old)?.currency;
  if (!amount || currency === undefined) return [];
  return [{ across, currency, number: amount > 0 ? 'up' : 'down', amount }];
}
