import { DAYS } from '../counted';
import type { Say } from './say';

/** The page's first tab: the quarter, what to do, and what has changed. */
export function todayWords({ period, some }: Say) {
  return {
    quarter: {
      heading: (quarter: string, daysLeft: number, quota: string | undefined) =>
        [period(quarter), `${some(daysLeft, DAYS)} left`, quota && `quota ${quota}`]
          .filter(Boolean)
          .join(' · '),
      parts: { closed: 'won', commit: 'commit', best_case: 'best case' },
      gap: 'gap',
    },
  };
}
