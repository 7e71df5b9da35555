import type { CalendarDate } from '../core/calendar';
import { ownName } from '../core/frontMatter/keyNames';
import type { ReportQuestion } from '../core/metrics/question';
import { makeReport, type Report } from '../core/metrics/report';
import { dealsOn } from '../core/metrics/standing';
import { joinGit } from '../core/pipeline/joinGit';
import type { Clock } from './ports/clock';
import type { OpenPipeline } from './findDeal';
import type { Git } from './ports/git';

/** What somebody wants to know of a pipeline. */
export interface ReportWish extends Pick<ReportQuestion, 'filter' | 'against'> {
  /** The day at whose end the deals are to be shown; as they are, where none is named. */
  readonly asOf?: CalendarDate | undefined;
}

/** The figures of a pipeline, as it is or as it was. */
export async function reportOn(
  { folder, pipeline }: OpenPipeline,
  { clock, git }: { readonly clock: Clock; readonly git: Git },
  { asOf, ...wish }: ReportWish,
): Promise<Report> {
  const { files, process } = pipeline;
  const known = await git.factsOf(folder, ownName(process.fields, 'close_date'));
  if (known) joinGit(pipeline, known);
  return makeReport({
    deals: asOf ? dealsOn(pipeline.deals(), asOf) : pipeline.deals(),
    files,
    process,
    asOf: asOf ?? clock.today(),
    ...wish,
  });
}
