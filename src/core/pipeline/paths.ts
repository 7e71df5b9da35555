/** Which files of a pipeline's folder may be deals. Paths are relative to the folder, with `/` between their parts. */

/** Whether a folder, by its own name, is looked into; what a package manager puts there holds no deals. */
export function isDealFolder(name: string): boolean {
  return !/^[._]/.test(name) && name !== 'node_modules';
}

/** Whether a file, by its own name, can be a deal, or was meant to be one. */
export function isDealFile(name: string): boolean {
  return /\.md(?:\.txt)?$/i.test(name) && !/^[._]/.test(name) && !isReadme(name);
}

/** What a deal is called that has no title: its file's name without the ending. */
export function fileTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md(?:\.txt)?$/i, '');
}

/** What a file should be called to which an editor has added its own ending: `acme.md` for `acme.md.txt`. */
export function nameMeant(path: string): string | undefined {
  return /([^/]+\.md)\.txt$/i.exec(path)?.[1];
}

/** What a folder says of itself. */
export function isReadme(name: string): boolean {
  return /^readme\.md(?:\.txt)?$/i.test(name);
}

/** The same for a whole path. */
export function isDealPath(path: string): boolean {
  const parts = path.split('/');
  return isDealFile(parts.pop()!) && parts.every(isDealFolder);
}
