import type { DueThing } from '../../core/review/due';
import type { ReviewPart } from '../../core/review/template';
import { counted, DAYS } from './counted';

const KINDS: Readonly<Record<DueThing['kind'], string>> = {
  step: 'next step',
  todo: 'to-do',
  close: 'close date',
};

/** Where a team has no template of its own. */
const HEADINGS = {
  won: 'Won',
  lost: 'Lost',
  moved: 'Moved',
  new: 'New',
  pushed: 'Close date pushed',
  changed: 'Other changes',
  logged: 'Logged',
  due: 'Late, or due within a week',
  stuck: 'Stuck, and why',
  forecast: 'Forecast against quota',
  owners: 'By owner',
} satisfies Partial<Record<ReviewPart, string>>;

/** What a part tells, as it is said where there was none of it. */
const NOTHING: Readonly<Record<keyof typeof HEADINGS, string>> = {
  won: 'won',
  lost: 'lost',
  moved: 'moved',
  new: 'new',
  pushed: 'close dates pushed',
  changed: 'other changes',
  logged: 'log lines',
  due: 'late or due within a week',
  stuck: 'stuck',
  forecast: 'forecast',
  owners: 'owners',
};

/** The words of the weekly review in English. What comes from files is handed in as it is to be shown. */
export function englishReview() {
  return {
    headings: HEADINGS,
    nothing: (parts: readonly (keyof typeof HEADINGS)[]) =>
      `None this time: ${parts.map(part => NOTHING[part]).join(', ')}.`,
    title: (since: string, today: string) => `Weekly review, ${since} to ${today}`,
    none: 'None.',
    by: (name: string) => `by ${name}`,
    kinds: KINDS,
    what: (group: string, said: string) => (said ? `${group}: ${said}` : group),
    late: (days: number) => `${counted(days, DAYS)} late`,
    checkYear: 'check the year',
    moreLines: (n: number) => `and ${counted(n, { one: 'line', other: 'lines' })} more`,
    more: (n: number) => `And ${n} more.`,
  };
}
