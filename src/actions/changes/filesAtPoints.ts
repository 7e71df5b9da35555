import type { FilesThen } from '../../core/changes/across';
import { stoodOn } from '../../core/changes/stoodOn';
import type { Entry } from '../../core/deal/entry';
import { ownDealPaths } from '../../core/pipeline/ownPaths';
import type { BlobName, CommitFound, FolderThen, Snapshots } from '../ports/snapshots';
import type { BlobReader } from './blobReader';
import type { ComparedPipeline } from './compared';
import { isUnknownToGit, takenBack } from './histories';
import { outsideOf } from './outside';
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
  /** Files there now that this repository knows nothing of: they are at neither point. */
  readonly outside: ReadonlySet<string>;
  /** The commit that is checked out, where it was asked for. */
  readonly head: CommitFound | undefined;
}

/** @throws GitFailed */
export async function filesAtPoints(
  pipeline: ComparedPipeline,
  past: Past | undefined,
  from: PastPoint,
  to: PastPoint,
): Promise<FilesAtPoints> {
  const [first, last] = await Promise.all([folderAt(from, past), folderAt(to, past)]);
  const [before, after] = [first && ownBlobs(first), last && ownBlobs(last)];
  const disk = await onDisk(past, from, to, first ?? last);
  const outside = disk ? outsideOf(pipeline.pipeline, disk.changed, (first ?? last)!) : new Set<string>();
  const all = [...pipeline.pipeline.all()].filter(({ path }) => !outside.has(path));
  const now = new Map(all.map(entry => [entry.path, entry]));
  const same = disk ? unchanged(pipeline, disk.changed) : new Set<string>();
  if (disk) {
    const { uncommitted, inHead } = disk;
    const isAsInHead = (path: string) => !uncommitted.has(path) && !pipeline.unsaved?.has(path);
    past?.reader.knowNow(({ path, blob }) =>
      inHead.get(path) === blob && isAsInHead(path) ? now.get(path) : undefined,
    );
  }
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
    outside,
    head: disk?.head,
  };
}

/** The files that may be deals. */
function ownBlobs({ files, links }: FolderThen): ReadonlyMap<string, BlobName> {
  return new Map(ownDealPaths(files.keys(), links).map(path => [path, files.get(path)!]));
}

/** Nothing where the point is no state that git has. */
async function folderAt(point: PastPoint, past: Past | undefined): Promise<FolderThen | undefined> {
  if (!past) return undefined;
  if (point.kind === 'staged') return past.snapshots.stagedNow();
  const commit = commitOf(point);
  return commit === undefined ? undefined : past.snapshots.filesAt(commit);
}

export function commitOf(point: PastPoint): string | undefined {
  return point.kind === 'commit' || point.kind === 'day' ? point.commit?.id : undefined;
}

/** The files as they are, beside the commit that is checked out and another one. */
interface OnDisk {
  readonly head: CommitFound | undefined;
  readonly inHead: FolderThen['files'];
  /** Others than in the commit that is checked out, or new to git. */
  readonly uncommitted: ReadonlySet<string>;
  /** The same for the other one. */
  readonly changed: ReadonlySet<string>;
}

/**
 * What is another now than at the other point; nothing where that is not compared with now, or git does not know it. By way of
 * the commit that is checked out: a file that is as it is there was read, and is not read again from any commit.
 */
async function onDisk(
  past: Past | undefined,
  from: PastPoint,
  to: PastPoint,
  then: FolderThen | undefined,
): Promise<OnDisk | undefined> {
  const isNow = ({ kind }: PastPoint) => kind === 'now';
  const commit = isNow(to) ? commitOf(from) : isNow(from) ? commitOf(to) : undefined;
  if (!past || commit === undefined || !then) return undefined;
  const { snapshots } = past;
  const head = await snapshots.head();
  const inHead = head?.id === commit ? then : head && (await snapshots.filesAt(head.id));
  const uncommitted = await snapshots.changedSince('HEAD');
  const [old, now] = [then.files, inHead?.files ?? new Map<string, BlobName>()];
  const others = [...old.keys(), ...now.keys()].filter(path => old.get(path) !== now.get(path));
  return { head, inHead: now, uncommitted, changed: new Set([...uncommitted, ...others]) };
}

/** The files that are the same now as at the other point, which need not be read again. */
function unchanged(
  { pipeline, unsaved }: ComparedPipeline,
  changed: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set([...pipeline.paths].filter(path => !changed.has(path) && !unsaved?.has(path)));
}
