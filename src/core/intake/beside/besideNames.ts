import type { BesideKind } from './besideHeads';

/** What files are called after that imports keep of tables that were exported beside deals: `hubspot-log.yaml`. */
export const BESIDE_NAMES: Readonly<Record<BesideKind, string>> = {
  activities: 'log',
  people: 'contacts',
  accounts: 'companies',
  moves: 'moves',
};
