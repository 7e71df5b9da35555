import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import type { Uri } from 'vscode';

/** Whether one of two folders lies within the other: a repository may be above a pipeline, or a part of it. */
export function overlap(a: Uri, b: Uri): boolean {
  const [one, other] = [realPath(a), realPath(b)];
  return lieWithin(one, other) || lieWithin(other, one);
}

function lieWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Git tells where a folder really is; the editor tells the way on which it was opened. */
function realPath({ fsPath }: Uri): string {
  try {
    return realpathSync.native(fsPath);
  } catch {
    return fsPath;
  }
}
