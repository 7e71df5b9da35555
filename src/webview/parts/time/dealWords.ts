import type { OpenDeal } from '../../../core/metrics/openDeals';
import type { StageWords } from '../../../shared/funnelSheet';
import { formatAmount, formatDays } from '../../format';

/** What the mark of an open deal says: its title, its days, how it stands, its value and whose it is. */
export function dealWords(
  { title, days, daysIdle, stalled, unusual, idle, value, owner }: OpenDeal,
  { label, stalledAfter }: StageWords,
): string[] {
  const stands = [
    stalled && `stalled: more than ${formatDays(stalledAfter)}`,
    unusual && 'unusually long',
    idle && `idle: untouched for ${formatDays(daysIdle)}`,
  ].filter(Boolean);
  return [
    title,
    `${formatDays(days)} in ${label}`,
    stands.join(' · '),
    [value && formatAmount(value.amount, value.currency), owner].filter(Boolean).join(' · '),
  ].filter(line => line !== '');
}
