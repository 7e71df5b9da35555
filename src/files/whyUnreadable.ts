import { FileSystemError } from 'vscode';
import { sayFile, systemReason } from '../core/fileSays';
import { error, type Problem } from '../core/problem';

/** Why the editor could not read a file, without the system's own words and paths where the reason is a common one. */
export function whyUnreadable(cause: unknown): Problem {
  const code = cause instanceof FileSystemError ? cause.code : undefined;
  if (code === 'FileIsADirectory') return error('unreadable', sayFile('notAFile'));
  if (code === 'FileNotFound') return error('unreadable', sayFile('fileGone'));
  const reason = code === 'NoPermissions' ? 'noPermission' : systemReason(cause);
  return error('unreadable', sayFile('unreadable', { what: 'file', reason }));
}
