import { l10n, window } from 'vscode';
import { whyGitFailed } from '../actions/whyGitFailed';
import { withoutIcons, withoutLinks } from '../core/escape';
import { isSystemError } from '../files/disk/disk';
import { sentence } from '../words/sentence';

/** Says why git couldn't be set up. @throws what nobody has foreseen */
export function tellFailure(cause: unknown): void {
  const reason = isSystemError(cause) ? cause.message : sentence(whyGitFailed(cause));
  void window.showWarningMessage(withoutLinks(withoutIcons(l10n.t('Nothing was set up: {0}', reason))));
}
