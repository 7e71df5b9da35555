import type { CalendarDate } from '../core/calendar';
import type { ReportQuestion } from '../core/metrics/question';
import { makeReport, type Report } from '../core/metrics/report';
import { dealsFor } from '../core/metrics/standing';
import type { HistoryGap } from '../core/deal/historyGap';
import { joinGit } from '../core/pipeline/joinGit';
import type { Clock } from './ports/clock';
import type { OpenPipeline } from './findDeal';
import type { Git } from './ports/git';

/** What somebody wants to know of a pipeline. */
export interface ReportWish extends Pick<ReportQuestion, 'filter' | 'against' | 'since'> {
  /** The day at whose end the deals are to be shown; as they are, where none is named. */
  readonly asOf?: CalendarDate | undefined;
}

/** A report, and why git may know less than there was. */
export interface PipelineReport extends Report {
  readonly historyGap: HistoryGap | undefined;
}

/** The figures of a pipeline, as it is or as it was. */
export async function reportOn(
  { folder, pipeline }: OpenPipeline,
  { clock, git }: { readonly clock: Clock; readonly git: Pick<Git, 'factsOf'> },
  { asOf, ...wish }: ReportWish,
): Promise<PipelineReport> {
  const { files, process } = pipeline;
  const found = await git.factsOf(folder, process);
  if (found?.known) joinGit(pipeline, found.known);
  const report = makeReport({
    ...dealsFor(pipeline.deals(), asOf),
    files,
    process,
    calls: pipeline.calls,
    asOf: asOf ?? clock.today(),
    ...wish,
  });
  return { ...report, historyGap: found?.gap };
}
