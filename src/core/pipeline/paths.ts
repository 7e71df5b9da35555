/** Which files of a pipeline's folder may be deals. Paths are relative to the folder, with `/` between their parts. */

/** Whether a folder, by its own name, is looked into; what a package manager puts there holds no deals. */
export function isDealFolder(name: string): boolean {
  return !/^[._]/.test(name) && name !== 'node_modules';
}

/** Whether a file, by its own name, can be a deal. */
export function isDealFile(name: string): boolean {
  return /\.md$/i.test(name) && !/^[._]/.test(name) && !isReadme(name);
}

/** What a deal is called that has no title: its file's name without the ending. */
export function fileTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** What a folder says of itself. */
export function isReadme(name: string): boolean {
  return /^readme\.md$/i.test(name);
}

/** The same for a whole path. */
export function isDealPath(path: string): boolean {
  const parts = path.split('/');
  return isDealFile(parts.pop()!) && parts.every(isDealFolder);
}
