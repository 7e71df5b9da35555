import { weekdayOf, type CalendarDate } from '../../core/calendar';
import type { AgendaId } from '../../core/pipeline/agenda';
import type { TodayRule } from '../../core/process/todayRules';
import type { SaidReason } from '../needs';
import { counted, CONTACTS, DAYS } from './counted';

/** The parts of the agenda. */
export const AGENDA_PARTS: Readonly<Record<AgendaId, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  tomorrow: 'Tomorrow',
  week: 'Next 7 days',
  none: 'No next step',
  later: 'Later',
};

/** Of a deal that was lost. */
export const NO_REASON = 'no reason given';

/** What lists a deal among those of a day, wherever that is said. */
const RULES: Readonly<Record<TodayRule, string>> = {
  overdue: AGENDA_PARTS.overdue,
  due: AGENDA_PARTS.today,
  quiet: 'No activity',
  stalled: 'Too long in stage',
  close_date: 'Close date passed or near',
  no_next_step: AGENDA_PARTS.none,
  pushed: 'Close date pushed',
  missing: 'Missing in this stage',
};

/** How numbers and days are written where the words stand. */
export interface TodayFormats {
  /** `47 days`, `47 d` */
  readonly days: (n: number) => string;
  /** Beside `today`, whose year need not be said again. */
  readonly day: (on: CalendarDate, today: CalendarDate) => string;
}

/** The words of a rep's day that the page, the command line and reports have in common, in English. */
export function dayWords({ days, day }: TodayFormats) {
  return {
    title: 'What to do',
    nothing: 'Nothing to do today.',
    rules: RULES,
    next: AGENDA_PARTS.week,
    noStep: 'Decide what happens next',
    late: (n: number) => `${n} d late`,
    dueToday: 'today',
    /** Why a deal is listed. No text from files is in it. */
    reason: (reason: SaidReason, today: CalendarDate) =>
      reasonText(reason, { days, day: on => day(on, today) }),
    changes: {
      title: (since: CalendarDate, today: CalendarDate) =>
        `Since ${weekdayOf(since) === 1 ? 'Monday, ' : ''}${day(since, today)}`,
      new: 'New',
      movedOn: 'Moved on',
      movedBack: 'Moved back',
      won: 'Won',
      lost: 'Lost',
      pushed: RULES.pushed,
      activities: 'Activities',
      moved: (from: string, to: string) => `${from} to ${to}`,
      noReason: NO_REASON,
      pushedTo: (to: CalendarDate, n: number, today: CalendarDate) => `to ${day(to, today)}, by ${days(n)}`,
    },
    owners: {
      title: 'By owner',
      owner: 'Owner',
      none: 'No owner',
      open: 'Open',
      weighted: 'Weighted',
      won: 'Won this quarter',
      quota: 'Quota',
      slipped: 'Slipped',
      activities: (since: CalendarDate, today: CalendarDate) => `Activities since ${day(since, today)}`,
      oldest: 'Longest without activity',
      untouched: (title: string, n: number) => `${title}, ${days(n)}`,
    },
  };
}

/** The words of `deal-notes today` in English. What comes from files is handed in as it is to be shown. */
export function englishToday() {
  return {
    ...dayWords({ days: n => counted(n, DAYS), day: on => on }),
    heading: (day: string) => `Today, ${day}`,
    /** A line of a deal's notes: `[ ] Legal review @buyer, 3 d late (line 24)`. */
    todo: (when: string, what: string, who: string | undefined, line: number) =>
      `[ ] ${[what, who && `@${who}`].filter(Boolean).join(' ')}${what || who ? ', ' : ''}${when} (line ${line})`,
    quarter: (quarter: string, daysLeft: number) =>
      `${quarter}, ${daysLeft ? `${counted(daysLeft, DAYS)} left` : 'last day'}`,
    sums: (won: string, commit: string, bestCase: string) =>
      `${won} won, ${commit} commit, ${bestCase} best case`,
    gap: (gap: string, quota: string) => `${gap} short of the quota of ${quota}`,
    covered: (quota: string) => `enough for the quota of ${quota}`,
    met: (quota: string) => `the quota of ${quota} is met`,
    attention: 'Needs attention',
    fix: (fix: string) => `Fix: ${fix}`,
  };
}

function reasonText(
  reason: SaidReason,
  { days, day }: { readonly days: (n: number) => string; readonly day: (on: CalendarDate) => string },
): string {
  switch (reason.kind) {
    case 'longStay': {
      // What the team has set says more than what is usual, and a list is read in passing.
      const { limit, p90 } = reason;
      const most = limit === undefined ? `90% took ≤ ${Math.round(p90! * 10) / 10}` : `limit ${limit}`;
      return `${days(reason.days)} in stage, ${most}`;
    }
    case 'idle':
      return `no activity for ${days(reason.days)}`;
    case 'noNextStep':
      return 'no next step';
    case 'nextStepOverdue':
      return `next step overdue since ${day(reason.on)}`;
    case 'nextStepDue':
      return 'next step due today';
    case 'todoOverdue':
      return `to-do overdue since ${day(reason.on)}`;
    case 'todoDue':
      return 'to-do due today';
    case 'closeDatePassed':
      return `close date passed: ${day(reason.on)}`;
    case 'closeDateNear':
      return `closes on ${day(reason.on)}`;
    case 'pushed':
      return `close date pushed ${reason.times === 1 ? 'once' : `${reason.times} times`}`;
    case 'fewContacts':
      return reason.n ? `only ${counted(reason.n, CONTACTS)}` : 'no contacts';
    case 'noDecisionMaker':
      return 'nobody who decides';
    case 'noValue':
      return 'no value';
    case 'unanswered':
      return `last ${reason.times} unanswered`;
    case 'criteriaOpen':
      return counted(reason.ids.length, { one: 'criterion open', other: 'criteria open' });
  }
}
