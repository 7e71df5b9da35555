/** Which files of a pipeline's folder may be deals. Paths are relative to the folder, with `/` between their parts. */

/** Whether a folder, by its own name, is looked into; what a package manager puts there holds no deals. */
export function isDealFolder(name: string): boolean {
  return !/^[._]/.test(name) && name !== 'node_modules';
}

/** What Markdown is called elsewhere, and what an editor adds that does not know it: only `.md` alone is read. */
const ENDING = /\.(?:md|markdown|mdown|markdn|mkdn?|mdwn|mkdown|mdtxt|mdtext)(?:\.te?xt)?$/i;
const READ = /\.md$/i;

/** Whether a file, by its own name, can be a deal, or was meant to be one. */
export function isDealFile(name: string): boolean {
  return ENDING.test(name) && !/^[._]/.test(name) && !isReadme(name);
}

/** What a deal is called that has no title: its file's name without the ending. */
export function fileTitle(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(ENDING, '');
}

/**
 * What a file should be called that is Markdown by another name, with the ending that it should not have: `acme.md` for
 * `acme.md.txt` and `acme.markdown`.
 */
export function nameMeant(path: string): { readonly to: string; readonly ending: string } | undefined {
  const ending = READ.test(path) ? undefined : ENDING.exec(path)?.[0];
  if (ending === undefined) return undefined;
  const last = ending.slice(ending.lastIndexOf('.'));
  return {
    to: READ.test(path.slice(0, -last.length))
      ? nameIn(path).slice(0, -last.length)
      : `${fileTitle(path)}.md`,
    ending: last,
  };
}

/** What a folder says of itself. */
export function isReadme(name: string): boolean {
  return ENDING.test(name) && /^readme$/i.test(name.replace(ENDING, ''));
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The same for a whole path. */
export function isDealPath(path: string): boolean {
  const parts = path.split('/');
  return isDealFile(parts.pop()!) && parts.every(isDealFolder);
}
