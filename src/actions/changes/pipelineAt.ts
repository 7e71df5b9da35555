import { CALLS_FILE } from '../../core/calls/callsFileName';
import { callsFromFile } from '../../core/calls/readCalls';
import type { CalendarDate } from '../../core/calendar';
import { dealOf, isNote } from '../../core/deal/entry';
import { withGit } from '../../core/deal/withGit';
import { Pipeline } from '../../core/pipeline/pipeline';
import { ownDealPaths } from '../../core/pipeline/ownPaths';
import type { BlobName, Snapshots } from '../ports/snapshots';
import { BlobReader } from './blobReader';
import type { ComparedPipeline, CompareSources } from './compared';
import { commitOf } from './filesAtPoints';
import { takenBack, whyByHistories, type ToldByHistories } from './histories';
import type { PastPoint } from './point';
import { factsUntil } from './factsUntil';
import { outsideOf } from './outside';

/** A pipeline as it was at a point. */
export interface PipelineThen {
  readonly pipeline: Pipeline;
  /** The day that it is to be read by as that of today: nothing is later. */
  readonly day: CalendarDate;
  /** Where git has the text of each file; nothing of those that stand as they do now. */
  readonly blobs: ReadonlyMap<string, BlobName>;
  /** Only where git knows nothing of that day: deals stand as their own lines tell, and their files are those of now. */
  readonly byHistories?: ToldByHistories;
  /** How many deals of now may have been there without git's knowing: it ignores their files, or has them in a repository of their own. */
  readonly outside: number;
}

type PipelineNow = Pick<ComparedPipeline, 'pipeline'>;
type Sources = Pick<CompareSources, 'snapshots' | 'asText' | 'today'>;

/**
 * A pipeline as its files were at a point, read by the process as it is now. Of a day of which git has no deal of the pipeline,
 * all is told by the deals' own lines, as figures of a past day are.
 *
 * @throws GitFailed
 */
export async function pipelineAt(
  { pipeline }: PipelineNow,
  sources: Sources,
  point: PastPoint,
): Promise<PipelineThen> {
  const { snapshots, today } = sources;
  const then = snapshots && (await filesAt(pipeline, snapshots, sources, point));
  if (then && (point.kind !== 'day' || [...then.pipeline.all()].some(entry => !isNote(entry))))
    return { ...then, day: dayToReadBy(point, today) };
  if (point.kind !== 'day') return { pipeline, day: today, blobs: new Map(), outside: 0 };
  const { day } = point;
  const now = new Map([...pipeline.all()].map(entry => [entry.path, entry]));
  const past = new Pipeline(pipeline.process, takenBack(now, day).values());
  past.calls = pipeline.calls;
  const byHistories = (await whyByHistories([{ ...point, commit: undefined }], snapshots))!;
  return { pipeline: past, day, blobs: new Map(), byHistories, outside: 0 };
}

/** The last day that a point knows of. */
function dayToReadBy(point: PastPoint, today: CalendarDate): CalendarDate {
  if (point.kind === 'day') return point.day;
  return point.kind === 'commit' && point.commit.on < today ? point.commit.on : today;
}

/** Nothing where the point is no state that git has. */
async function filesAt(
  now: Pipeline,
  snapshots: Snapshots,
  { asText }: Sources,
  point: PastPoint,
): Promise<Omit<PipelineThen, 'day'> | undefined> {
  const commit = commitOf(point);
  if (commit === undefined && point.kind !== 'staged') return undefined;
  const then = commit === undefined ? await snapshots.stagedNow() : await snapshots.filesAt(commit);
  const blobs = new Map(
    ownDealPaths(then.files.keys(), then.links).map(path => [path, then.files.get(path)!]),
  );
  const calls = then.files.get(CALLS_FILE);
  const { process } = now;
  const reader = new BlobReader(snapshots, process, asText);
  await reader.fetch([...blobs.values(), ...(calls === undefined ? [] : [calls])]);
  const factsOf = await factsUntil(commit, snapshots, path => dealOf(now.get(path))?.inGit);
  const pipeline = new Pipeline(process);
  for (const [path, blob] of blobs) pipeline.set(withGit(reader.entry({ path, blob }), factsOf(path)));
  if (calls !== undefined)
    pipeline.calls = callsFromFile(reader.file({ path: CALLS_FILE, blob: calls }), process).calls;
  const outside = commit === undefined ? [] : outsideOf(now, await snapshots.changedSince(commit), then);
  return { pipeline, blobs, outside: [...outside].filter(path => dealOf(now.get(path))).length };
}
