import { l10n } from 'vscode';
import { GitFailed } from '../../../actions/ports/git';
import { plainText } from '../../../core/escape';

/** Why git could not tell what has changed. @throws what nobody has foreseen */
export function whyNot(cause: unknown): string {
  if (!(cause instanceof GitFailed)) throw cause;
  const { failure } = cause;
  switch (failure.kind) {
    case 'notInstalled':
      return l10n.t('git isn’t installed, or not on the PATH.');
    case 'tookTooLong':
      return l10n.t('git took longer than {0} seconds.', failure.seconds);
    case 'noSuchRevision':
      return l10n.t('git can’t find “{0}”.', plainText(failure.revision, 60));
    case 'notDownloaded':
      return l10n.t(
        'git has not downloaded the contents of some files (a partial clone). Run git fetch --refetch.',
      );
    case 'refused':
      return l10n.t('git: {0}', plainText(failure.inItsWords));
  }
}
