import { STATUSES } from '../process/outcome';
import { STAGE_IDS } from '../process/stages';
import { flag, listOf, literal, nameIn, nullable, optional, text, variants, type Infer } from '../shapes';
import { DEVIATIONS } from './deviations';
import { CATEGORIES } from './category';
import type { NeedKind } from './inNeed';
import { MOVES } from './journey';

const stage = literal(...STAGE_IDS);
const status = optional(literal(...STATUSES));
const currency = optional(text);

/** `won`: from whatever stage, of those whose path is known; `conversion`: its n; `open`: in the stage now; `lostIn`: in the stage when they were lost. */
const stageFigure = literal(
  'reached',
  'pending',
  'lost',
  'touched',
  'strict',
  'conversion',
  'open',
  'lostIn',
  'won',
);
export type StageFigure = Infer<typeof stageFigure>;

/** A category by itself, or one of the three sums. */
const forecastSum = literal(...CATEGORIES, 'upToCommit', 'upToBestCase', 'openPipeline');
export type ForecastSum = Infer<typeof forecastSum>;

const move = literal(...MOVES);
const need = nameIn<NeedKind>({
  stalled: true,
  unusual: true,
  idle: true,
  noNextStep: true,
  nextStepOverdue: true,
  closeDatePassed: true,
  pushed: true,
  criteriaOpen: true,
  fewContacts: true,
  noDecisionMaker: true,
  noValue: true,
  unanswered: true,
});

/**
 * A figure that somebody may point at, to see the deals behind it. A rate stands for what it is a rate of: its n. With a
 * `currency`, only deals with a value in it. What a figure names may have no deals behind it.
 */
export const isFigure = variants('kind', {
  stage: { of: stageFigure, stage, currency },
  /** All deals of the report, or those that are open, won or lost. */
  deals: { status, currency },
  /** `n` of the win rate: won and lost. */
  winRate: { currency },
  /** `n` of the cycle: won deals with known days. */
  cycle: {},
  /** Lost deals by reason, in one stage or in all; `null` where no reason is given. */
  lostFor: { reason: nullable(text), stage: optional(stage) },
  /** Lost for none of these reasons. */
  lostForOthers: { reasons: listOf(nullable(text)), stage: optional(stage) },
  /** A deal that stayed twice is there twice. */
  stays: { stage, open: flag },
  condition: { is: literal('stalled', 'idle', 'unusual'), stage: optional(stage) },
  /** A deal that moved so twice is there twice. */
  flow: { from: stage, to: stage },
  moves: { move: optional(move) },
  /** Deals behind the fate of those that moved so; each once. */
  moved: { from: stage, to: stage, status },
  conforming: { status },
  deviation: { deviation: literal(...DEVIATIONS), status },
  missed: { stage, status },
  variant: { stages: listOf(stage), status },
  /** Deals that began in the window of the what-if model. */
  entries: {},
  inNeed: { need: optional(need) },
  /** `period`: as the forecast names it; `null` for what has no date. */
  forecast: { period: nullable(text), of: forecastSum, currency },
  slipped: { period: text, currency },
  /** As the headline says it now: due in this quarter, or before it. */
  due: { is: literal('inQuarter', 'overdue') },
  withoutValue: {},
  /** Deals whose start is unknown. */
  pathUnknown: {},
  /** Open on a past day, in an unknown stage. */
  stageNotKnown: {},
  /** With a day that can't be. */
  misdated: {},
  /** As one of their sides has them, since git could not merge their files. */
  inConflict: {},
  /** Without any day: they are in no report of a day in the past. */
  undated: {},
  /** Deals of the pipeline that the filter leaves out. */
  leftOut: {},
});
export type Figure = Infer<typeof isFigure>;
