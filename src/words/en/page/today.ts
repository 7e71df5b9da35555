import type { CalendarDate } from '../../../core/calendar';
import type { BestAction, ToDoReason } from '../../../core/metrics/today/whatToDo';
import type { TodayRule } from '../../../core/process/todayRules';
import { DAYS } from '../counted';
import type { Say } from './say';

/** The page's first tab: the quarter, what to do, and what has changed. */
export function todayWords({ count, day, dayBeside, days, number, period, some, times }: Say) {
  return {
    quarter: {
      heading: (quarter: string, daysLeft: number, quota: string | undefined) =>
        [period(quarter), `${some(daysLeft, DAYS)} left`, quota && `quota ${quota}`]
          .filter(Boolean)
          .join(' · '),
      parts: { closed: 'won', commit: 'commit', best_case: 'best case' },
      gap: 'gap',
    },
    todo: {
      title: 'What to do',
      none: 'Nothing is due, and no deal needs work.',
      rules: {
        overdue: 'Overdue',
        due: 'Due today',
        quiet: 'Gone quiet',
        stalled: 'Too long in stage',
        close_date: 'Close date',
        no_next_step: 'No next step',
        pushed: 'Pushed',
      } satisfies Record<TodayRule, string>,
      next: 'Next 7 days',
      noStep: 'Decide what happens next',
      /** When a step is due: `37 d late`, `today`, `2 Dec`. */
      when: (on: CalendarDate | null, late: number | null, today: CalendarDate) => {
        if (on === null || late === null) return '–';
        if (late > 0) return `${count(late)} d late`;
        return late === 0 ? 'today' : dayBeside(on, today);
      },
      actions: {
        completeNextStep: 'Done…',
        setNextStep: 'Set Step…',
        setCloseDate: 'Close Date…',
        logActivity: 'Log…',
        setStage: 'Move…',
        holdUntil: 'Hold…',
      } satisfies Record<BestAction | 'holdUntil', string>,
      actionFor: (action: string, title: string) => `${action} ${title}`,
      /** In a few words: `47 d in stage, limit 21`. */
      reason: (reason: ToDoReason): string => {
        switch (reason.kind) {
          case 'stalled':
            return `${count(reason.days)} d in stage, limit ${count(reason.limit)}`;
          case 'unusual':
            return `${count(reason.days)} d in stage, 90% took ≤ ${number(reason.p90)}`;
          case 'idle':
            return `quiet for ${count(reason.days)} d`;
          case 'noNextStep':
            return 'no next step';
          case 'nextStepOverdue':
            return `${days(reason.days)} late`;
          case 'nextStepDue':
            return 'due today';
          case 'closeDatePassed':
            return `close date passed ${day(reason.on)}`;
          case 'closeDateNear':
            return `closes ${day(reason.on)}, ${some(reason.ids.length, CRITERIA)} open`;
          case 'pushed':
            return `close date pushed ${times(reason.times)}`;
          case 'criteriaOpen':
            return `${some(reason.ids.length, CRITERIA)} open`;
        }
      },
      showMore: (n: number) => `Show ${count(n)} More`,
      list: 'List all deals that need work',
    },
    changes: {
      title: (since: CalendarDate, today: CalendarDate) => `Since ${dayBeside(since, today)}`,
      new: 'new',
      movedOn: 'moved on',
      movedBack: 'moved back',
      won: 'won',
      lost: 'lost',
      pushed: 'close dates pushed',
      activities: 'activities logged',
      byDays: (n: number) => `by ${days(n)}`,
      more: (n: number) => `and ${count(n)} more`,
    },
  };
}

const CRITERIA = { one: 'criterion', other: 'criteria' };
