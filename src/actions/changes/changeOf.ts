import type { Snapshots } from '../ports/snapshots';
import { trailsThrough, type FileVersion } from './trails';

/** A file before and after a commit; nothing where it was not there. */
export interface FileChangeSeen {
  readonly from: FileVersion | undefined;
  readonly to: FileVersion | undefined;
}

/**
 * What a commit did to a file that has a path now, whatever it was called then.
 *
 * @throws GitFailed
 */
export async function changeOf(snapshots: Snapshots, commit: string, path: string): Promise<FileChangeSeen> {
  const later = await snapshots.commitsBetween(commit, 'HEAD');
  const then = trailsThrough(later, () => true).at.get(path)?.start ?? path;
  const to = await versionAt(snapshots, commit, then);
  const parent = await snapshots.commitCalled(`${commit}^`);
  if (!parent) return { from: undefined, to };
  const own = (await snapshots.commitsBetween(parent.id, commit)).find(({ id }) => id === commit);
  const renamed = own?.files.find(file => file.to?.path === then)?.from;
  return { from: renamed ?? (await versionAt(snapshots, parent.id, then)), to };
}

async function versionAt(
  snapshots: Snapshots,
  commit: string,
  path: string,
): Promise<FileVersion | undefined> {
  const blob = (await snapshots.filesAt(commit)).files.get(path);
  return blob === undefined ? undefined : { path, blob };
}
