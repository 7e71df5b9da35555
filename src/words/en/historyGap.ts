import type { HistoryGap } from '../../core/deal/gitFacts';

const SAID: Readonly<Record<HistoryGap, string>> = {
  shallow:
    'git has only the latest commits here (a shallow clone), so earlier moves of close dates are missing. Run git fetch --unshallow to count them.',
  partial:
    'git has not downloaded the contents of earlier versions (a partial clone), so moves of close dates are missing. Clone without --filter to count them.',
  tookTooLong: 'git took too long to answer, so moves of close dates may be missing.',
  failed:
    'git could not read the history here, so moves of close dates may be missing. Run git log in this folder to see why.',
};

/** What is missing because git knows less than there was, and what to do. */
export function historyGap(gap: HistoryGap): string {
  return SAID[gap];
}
