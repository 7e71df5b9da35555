import { l10n } from 'vscode';
import type { Moment } from './travel';

/** What says of a page or file that it is of now, where that could be taken for something else: nothing while now is shown. */
export function ofNow(at: Pick<Moment, 'words'> | undefined): string | undefined {
  return at && l10n.t('As things are now, not as of {0}', at.words);
}
