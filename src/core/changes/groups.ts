import type { DealEvent } from './event';

/** What is told together, in the order in which it is told. */
export const GROUPS_OF_CHANGES = [
  ...(['new', 'advanced', 'back', 'won', 'lost', 'open', 'removed', 'up', 'down', 'currency'] as const),
  ...(['later', 'sooner', 'close_date', 'owner', 'next_step'] as const),
] as const;
export type GroupOfChanges = (typeof GROUPS_OF_CHANGES)[number];

/** Values and close dates are told by the way in which they have changed. */
export function groupOf({ kind, from, to }: DealEvent): GroupOfChanges {
  if (kind === 'value') return (Number(to) || 0) >= (Number(from) || 0) ? 'up' : 'down';
  if (kind === 'close_date' && from !== null && to !== null) return to > from ? 'later' : 'sooner';
  return kind;
}
