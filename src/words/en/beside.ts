import type { BesideKind } from '../../core/intake/beside/besideHeads';

/** What a table has that was exported beside deals. */
export const BESIDE: Readonly<Record<BesideKind, string>> = {
  activities: 'activities',
  people: 'people',
  accounts: 'companies',
  moves: 'changes of deals',
};

/** What deals get of it, counted. */
export const ADDED: Readonly<Record<BesideKind, { readonly one: string; readonly other: string }>> = {
  activities: { one: 'line of the log', other: 'lines of the log' },
  people: { one: 'contact', other: 'contacts' },
  accounts: { one: 'account', other: 'accounts' },
  moves: { one: 'line of the history', other: 'lines of the history' },
};
