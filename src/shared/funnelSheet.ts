import type { CalendarDate } from '../core/calendar';
import type { Comparison } from '../core/metrics/compare';
import type { Report } from '../core/metrics/report';
import type { FileCounts } from '../core/pipeline/pipeline';
import type { StageId } from '../core/process/stages';
import type { FunnelQuestion } from './funnelQuestion';

export function dealsIn({ open, won, lost }: Pick<FileCounts, 'open' | 'won' | 'lost'>): number {
  return open + won + lost;
}

/** All that the funnel page shows of one pipeline: the report, and what words it needs to speak of it. Texts are on one line. */
export interface FunnelSheet {
  readonly asked: FunnelQuestion;
  readonly report: Report;
  readonly beside: { readonly report: Report; readonly comparison: Comparison } | null;
  /** The seven stages, in order. */
  readonly stages: readonly StageWords[];
  /** The texts of exit criteria, by their ids. */
  readonly criteria: Readonly<Record<string, string>>;
  /** What there is to filter by, the most used first. */
  readonly choices: Choices;
  /** Deals that had not begun on the day that is asked for: they are in no figure. */
  readonly notYet: number;
  /** How many deals want something; the report has some of them. */
  readonly inNeed: number;
  /** How the open deals of each stage stand; the report has some of them only. The seven stages, in order. */
  readonly standing: readonly StageCondition[];
  /** Some of the files that need attention; `report.files.needsAttention` counts them all. */
  readonly attention: readonly AttentionFile[];
  /** Below this many cases a rate is shown as "too few". */
  readonly minSample: number;
  readonly today: CalendarDate;
}

export interface StageWords {
  readonly stage: StageId;
  /** The team's name for it. */
  readonly label: string;
  readonly purpose: string;
  /** Days. */
  readonly stalledAfter: number;
}

/** How many open deals of a stage are so; a deal may be all three. */
export interface StageCondition {
  readonly stalled: number;
  readonly unusual: number;
  readonly idle: number;
  /** Nobody knows since when they are there. */
  readonly undated: number;
}

export interface Choices {
  readonly owner: readonly string[];
  readonly tag: readonly string[];
  readonly source: readonly string[];
  readonly currency: readonly string[];
  /** The first day that is known of any deal. */
  readonly firstDay: CalendarDate | null;
}

export interface AttentionFile {
  readonly path: string;
  readonly reason: string;
  readonly line: number;
}
