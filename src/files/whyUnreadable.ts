import { FileSystemError, l10n } from 'vscode';
import { error, reasonOf, type Problem } from '../core/problem';

/** Why the editor could not read a file, without the system's own words and paths where the reason is a common one. */
export function whyUnreadable(cause: unknown): Problem {
  const code = cause instanceof FileSystemError ? cause.code : undefined;
  if (code === 'FileNotFound') return error('unreadable', l10n.t('This file is no longer there.'));
  if (code === 'NoPermissions')
    return error('unreadable', l10n.t('You don’t have permission to read this file.'));
  return error('unreadable', l10n.t('Couldn’t open this file: {0}', reasonOf(cause)));
}
