import { l10n } from 'vscode';
import type { Moment } from '../files/editor/travel/travel';
import { betweenWords } from '../words/between';

/** What a view says above its rows while it shows how things were: when, how that is known, and the way back. */
export function pastMessage({ words, lastCommit, folders }: Moment): string {
  const { byHistories } = folders.find(one => one.byHistories) ?? {};
  const outside = folders.reduce((sum, folder) => sum + folder.outside, 0);
  const asOf = lastCommit === undefined ? words : betweenWords('en').withLastCommit(words, lastCommit);
  return [
    l10n.t('As of {0}, not now. Nothing here can be changed. Press Esc to go back to now.', asOf),
    byHistories && betweenWords('en').byHistories(byHistories.why, byHistories.day),
    outside && betweenWords('en').outside(outside),
  ]
    .filter(part => part)
    .join(' ');
}
