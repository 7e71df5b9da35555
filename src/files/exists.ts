import { FileSystemError, FileType, workspace, type Uri } from 'vscode';

/** Whether something is there, be it a folder or a link that leads nowhere. */
export async function exists(uri: Uri): Promise<boolean> {
  return (await typeOf(uri)) !== undefined;
}

export async function isFolder(uri: Uri): Promise<boolean> {
  return (((await typeOf(uri)) ?? FileType.Unknown) & FileType.Directory) !== 0;
}

/** Whether something is there that is no folder; a link that leads nowhere is. */
export async function isFile(uri: Uri): Promise<boolean> {
  const type = await typeOf(uri);
  return type !== undefined && !(type & FileType.Directory);
}

function typeOf(uri: Uri): Promise<FileType | undefined> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    ({ type }) => type,
    cause => (isHidden(uri, cause) ? FileType.Unknown : undefined),
  );
}

/** Links in a circle, and what nobody may look at, are there all the same. */
function isHidden({ scheme }: Uri, cause: unknown): boolean {
  if (!(cause instanceof FileSystemError)) return false;
  // Others than the disk do not always say that something is not there.
  return cause.code === 'NoPermissions' || (scheme === 'file' && cause.code === 'Unknown');
}
