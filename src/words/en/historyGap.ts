import type { HistoryGap } from '../../core/deal/historyGap';

const SAID: Readonly<Record<HistoryGap, string>> = {
  shallow:
    'git has only the latest commits here (a shallow clone), so what deals were before them is missing. Run git fetch --unshallow to count it.',
  partial:
    'git has not downloaded the contents of earlier versions (a partial clone), so what deals were before is missing. Clone without --filter to count it.',
  notOwn:
    'git does not read this folder because it belongs to somebody else, so what deals were before may be missing. Run git log here: git says how to mark it as safe (safe.directory).',
  tookTooLong: 'git took too long to answer, so what deals were before may be missing.',
  notInstalled:
    'git is not installed, or not on the PATH, so what deals were before may be missing, though this folder is in a repository.',
  failed:
    'git could not read the history here, so what deals were before may be missing. Run git fsck in this folder to see why.',
  untrusted: 'git is not asked before you trust this workspace, so what deals were before may be missing.',
};

/** What is missing because git knows less than there was, and what to do. */
export function historyGap(gap: HistoryGap): string {
  return SAID[gap];
}
