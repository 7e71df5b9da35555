import { addDays, type CalendarDate } from '../core/calendar';
import { dealFilter } from '../core/filter/dealFilter';
import type { DealFilter } from '../core/filter/table';
import type { Problem } from '../core/problem';
import { dueSoon, type DueThing } from '../core/review/due';
import { loggedSince, type LoggedInDeal } from '../core/review/logged';
import { REVIEW_TEMPLATE } from '../core/review/template';
import { addressIn } from './address';
import { comparePoints, type ComparedPoints } from './changes/compare';
import type { ComparedPipeline, CompareSources } from './changes/compared';
import { dayPoint } from './changes/point';
import type { Files } from './ports/files';
import type { Git } from './ports/git';
import { reportOn, type PipelineReport } from './report';

/** Which week, and of which deals. */
export interface ReviewWish {
  /** The first day that counts. */
  readonly since: CalendarDate;
  readonly filter: DealFilter;
}

export interface ReviewPorts extends Omit<CompareSources, 'files'> {
  readonly files: Pick<Files, 'read' | 'exists'>;
  readonly git: Pick<Git, 'factsOf'>;
}

/** All that a weekly review tells of a pipeline. */
export interface Review {
  readonly since: CalendarDate;
  readonly changes: ComparedPoints;
  readonly report: PipelineReport;
  readonly due: readonly DueThing[];
  readonly logged: readonly LoggedInDeal[];
  /** The team's own, if it has one; or why it can't be read. */
  readonly template: { readonly text: string | undefined } | { readonly problem: Problem };
}

/** @throws GitFailed */
export async function reviewOn(
  opened: ComparedPipeline,
  ports: ReviewPorts,
  { since, filter }: ReviewWish,
): Promise<Review> {
  const { pipeline, folder } = opened;
  const { today, files } = ports;
  const clock = { today: () => today };
  const report = await reportOn(opened, { clock, git: ports.git }, { filter, since });
  const isMeant = dealFilter(filter, { process: pipeline.process, asOf: today });
  const from = { ...(await dayPoint(addDays(since, -1), ports)), start: since };
  const changes = await comparePoints(opened, ports, {
    ...{ from, to: { kind: 'now' }, period: 'quarter', isMeant },
  });
  const deals = [...pipeline.deals()].filter(isMeant);
  const file = addressIn(folder, REVIEW_TEMPLATE);
  const template = (await files.exists(file)) ? await files.read(file) : { text: undefined };
  return {
    ...{ since, changes, report, template },
    due: dueSoon(deals, today),
    logged: loggedSince(deals, since, today),
  };
}
