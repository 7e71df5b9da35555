import type { DueThing } from '../../core/review/due';
import { counted, DAYS } from './counted';

const KINDS: Readonly<Record<DueThing['kind'], string>> = {
  step: 'Next step',
  todo: 'To-do',
  close: 'Close date',
};

/** The review of a team that has no template of its own. */
const TEMPLATE = `# {{title}}

## Won

{{won}}

## Lost

{{lost}}

## Moved

{{moved}}

## New

{{new}}

## Close date pushed

{{pushed}}

## Other changes

{{changed}}

## Logged

{{logged}}

## Late, or due within a week

{{due}}

## Stuck, and why

{{stuck}}

## Forecast against quota

{{forecast}}

## By owner

{{owners}}
`;

/** The words of the weekly review in English. What comes from files is handed in as it is to be shown. */
export function englishReview() {
  return {
    template: TEMPLATE,
    title: (since: string, today: string) => `Weekly review, ${since} to ${today}`,
    none: 'None.',
    by: (name: string) => `by ${name}`,
    kinds: KINDS,
    what: (group: string, said: string) => (said ? `${group}: ${said}` : group),
    late: (days: number) => `${counted(days, DAYS)} late`,
    checkYear: 'check the year',
    moreLines: (n: number) => `and ${counted(n, { one: 'line', other: 'lines' })} more`,
    more: (n: number) => `And ${n} more.`,
    heading: { day: 'Day', what: 'What', deal: 'Deal', owner: 'Owner', value: 'Value' },
  };
}
