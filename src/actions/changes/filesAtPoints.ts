import type { FilesThen } from '../../core/changes/across';
import { stoodOn } from '../../core/changes/stoodOn';
import type { Entry } from '../../core/deal/entry';
import { ownDealPaths } from '../../core/pipeline/ownPaths';
import type { BlobName, FolderThen, Snapshots } from '../ports/snapshots';
import type { BlobReader } from './blobReader';
import type { ComparedPipeline } from './compared';
import { isUnknownToGit, takenBack } from './histories';
import type { PastPoint } from './point';

/** What git is asked by, where it knows the folder. */
export interface Past {
  readonly snapshots: Snapshots;
  readonly reader: BlobReader;
}

export interface FilesAtPoints {
  readonly before: FilesThen;
  readonly after: FilesThen;
  /** Where the text of a file at each point is to be had; on disk, where the point has none. */
  readonly blobs: {
    readonly before: ReadonlyMap<string, BlobName> | undefined;
    readonly after: ReadonlyMap<string, BlobName> | undefined;
  };
}

/** @throws GitFailed */
export async function filesAtPoints(
  pipeline: ComparedPipeline,
  past: Past | undefined,
  from: PastPoint,
  to: PastPoint,
): Promise<FilesAtPoints> {
  const now = new Map([...pipeline.pipeline.all()].map(entry => [entry.path, entry]));
  const [before, after] = await Promise.all([blobsAt(from, past), blobsAt(to, past)]);
  const same = await unchanged(pipeline, past, from, to);
  const read = async (blobs: ReadonlyMap<string, BlobName> | undefined): Promise<FilesThen | undefined> => {
    if (!blobs || !past) return undefined;
    const others = [...blobs].filter(([path]) => !same.has(path));
    await past.reader.fetch(others.map(([, blob]) => blob));
    const known = (path: string) => (same.has(path) ? now.get(path) : undefined);
    return new Map(
      [...blobs].map(([path, blob]): [string, Entry] => [
        path,
        known(path) ?? past.reader.entry({ path, blob }),
      ]),
    );
  };
  // One after the other: what both have is fetched once.
  const [old, later] = [await read(before), await read(after)];
  const at = (point: PastPoint, files: FilesThen | undefined, other: FilesThen | undefined) =>
    isUnknownToGit(point) ? takenBack(other ?? now, point.day, stoodOn) : (files ?? now);
  return {
    before: at(from, old, later),
    after: at(to, later, old),
    blobs: { before, after },
  };
}

async function blobsAt(
  point: PastPoint,
  past: Past | undefined,
): Promise<ReadonlyMap<string, BlobName> | undefined> {
  const then = past && (await folderAt(point, past.snapshots));
  return (
    then && new Map(ownDealPaths(then.files.keys(), then.links).map(path => [path, then.files.get(path)!]))
  );
}

async function folderAt(point: PastPoint, snapshots: Snapshots): Promise<FolderThen | undefined> {
  if (point.kind === 'staged') return snapshots.stagedNow();
  const commit = commitOf(point);
  return commit === undefined ? undefined : snapshots.filesAt(commit);
}

export function commitOf(point: PastPoint): string | undefined {
  return point.kind === 'commit' || point.kind === 'day' ? point.commit?.id : undefined;
}

/** The files that are the same now as at the other point, which need not be read again. */
async function unchanged(
  { pipeline, unsaved }: ComparedPipeline,
  past: Past | undefined,
  from: PastPoint,
  to: PastPoint,
): Promise<ReadonlySet<string>> {
  const isNow = ({ kind }: PastPoint) => kind === 'now';
  const commit = isNow(to) ? commitOf(from) : isNow(from) ? commitOf(to) : undefined;
  if (!past || commit === undefined) return new Set();
  const changed = await past.snapshots.changedSince(commit);
  return new Set([...pipeline.paths].filter(path => !changed.has(path) && !unsaved?.has(path)));
}
