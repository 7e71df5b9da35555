import type { Need } from '../metrics/inNeed';
import type { FunnelReport } from '../metrics/funnel';
import { formatMoney } from '../money';
import type { Process } from '../process/process';
import { days, percent } from './words';

/** A rate with what it is a rate of: `83% of 6`. */
export function rate(value: number | null, n: number, { minSample }: Process): string {
  if (value === null) return 'n/a';
  return `${percent(value)} of ${n}${n < minSample ? ', too few' : ''}`;
}

export function velocityText(velocity: FunnelReport['velocity']): string {
  const perDay = Object.entries(velocity).flatMap(([currency, amount]) =>
    amount === null ? [] : [`${formatMoney({ amount, currency })} a day`],
  );
  return perDay.join(', ') || 'n/a';
}

/** What is wrong with a deal, as one says it. No text from files is in it. */
export function describeNeed(need: Need): string {
  switch (need.kind) {
    case 'stalled':
      return `${days(need.days)} in the stage, limit ${need.limit}`;
    case 'unusual':
      return `longer than 9 of 10 deals stayed here (${days(need.p90)})`;
    case 'idle':
      return `untouched for ${days(need.days)}`;
    case 'noNextStep':
      return 'no next step';
    case 'nextStepOverdue':
      return `next step overdue since ${need.on}`;
    case 'closeDatePassed':
      return `close date passed on ${need.on}`;
    case 'pushed':
      return `close date pushed ${need.times === 1 ? 'once' : `${need.times} times`}`;
    case 'criteriaOpen':
      return need.ids.length === 1 ? '1 exit criterion open' : `${need.ids.length} exit criteria open`;
  }
}
