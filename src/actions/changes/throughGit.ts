import type { TwoPoints } from '../../core/changes/across';
import { identityIn, type FileSeen } from '../../core/changes/fileSeen';
import { renamesAmong } from '../../core/changes/renamedFiles';
import { isOpen, type Deal } from '../../core/deal/deal';
import { dealOf } from '../../core/deal/entry';
import { isSameDeal } from '../../core/deal/past/sameDeal';
import { isDealPath } from '../../core/pipeline/paths';
import { addressIn } from '../address';
import { GitFailed } from '../ports/git';
import type { BlobName, CommitMade } from '../ports/snapshots';
import type { ComparedPipeline, CompareSources } from './compared';
import { commitOf, type FilesAtPoints, type Past } from './filesAtPoints';
import type { PastPoint } from './point';
import { renamesOnTrails, unpaired } from './renames';
import { trailsThrough, type FileVersion, type Trails, type TrailStep } from './trails';

/** What lies between two points, as far as git tells. */
export interface Between extends Omit<TwoPoints, 'before' | 'after'> {
  readonly trails: Trails;
  readonly isPartial: boolean;
}

/**
 * Follows deals from one point to the other: by the commits in between, then by what stands in files that went and came.
 *
 * @throws GitFailed
 */
export async function throughGit(
  pipeline: ComparedPipeline,
  sources: CompareSources,
  past: Past,
  files: FilesAtPoints,
  from: PastPoint,
  to: PastPoint,
): Promise<Between> {
  const { trails, isPartial } = await trailsBetween(past, from, to, files.head);
  const paths = { before: new Set(files.before.keys()), after: new Set(files.after.keys()) };
  const renames = renamesOnTrails(trails, paths);
  const { gone, come } = unpaired(paths, renames);
  if (gone.length && come.length) {
    const seen = (of: 'before' | 'after', all: readonly string[], blobs = files.blobs[of]) =>
      filesSeen(all, files[of], blobs, pipeline, sources, past);
    const last = files.blobs.before && lastBlobs(files.blobs.before, gone, trails);
    const found = renamesAmong(await seen('before', gone, last), await seen('after', come));
    for (const [now, old] of found) renames.set(now, old);
  }
  return { trails, isPartial, renames, ...ends(trails, files.after, past) };
}

/** Versions in between may be on a server alone: the points themselves can be told all the same. */
async function trailsBetween(
  { snapshots, reader }: Past,
  from: PastPoint,
  to: PastPoint,
  head: FilesAtPoints['head'],
): Promise<Pick<Between, 'trails' | 'isPartial'>> {
  const first = commitOf(from);
  const last =
    to.kind === 'now' || to.kind === 'staged' ? (head ?? (await snapshots.head()))?.id : commitOf(to);
  const isSame = (old: FileVersion, now: FileVersion) =>
    isSameDeal(identityIn(reader.seen(old)), identityIn(reader.seen(now)));
  if (first === undefined || last === undefined || first === last)
    return { trails: trailsThrough([], isSame), isPartial: false };
  try {
    const commits = (await snapshots.commitsBetween(first, last)).map(ofDeals);
    const versions = commits.flatMap(({ files }) =>
      files.flatMap(({ from: old, to: now, others = [] }) => [old, now, ...others]),
    );
    await reader.fetch(versions.flatMap(version => version?.blob ?? []));
    return { trails: trailsThrough(commits, isSame), isPartial: false };
  } catch (cause) {
    if (!(cause instanceof GitFailed) || cause.failure.kind !== 'notDownloaded') throw cause;
    return { trails: trailsThrough([], isSame), isPartial: true };
  }
}

function ofDeals(commit: CommitMade): CommitMade {
  const deal = <V extends { path: string }>(version: V | undefined) =>
    version && isDealPath(version.path) ? version : undefined;
  const files = commit.files
    .map(file => ({ ...file, from: deal(file.from), to: deal(file.to) }))
    .filter(({ from, to }) => from ?? to);
  return { ...commit, files };
}

/** What stood in files that went before they did: what is like them now was made of that, whatever they said at first. */
function lastBlobs(
  before: ReadonlyMap<string, BlobName>,
  gone: readonly string[],
  { from }: Trails,
): ReadonlyMap<string, BlobName> {
  const last = new Map(before);
  for (const path of gone) {
    const step = from.get(path)?.steps.at(-1);
    const version = step?.to ?? step?.from;
    if (version) last.set(path, version.blob);
  }
  return last;
}

/** How deals were when they were new, when they were closed, and when they were last seen. */
function ends(
  { at, from }: Trails,
  after: FilesAtPoints['after'],
  { reader }: Past,
): Pick<TwoPoints, 'begun' | 'lastSeen' | 'closed'> {
  const begun = new Map<string, Deal>();
  const lastSeen = new Map<string, Deal>();
  const closed = new Map<string, Deal>();
  for (const [path, { start, steps }] of at) {
    const first = start === undefined ? steps.find(({ to }) => reader.deal(to)) : undefined;
    const deal = reader.deal(first?.to);
    if (deal) begun.set(path, deal);
    const now = dealOf(after.get(path));
    const asClosed = now && !isOpen(now) ? closedIn(steps, reader) : undefined;
    if (asClosed) closed.set(path, asClosed);
  }
  for (const [path, { steps }] of from) {
    const last = steps.at(-1);
    const deal = reader.deal(last?.to ?? last?.from);
    if (deal) lastSeen.set(path, deal);
  }
  return { begun, lastSeen, closed };
}

/** A deal as the step made it that has closed it for good; nothing where none has. */
function closedIn(steps: readonly TrailStep[], reader: Past['reader']): Deal | undefined {
  const isClosed = (version: FileVersion | undefined) => {
    const deal = reader.deal(version);
    return deal !== undefined && !isOpen(deal);
  };
  const begun = steps.findLastIndex(({ from }) => !isClosed(from));
  const later = steps.slice(Math.max(begun, 0));
  return begun >= 0 && later.every(({ to }) => isClosed(to)) ? reader.deal(later[0]!.to) : undefined;
}

/** Files with their texts; without those that can no longer be read. */
async function filesSeen(
  paths: readonly string[],
  files: FilesAtPoints['before'],
  blobs: ReadonlyMap<string, BlobName> | undefined,
  { folder }: ComparedPipeline,
  { files: disk }: CompareSources,
  { reader }: Past,
): Promise<ReadonlyMap<string, FileSeen>> {
  const seen = new Map<string, FileSeen>();
  for (const path of paths) {
    const blob = blobs?.get(path);
    if (blob !== undefined) {
      seen.set(path, reader.seen({ path, blob }));
      continue;
    }
    const reading = await disk.read(addressIn(folder, path));
    if ('text' in reading) seen.set(path, { entry: files.get(path)!, text: reading.text });
  }
  return seen;
}
