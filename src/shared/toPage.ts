import { STAGE_IDS } from '../core/process/stages';
import {
  count,
  day,
  listOf,
  literal,
  number,
  object,
  optional,
  text,
  variants,
  type Infer,
  type Shape,
} from '../core/shapes';
import { isFunnelQuestion } from './funnelQuestion';
import type { FunnelSheet } from './funnelSheet';

const stageWords = object({ stage: literal(...STAGE_IDS), label: text, purpose: text, stalledAfter: number });

const allStages = ((value: unknown) =>
  listOf(stageWords)(value) &&
  value.every((one, k) => one.stage === STAGE_IDS[k]) &&
  value.length === STAGE_IDS.length) as Shape<FunnelSheet['stages']>;

/** The report is as large as the pipeline and comes from ourselves: only that it is one is looked at. */
const sheet = object({
  asked: isFunnelQuestion,
  report: object({ asOf: day, stages: listOf(object({ reached: count })), files: object({ total: count }) }),
  stages: allStages,
  minSample: count,
}) as unknown as Shape<FunnelSheet>;

const pipelineChoice = object({
  /** The folder's URI. */
  id: text,
  name: text,
});
export type PipelineChoice = Infer<typeof pipelineChoice>;

export const isFunnelContent = variants('kind', {
  noPipeline: {},
  loading: { filesRead: count },
  unreadable: { reason: text },
  sheet: { sheet },
});
export type FunnelContent = Infer<typeof isFunnelContent>;

/** What the extension says to the funnel page. */
export const isToPage = variants('type', {
  /** All that is to be shown, each time anew. */
  show: {
    /** All pipelines of the workspace. */
    pipelines: listOf(pipelineChoice),
    /** The `id` of the one that `content` is about. */
    chosen: optional(text),
    content: isFunnelContent,
  },
});
export type ToPage = Infer<typeof isToPage>;
