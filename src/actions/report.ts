import type { CalendarDate } from '../core/calendar';
import type { ReportQuestion } from '../core/metrics/question';
import { makeReport, type Report } from '../core/metrics/report';
import { dealsFor } from '../core/metrics/standing';
import type { HistoryGap } from '../core/deal/historyGap';
import type { CompareSources } from './changes/compared';
import { pipelineAt } from './changes/pipelineAt';
import type { PastPoint } from './changes/point';
import type { Clock } from './ports/clock';
import type { OpenPipeline } from './findDeal';
import { joinKnownFromGit } from './knownFromGit';
import type { Git } from './ports/git';

/** What somebody wants to know of a pipeline. */
export interface ReportWish extends Pick<ReportQuestion, 'filter' | 'against' | 'since'> {
  /** The day at whose end the deals are to be shown; as they are, where none is named. */
  readonly asOf?: CalendarDate | undefined;
}

/** A report, and why git may know less than there was. */
export interface PipelineReport extends Report {
  readonly historyGap: HistoryGap | undefined;
  /** Of the files of a commit: see `PipelineThen`. */
  readonly outside: number;
}

/** What figures of the files of a commit take. */
export interface ThenSources extends Pick<CompareSources, 'snapshots' | 'asText'> {
  readonly point: PastPoint;
}

/**
 * The figures of a pipeline, as it is or as it was.
 *
 * @param then for the files as they were at a point, in the place of a day
 * @throws GitFailed where there is such a point
 */
export async function reportOn(
  opened: OpenPipeline,
  { clock, git }: { readonly clock: Pick<Clock, 'today'>; readonly git: Pick<Git, 'factsOf'> },
  { asOf, ...wish }: ReportWish,
  then?: ThenSources,
): Promise<PipelineReport> {
  const { pipeline } = opened;
  const historyGap = await joinKnownFromGit(opened, git);
  const shown = then
    ? await pipelineAt({ pipeline }, { ...then, today: clock.today() }, then.point)
    : { pipeline, day: asOf ?? clock.today(), outside: 0 };
  const { files, process, calls } = shown.pipeline;
  const isPast = !then && asOf !== undefined && asOf < clock.today();
  const deals = dealsFor(shown.pipeline.deals(), isPast ? asOf : undefined);
  const report = makeReport({ ...deals, files, process, calls, asOf: shown.day, ...wish });
  return { ...report, historyGap, outside: shown.outside };
}
