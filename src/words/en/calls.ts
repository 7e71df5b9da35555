import { counted } from './counted';

const QUARTERS = { one: 'quarter', other: 'quarters' };

/** What the page, the command line and reports say of forecast calls, in English. */
export const CALLS = {
  title: 'Forecast calls',
  past: 'Calls against what came',
  owner: 'Owner',
  team: 'Team',
  quarter: 'Quarter',
  call: 'Call',
  on: 'Made on',
  before: 'Before that',
  won: 'Won',
  commit: 'Commit',
  bestCase: 'Best case',
  quota: 'Quota',
  atBegin: 'Before the quarter',
  atMiddle: 'Mid-quarter',
  final: 'Final call',
  accuracy: 'Accuracy',
  average: 'Average accuracy',
  none: 'No calls yet.',
  ofQuarters: (n: number) => counted(n, QUARTERS),
};
