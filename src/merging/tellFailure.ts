import { l10n, window } from 'vscode';
import { GitFailed } from '../actions/ports/git';
import { withoutIcons } from '../core/escape';
import { isSystemError } from '../files/disk/disk';

/** Says why git couldn't be set up. @throws what nobody has foreseen */
export function tellFailure(cause: unknown): void {
  void window.showWarningMessage(l10n.t('Nothing was set up: {0}', withoutIcons(reason(cause))));
}

function reason(cause: unknown): string {
  if (isSystemError(cause)) return cause.message;
  if (!(cause instanceof GitFailed)) throw cause;
  switch (cause.failure.kind) {
    case 'notInstalled':
      return l10n.t('git isn’t installed, or not on the PATH.');
    case 'tookTooLong':
      return l10n.t('git took too long.');
    case 'refused':
      return cause.failure.inItsWords;
    default:
      return cause.failure.kind;
  }
}
