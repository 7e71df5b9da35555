import type { BesideKind } from '../../core/intake/beside/besideHeads';

/** What a table has that was exported beside deals. */
export const BESIDE: Readonly<Record<BesideKind, string>> = {
  activities: 'activities',
  people: 'people',
  accounts: 'companies',
  moves: 'deal changes',
};

/** What deals get of it, counted. */
export const ADDED: Readonly<Record<BesideKind, { readonly one: string; readonly other: string }>> = {
  activities: { one: 'log line', other: 'log lines' },
  people: { one: 'contact', other: 'contacts' },
  accounts: { one: 'account', other: 'accounts' },
  moves: { one: 'history line', other: 'history lines' },
};
