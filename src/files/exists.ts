import { FileType, workspace, type Uri } from 'vscode';

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
    () => undefined,
  );
}
