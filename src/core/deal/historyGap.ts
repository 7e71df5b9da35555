/**
 * Why git may know less than there was: the clone has only the last commits, or not all contents; the folder is somebody
 * else's, so that git does not look into it; git was too slow; it is not there; it failed; or it is not asked in a workspace
 * that nobody trusts.
 */
export const HISTORY_GAPS = [
  ...(['shallow', 'partial', 'notOwn', 'tookTooLong', 'notInstalled', 'failed', 'untrusted'] as const),
] as const;
export type HistoryGap = (typeof HISTORY_GAPS)[number];
