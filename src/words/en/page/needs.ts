import { mixed } from '../../mixed';
import type { SaidNeed } from '../../needs';
import { OPEN_DEALS } from '../counted';
import type { Say } from './say';

/** The deals that need work, why, and what to do about it. */
export function needsWords({ some, count, days, number, day, times }: Say) {
  return {
    title: 'Deals that need work',
    none: 'Every open deal has a next step that isn’t overdue, and none is over its limit.',
    says: <T>(n: number, deals: (text: string) => T) =>
      mixed<T>`${deals(some(n, OPEN_DEALS))} ${n === 1 ? 'needs' : 'need'} work, most urgent first.`,
    showMore: (n: number) => `Show ${count(n)} More`,
    remedies: {
      completeNextStep: 'Complete Step…',
      setNextStep: 'Set Next Step…',
      setCloseDate: 'Set Close Date…',
      logActivity: 'Log Activity…',
      setStage: 'Move…',
    },
    remedyFor: (remedy: string, title: string) => `${remedy} ${title}`,
    /** @param criterion its text, by its id */
    need: (need: SaidNeed, criterion: (id: string) => string): string => {
      switch (need.kind) {
        case 'longStay': {
          const { limit, p90 } = need;
          const limits = [
            limit !== undefined && `limit ${count(limit)}`,
            p90 !== undefined && `90% took ≤ ${number(p90)}`,
          ];
          return `${days(need.days)} in stage (${limits.filter(Boolean).join('; ')})`;
        }
        case 'idle':
          return `no activity for ${days(need.days)}`;
        case 'noNextStep':
          return 'no next step';
        case 'nextStepOverdue':
          return `next step ${days(need.days)} overdue`;
        case 'closeDatePassed':
          return `close date (${day(need.on)}) has passed`;
        case 'pushed':
          return `close date pushed ${times(need.times)}`;
        case 'criteriaOpen':
          return `criteria open: ${need.ids.map(criterion).join('; ')}`;
      }
    },
  };
}
