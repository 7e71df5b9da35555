import type { CalendarDate } from '../core/calendar';
import { byUse } from '../core/deal/typedValues';
import { firstDay, type Deal } from '../core/deal/deal';
import { plainText } from '../core/escape';
import { compareReports } from '../core/metrics/compare';
import type { Question, ReportFilter } from '../core/metrics/question';
import { makeReport, type Report } from '../core/metrics/report';
import type { LossReason } from '../core/metrics/outcomes';
import { dealsOn } from '../core/metrics/standing';
import type { Pipeline } from '../core/pipeline/pipeline';
import type { AttentionFile, Asked, Choices, FunnelSheet } from '../shared/funnelSheet';

/** More than so many nobody reads; the page says how many there are. */
const ATTENTION_LIMIT = 50;
const NEED_LIMIT = 200;
const CHOICES_LIMIT = 200;
const REASONS_LIMIT = 8;
const VARIANTS_LIMIT = 12;
/** More points than this are a cloud; those that want something are kept. */
const POINTS_LIMIT = 1500;

/** What `makeReport` is asked for a choice of deals: as they stand now, or as they stood on a day in the past. */
export function questionFor(
  { process, files, deals }: Pipeline,
  asked: Asked,
  filter: ReportFilter,
  today: CalendarDate,
): Question {
  const asOf = asked.asOf ?? today;
  return {
    deals: asked.asOf ? dealsOn(deals(), asOf) : deals(),
    ...{ files, process, asOf, filter, against: asked.against, quota: process.quota },
  };
}
