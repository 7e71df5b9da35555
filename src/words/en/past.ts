import type { PastKind } from '../../core/deal/past/events';
import type { Status } from '../../core/process/outcome';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

const STATUSES: Readonly<Record<Status, string>> = { won: 'Won', lost: 'Lost', open: 'Reopened' };

const FIELDS: Readonly<Record<Exclude<PastKind, 'stage' | 'status'>, string>> = {
  value: 'Value',
  closeDate: 'Close date',
  owner: 'Owner',
  nextStep: 'Next step',
};

/** The words of what happened to a deal, in English. */
export function englishPast() {
  return {
    /** Of a day or a stage that no file says. */
    fromGit: 'from git',
    fromFile: 'from its history',
    statuses: STATUSES,
    fields: FIELDS,
    to: (from: string, to: string) => `${from} → ${to}`,
    none: 'none',
    field: (name: string, said: string) => `${name}: ${said}`,
    lines: (n: number) => `${n} ${plural(n, { one: 'line', other: 'lines' })} of history`,
  };
}
