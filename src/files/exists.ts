import { FileType, workspace, type Uri } from 'vscode';

export async function exists(uri: Uri): Promise<boolean> {
  return (await typeOf(uri)) !== undefined;
}

export async function isFolder(uri: Uri): Promise<boolean> {
  return (((await typeOf(uri)) ?? FileType.Unknown) & FileType.Directory) !== 0;
}

function typeOf(uri: Uri): Promise<FileType | undefined> {
  return Promise.resolve(workspace.fs.stat(uri)).then(
    ({ type }) => type,
    () => undefined,
  );
}
