import { CALLS_FILE } from '../../core/calls/callsFileName';
import { asDeal, type Across } from '../../core/changes/across';
import { changesBetween, type ChangesBetween } from '../../core/changes/between';
import { quietKind, type CommitDeeds, type QuietChange } from '../../core/changes/commitDeeds';
import { ownDealPaths } from '../../core/pipeline/ownPaths';
import { fileTitle } from '../../core/pipeline/paths';
import { PROCESS_FILE } from '../../core/process/processFile';
import { addressIn } from '../address';
import type { BlobName, FolderThen, Snapshots } from '../ports/snapshots';
import { BlobReader } from './blobReader';
import { comparePoints } from './compare';
import type { ComparedPipeline, CompareSources } from './compared';
import { filesAtPoints } from './filesAtPoints';

/** What would be committed: what is staged, or all that has changed. */
export type ToCommit = 'staged' | 'now';

interface CommitSources extends CompareSources {
  readonly snapshots: Snapshots;
}

/**
 * What a commit would do to the files of a pipeline; nothing where it would do nothing.
 *
 * @throws GitFailed
 */
export async function commitDeeds(
  pipeline: ComparedPipeline,
  sources: CommitSources,
  to: ToCommit,
): Promise<CommitDeeds | undefined> {
  const { snapshots } = sources;
  const head = await snapshots.head();
  const before: FolderThen = head ? await snapshots.filesAt(head.id) : { files: new Map(), links: new Set() };
  const after = await snapshots.stagedNow();
  const isStaged = to === 'staged';
  const changed = isStaged
    ? differing(before.files, after.files)
    : new Set([...(await snapshots.changedSince('HEAD')), ...(pipeline.unsaved ?? [])]);
  const { deals, events } = await changesTo(pipeline, sources, to, head && { kind: 'commit', commit: head });
  const reader = new BlobReader(snapshots, pipeline.pipeline.process, sources.asText);
  const told = new Set(events.map(({ across }) => across));
  // A file that git ignores is new to it for ever.
  const meant = events.filter(({ kind, across }) => kind !== 'new' || changed.has(across.path));
  const isQuiet = (across: Across) => !told.has(across) && isChanged(across, changed);
  const texts = { before: before.files, after: isStaged ? after.files : undefined };
  const quiet = await Promise.all(
    deals.filter(isQuiet).map(across => quietDeal(across, texts, reader, pipeline, sources)),
  );
  const paths = new Set(deals.flatMap(({ path, before: old }) => [path, asDeal(old)?.path ?? path]));
  const own = ownDealPaths([...after.files.keys(), ...changed], after.links);
  const files = new Set(own.filter(path => changed.has(path) && !paths.has(path)));
  const all = [
    ...quiet,
    ...[...files].map((path): QuietChange => ({ kind: 'file', name: fileTitle(path) })),
    ...(changed.has(PROCESS_FILE) ? [{ kind: 'process', name: PROCESS_FILE } as const] : []),
    ...(changed.has(CALLS_FILE) ? [{ kind: 'calls', name: CALLS_FILE } as const] : []),
  ];
  return meant.length || all.length ? { events: meant, quiet: all } : undefined;
}

async function changesTo(
  pipeline: ComparedPipeline,
  sources: CommitSources,
  kind: ToCommit,
  from: Parameters<typeof comparePoints>[2]['from'] | undefined,
): Promise<Pick<ChangesBetween, 'deals' | 'events'>> {
  const period = 'quarter';
  if (from) return comparePoints(pipeline, sources, { from, to: { kind }, period });
  // Before the first commit all is new.
  const { snapshots, asText, today } = sources;
  const past = { snapshots, reader: new BlobReader(snapshots, pipeline.pipeline.process, asText) };
  const { after } = await filesAtPoints(pipeline, past, { kind }, { kind });
  const points = { before: new Map(), after, renames: new Map() };
  return changesBetween({ points, slipped: { day: today, period } });
}

function differing(
  before: ReadonlyMap<string, BlobName>,
  after: ReadonlyMap<string, BlobName>,
): ReadonlySet<string> {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return new Set([...paths].filter(path => before.get(path) !== after.get(path)));
}

function isChanged({ path, before }: Across, changed: ReadonlySet<string>): boolean {
  return changed.has(path) || (asDeal(before)?.path ?? path) !== path;
}

interface Blobs {
  readonly before: ReadonlyMap<string, BlobName>;
  /** None for what is on disk. */
  readonly after: ReadonlyMap<string, BlobName> | undefined;
}

async function quietDeal(
  { path, before, after }: Across,
  blobs: Blobs,
  reader: BlobReader,
  { folder }: ComparedPipeline,
  { files }: CommitSources,
): Promise<QuietChange> {
  const [old, now] = [asDeal(before), asDeal(after)];
  const name = (now ?? old)!.title;
  const textOf = async (blob: BlobName | undefined, at: string) => {
    if (blob === undefined) return undefined;
    await reader.fetch([blob]);
    return reader.seen({ path: at, blob }).text;
  };
  const textNow = async () => {
    if (blobs.after) return textOf(blobs.after.get(path), path);
    const reading = await files.read(addressIn(folder, path));
    return 'text' in reading ? reading.text : undefined;
  };
  const [oldText, text] = [old && (await textOf(blobs.before.get(old.path), old.path)), await textNow()];
  if (!old || !now || oldText === undefined || text === undefined) return { kind: 'details', name };
  return { kind: quietKind({ deal: old, text: oldText }, { deal: now, text }), name };
}
