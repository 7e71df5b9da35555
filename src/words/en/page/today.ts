import type { CalendarDate } from '../../../core/calendar';
import type { BestAction } from '../../../core/metrics/today/whatToDo';
import { DAYS, OPEN_DEALS } from '../counted';
import { dayWords } from '../today';
import type { Say } from './say';

/** The page's first tab: the quarter, what to do, and what has changed. */
export function todayWords({ count, dayBeside, period, rate, some }: Say) {
  const { changes, owners, ...todo } = dayWords({ days: n => `${count(n)} d`, day: dayBeside });
  return {
    quarter: {
      heading: (quarter: string, daysLeft: number, quota: string | undefined) =>
        [period(quarter), daysLeft ? `${some(daysLeft, DAYS)} left` : 'last day', quota && `quota ${quota}`]
          .filter(Boolean)
          .join(' · '),
      parts: { closed: 'won', commit: 'commit', best_case: 'best case' },
      gap: 'gap',
      noGap: 'no gap',
    },
    todo: {
      ...todo,
      /** When a step is due: `37 d late`, `today`, `2 Dec`. */
      when: (on: CalendarDate | null, late: number | null, today: CalendarDate) => {
        if (on === null || late === null) return '–';
        if (late > 0) return todo.late(late);
        return late === 0 ? todo.dueToday : dayBeside(on, today);
      },
      actions: {
        completeNextStep: 'Done…',
        tickTodo: 'Tick',
        more: 'More…',
        setNextStep: 'Set Step…',
        setCloseDate: 'Close Date…',
        setValue: 'Value…',
        logActivity: 'Log…',
        setStage: 'Move…',
        holdUntil: 'Hold…',
      } satisfies Record<BestAction | 'holdUntil' | 'more', string>,
      /** A to-do of the notes: `Legal review @buyer`. */
      todo: (what: string, who: string | undefined) =>
        [what || 'To-do', who && `@${who}`].filter(Boolean).join(' '),
      actionFor: (action: string, title: string) => `${action} ${title}`,
      showMore: (n: number) => `Show ${count(n)} More`,
      list: 'List all deals that need work',
    },
    /** Beside the day’s work: the weakest step of the process. */
    oneThing: {
      title: 'One thing',
      loses: (stage: string, share: number) => `${stage} loses the most: ${rate(share)} of its deals.`,
      stalled: (n: number) => `${some(n, OPEN_DEALS)} ${n === 1 ? 'is' : 'are'} past the limit there.`,
    },
    changes: { ...changes, more: (n: number) => `and ${count(n)} more` },
    owners,
  };
}
