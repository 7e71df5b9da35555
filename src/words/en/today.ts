import type { TodayRule } from '../../core/process/todayRules';
import { counted, DAYS } from './counted';

const RULES: Readonly<Record<TodayRule, string>> = {
  overdue: 'Overdue',
  due: 'Due today',
  quiet: 'No activity',
  stalled: 'Too long in stage',
  close_date: 'Close date passed or near',
  no_next_step: 'No next step',
  pushed: 'Close date pushed again and again',
};

/** The words of a rep's day in English. What comes from files is handed in as it is to be shown. */
export function englishToday() {
  return {
    title: (day: string) => `Today, ${day}`,
    rule: (rule: TodayRule) => RULES[rule],
    toDo: 'To do',
    nothing: 'Nothing to do today.',
    next: 'Next 7 days',
    late: (days: number) => `${days} d late`,
    dueToday: 'today',
    decide: 'Decide what happens next',
    quarter: (quarter: string, daysLeft: number) =>
      `${quarter}, ${daysLeft ? `${counted(daysLeft, DAYS)} left` : 'last day'}`,
    sums: (won: string, commit: string, bestCase: string) =>
      `${won} won, ${commit} commit, ${bestCase} best case`,
    gap: (gap: string, quota: string) => `${gap} short of the quota of ${quota}`,
    covered: (quota: string) => `enough for the quota of ${quota}`,
    met: (quota: string) => `the quota of ${quota} is met`,
    since: (day: string) => `Since Monday, ${day}`,
    changes: {
      new: 'New',
      movedOn: 'Moved on',
      movedBack: 'Moved back',
      won: 'Won',
      lost: 'Lost',
      pushed: 'Close date pushed',
      activities: 'Activities',
    },
    moved: (from: string, to: string) => `${from} to ${to}`,
    pushedBy: (to: string, days: number) => `to ${to}, by ${counted(days, DAYS)}`,
    attention: 'Needs attention',
    fix: (fix: string) => `Fix: ${fix}`,
    owners: {
      title: 'Owners',
      noOwner: 'No owner',
      activities: (since: string) => `Activities since ${since}`,
      untouched: 'Longest without activity',
      untouchedFor: (title: string, days: number) => `${title}, ${counted(days, DAYS)}`,
    },
  };
}
