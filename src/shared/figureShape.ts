import { DEVIATIONS } from '../core/metrics/deviations';
import type { Figure } from '../core/metrics/figure';
import { CATEGORIES } from '../core/metrics/category';
import { STAGE_IDS } from '../core/process/stages';
import { anyOf, flag, listOf, literal, nullable, object, optional, text, type Shape } from './shapes';

const stage = literal(...STAGE_IDS);
const status = optional(literal('open', 'won', 'lost'));
const currency = optional(text);
const stageFigure = literal(
  'reached',
  'pending',
  'lost',
  'touched',
  'strict',
  'conversion',
  'open',
  'lostIn',
);
const need = literal(
  'stalled',
  'unusual',
  'idle',
  'noNextStep',
  'nextStepOverdue',
  'closeDatePassed',
  'pushed',
  'criteriaOpen',
);
const sum = literal(...CATEGORIES, 'upToCommit', 'upToBestCase', 'openPipeline');

const kinds = {
  stage: object({ kind: literal('stage'), of: stageFigure, stage, currency }),
  deals: object({ kind: literal('deals'), status, currency }),
  winRate: object({ kind: literal('winRate'), currency }),
  alone: object({ kind: literal('cycle', 'entries', 'due', 'withoutValue', 'leftOut') }),
  lostFor: object({ kind: literal('lostFor'), reason: nullable(text), stage: optional(stage) }),
  lostForOthers: object({
    kind: literal('lostForOthers'),
    reasons: listOf(nullable(text)),
    stage: optional(stage),
  }),
  stays: object({ kind: literal('stays'), stage, open: flag }),
  condition: object({
    kind: literal('condition'),
    is: literal('stalled', 'idle', 'unusual'),
    stage: optional(stage),
  }),
  flow: object({ kind: literal('flow'), from: stage, to: stage }),
  moves: object({ kind: literal('moves'), move: optional(literal('step', 'skip', 'back')) }),
  moved: object({ kind: literal('moved'), from: stage, to: stage, status }),
  conforming: object({ kind: literal('conforming'), status }),
  deviation: object({ kind: literal('deviation'), deviation: literal(...DEVIATIONS), status }),
  missed: object({ kind: literal('missed'), stage, status }),
  variant: object({ kind: literal('variant'), stages: listOf(stage), status }),
  inNeed: object({ kind: literal('inNeed'), need: optional(need) }),
  forecast: object({ kind: literal('forecast'), period: nullable(text), of: sum, currency }),
  slipped: object({ kind: literal('slipped'), period: text, currency }),
};

/** A figure as the page names it; what it names may still have no deals behind it. */
export const figure = anyOf(kinds as Readonly<Record<string, Shape<unknown>>>) as Shape<Figure>;
