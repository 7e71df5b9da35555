/**
 * A file or a folder by its absolute path, with `/` between the parts: the same in every adapter of `Files`. One that is
 * not on a disk has `scheme://authority` before the path. Nothing in it is escaped.
 */
export type Address = string;

export function addressIn(folder: Address, path: string): Address {
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}

/** The path of a file below a folder, if it is there. */
export function pathBelow(folder: Address, file: Address): string | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return file.startsWith(start) ? file.slice(start.length) : undefined;
}

/** The last part of the path. */
export function nameOf(file: Address): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The folder that something is in; `undefined` of the topmost one. */
export function folderOf(file: Address): Address | undefined {
  const at = file.lastIndexOf('/');
  if (at < 0) return undefined;
  // The folder at the very top keeps its slash, which is all that there is of it.
  if (at === 0) return file === '/' ? undefined : '/';
  const folder = file.slice(0, at);
  return folder.endsWith('/') ? undefined : folder;
}
