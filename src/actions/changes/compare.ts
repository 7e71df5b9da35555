import type { Across } from '../../core/changes/across';
import { changesBetween, type ChangesBetween } from '../../core/changes/between';
import type { SlipPeriod } from '../../core/changes/slips';
import type { Deal } from '../../core/deal/deal';
import { dealOf } from '../../core/deal/entry';
import { BlobReader } from './blobReader';
import type { ComparedPipeline, CompareSources } from './compared';
import { filesAtPoints } from './filesAtPoints';
import { whyByHistories, type ToldByHistories } from './histories';
import { dayOfPoint, type PastPoint } from './point';
import { throughGit } from './throughGit';
import { versionsOf, type VersionsOfDeal } from './versions';
import { witnessed } from './witnessed';

export interface CompareWish {
  readonly from: PastPoint;
  readonly to: PastPoint;
  readonly period: SlipPeriod;
  /** Which deals are meant, as they are at the second point, or were last seen; all by default. */
  readonly isMeant?: (deal: Deal) => boolean;
}

/** What became of a pipeline between two points. Each is read by the process as it is now. */
export interface ComparedPoints extends ChangesBetween {
  readonly from: PastPoint;
  readonly to: PastPoint;
  /** What stands before the deals' paths, from the top of the repository: empty, or with a slash at its end. */
  readonly prefix: string;
  /** Only where a point is told by the deals' own lines, which know nothing of values, owners and next steps. */
  readonly byHistories?: ToldByHistories;
  /** Contents of versions in between are not in this clone: who did what when is told by the deals' own lines alone. */
  readonly isPartial: boolean;
  /** How many deals there are now that git does not know, which ignores their files or has them in a repository of their own: they are left out. */
  readonly outside: number;
  /** Where git has the texts of a deal. */
  readonly versionsOf: (across: Across) => VersionsOfDeal;
}

/** @throws GitFailed */
export async function comparePoints(
  pipeline: ComparedPipeline,
  sources: CompareSources,
  { from, to, period, isMeant }: CompareWish,
): Promise<ComparedPoints> {
  const { snapshots, today, asText } = sources;
  const reader = snapshots && new BlobReader(snapshots, pipeline.pipeline.process, asText);
  const past = reader && { snapshots, reader };
  const byHistories = await whyByHistories([from, to], snapshots);
  const files = await filesAtPoints(pipeline, past, from, to);
  const through =
    past && !byHistories ? await throughGit(pipeline, sources, past, files, from, to) : undefined;
  const { before, after, outside } = files;
  const changes = changesBetween({
    points: { before, after, renames: new Map(), ...through },
    slipped: { day: dayOfPoint(from, today), period },
    ...(isMeant && { isMeant }),
  });
  return {
    ...{ from, to, ...changes },
    events: witnessed(changes.events, through?.trails, reader),
    prefix: snapshots?.prefix ?? '',
    isPartial: through?.isPartial ?? false,
    outside: [...outside].filter(path => dealOf(pipeline.pipeline.get(path))).length,
    versionsOf: across => versionsOf(across, files.blobs.before, through?.trails),
    ...(byHistories && { byHistories }),
  };
}
