import type { QuietKind } from '../../core/changes/commitDeeds';
import { counted, DEALS } from './counted';

/** What is counted in the first line of a commit of many deals. */
export type CommitCount = 'won' | 'lost' | 'open' | 'new' | 'removed' | 'moved' | 'updated';

const COUNTS: Readonly<Record<CommitCount, string>> = {
  won: 'won',
  lost: 'lost',
  open: 'reopened',
  new: 'new',
  removed: 'removed',
  moved: 'moved',
  updated: 'updated',
};

const QUIET: Readonly<Record<QuietKind, string>> = {
  log: 'Log',
  notes: 'Notes',
  details: 'Details',
  renamed: 'Renamed',
  file: 'Files',
  process: 'Sales process',
  calls: 'Forecast calls',
};

/** The words of a commit's message, in English. */
export function englishCommit() {
  return {
    quoted: (title: string) => `“${title}”`,
    about: (title: string, said: string) => `${title}: ${said}`,
    new: (title: string, said: string) => `${title} new${inBrackets(said)}`,
    removed: (title: string) => `${title} removed`,
    won: (title: string, value: string) => `${title} won${inBrackets(value)}`,
    lost: (title: string, reason: string) => `${title} lost${inBrackets(reason)}`,
    open: (title: string) => `${title} reopened`,
    noValue: 'no value',
    value: (value: string) => `value ${value}`,
    closes: (said: string) => `closes ${said}`,
    noCloseDate: 'no close date',
    owner: (said: string) => `owner ${said}`,
    noOwner: 'no owner',
    nextStep: (said: string) => `next step “${said}”`,
    noNextStep: 'no next step',
    quiet: QUIET,
    quietOfOne: (title: string, kind: QuietKind) => `${title}: ${QUIET[kind].toLowerCase()}`,
    /** @param isFirst whether nothing stands before it */
    count: (n: number, count: CommitCount, sum: string, isFirst: boolean) =>
      `${isFirst ? counted(n, DEALS) : n} ${COUNTS[count]}${inBrackets(sum)}`,
    andMore: (said: string, n: number) => `${said} and ${n} more`,
    moreLines: (n: number) => `and ${n} more`,
  };
}

function inBrackets(said: string): string {
  return said && ` (${said})`;
}
