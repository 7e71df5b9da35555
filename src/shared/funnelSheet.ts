import { CHOICE_KEYS, type ChoiceKey } from '../core/filter/table';
import type { Comparison } from '../core/metrics/compare';
import type { Report } from '../core/metrics/report';
import type { FileCounts } from '../core/pipeline/pipeline';
import { STAGE_IDS } from '../core/process/stages';
import {
  count,
  day,
  listOf,
  literal,
  mapOf,
  nullable,
  number,
  object,
  text,
  type Infer,
  type Shape,
} from '../core/shapes';
import { isFunnelQuestion } from './funnelQuestion';
import { HISTORY_GAPS } from '../core/deal/historyGap';

export function dealsIn({ open, won, lost }: Pick<FileCounts, 'open' | 'won' | 'lost'>): number {
  return open + won + lost;
}

const stageWords = object({
  stage: literal(...STAGE_IDS),
  /** The team's name for it. */
  label: text,
  purpose: text,
  /** Days. */
  stalledAfter: number,
});
export type StageWords = Infer<typeof stageWords>;

const allStages: Shape<readonly StageWords[]> = (value): value is readonly StageWords[] =>
  listOf(stageWords)(value) &&
  value.length === STAGE_IDS.length &&
  value.every(({ stage }, k) => stage === STAGE_IDS[k]);

/** How many open deals of a stage are so; a deal may be all three. */
/** How many deals, and what those with a value are worth, by currency. */
const dealSum = object({ count, value: mapOf(number) });

const stageCondition = object({
  stalled: count,
  unusual: count,
  idle: count,
  /** Nobody knows since when they are there. */
  undated: count,
});
export type StageCondition = Infer<typeof stageCondition>;

/** What there is to filter by, the most used first. */
const filterChoices = object({
  ...(Object.fromEntries(CHOICE_KEYS.map(key => [key, listOf(text)])) as Readonly<
    Record<ChoiceKey, Shape<readonly string[]>>
  >),
  /** The first day that is known of any deal. */
  firstDay: nullable(day),
});
export type FilterChoices = Infer<typeof filterChoices>;

const attentionFile = object({ path: text, reason: text, line: count });
export type AttentionFile = Infer<typeof attentionFile>;

/** A report is as large as the pipeline and comes from ourselves: only that it is one is looked at. */
const report = object({
  asOf: day,
  stages: listOf(object({ reached: count })),
  files: object({ total: count }),
}) as unknown as Shape<Report>;
const comparison = object({
  rates: listOf(object({})),
  times: listOf(object({})),
}) as unknown as Shape<Comparison>;

/** All that the funnel page shows of one pipeline: the report, and what words it needs to speak of it. Texts are on one line. */
export const isFunnelSheet = object({
  asked: isFunnelQuestion,
  report,
  /** The report on the other choice of deals, where one was made. */
  beside: nullable(object({ report, comparison })),
  /** The seven stages, in order. */
  stages: allStages,
  /** The texts of exit criteria, by their ids. */
  criteria: mapOf(text),
  choices: filterChoices,
  /** Deals that had not begun on the day that is asked for: they are in no figure. */
  notYet: count,
  /** Won and lost deals of the whole pipeline, whatever the question leaves of them. */
  closed: count,
  /** How many deals want something; the report has some of them. */
  inNeed: count,
  /** The deals that there is something to be done about today, by the rule that lists them; the report has some of them. */
  toDo: mapOf(dealSum),
  /** Those with nothing to do now and something within a week; the report has some of them. */
  toCome: dealSum,
  /** How the open deals of each stage stand; the report has some of them only. The seven stages, in order. */
  standing: listOf(stageCondition),
  /** Files that need attention or are in conflict. */
  toFix: count,
  /** Some of them. */
  attention: listOf(attentionFile),
  /** Below this many cases a rate is shown as "too few". */
  minSample: count,
  /** The last day that the page knows of. */
  today: day,
  /** Only while the pipeline is shown as it was: the point in words, why git knows nothing of it, and what day it is now. */
  past: nullable(object({ day, words: text, why: nullable(text), now: day })),
  /** Of the whole pipeline: they decide how amounts are written and ordered. */
  currencies: object({ own: nullable(text), rates: mapOf(number), used: listOf(text) }),
  /** Why git may know less than there was. */
  historyGap: nullable(literal(...HISTORY_GAPS)),
});
export type FunnelSheet = Infer<typeof isFunnelSheet>;
