import type { Figure } from '../core/metrics/figure';
import { SPANS, type ReportFilter } from '../core/metrics/question';
import { STAGE_IDS } from '../core/process/stages';
import { figure } from './figureShape';
import type { Asked, FunnelSheet } from './funnelSheet';
import {
  anyOf,
  count,
  day,
  flag,
  listOf,
  literal,
  nullable,
  number,
  object,
  optional,
  text,
  type Shape,
} from './shapes';

/** What the extension says to the funnel page: all that is to be shown, each time anew. */
export interface ShowMessage {
  readonly type: 'show';
  /** All pipelines of the workspace. */
  readonly pipelines: readonly PipelineChoice[];
  /** The `id` of the one that `content` is about. */
  readonly chosen: string | undefined;
  readonly content: FunnelContent;
}

export interface PipelineChoice {
  /** The folder's URI. */
  readonly id: string;
  readonly name: string;
}

export type FunnelContent =
  | { readonly kind: 'noPipeline' }
  | { readonly kind: 'loading'; readonly filesRead: number }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'sheet'; readonly sheet: FunnelSheet };

export type ToPage = ShowMessage;

/** What may be done about a deal on the page. */
export const ACTIONS = [
  'setNextStep',
  'completeNextStep',
  'logActivity',
  'setCloseDate',
  'setStage',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Files of the pipeline's folder that are no deals. */
export const NO_DEALS = ['attention', 'note'] as const;
export type NoDeals = (typeof NO_DEALS)[number];

/** What the page may be saved as. */
export const FORMATS = ['csv', 'svg', 'png', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** What the funnel page says to the extension. */
export type FromPage =
  /** The page can be spoken to. Said again each time it was hidden and is drawn anew. */
  | { readonly type: 'ready' }
  | { readonly type: 'choosePipeline'; readonly id: string }
  | { readonly type: 'ask'; readonly asked: Asked }
  /** `path` is one of the chosen pipeline's files. */
  | { readonly type: 'openFile'; readonly path: string }
  /** Show the deals behind a figure. `words` say what it is. */
  | { readonly type: 'list'; readonly figure: Figure; readonly words: string; readonly beside: boolean }
  /** Show the files that are no deals. */
  | { readonly type: 'listFiles'; readonly of: NoDeals }
  | { readonly type: 'act'; readonly action: Action; readonly path: string }
  /** The report as Markdown, into the clipboard. */
  | { readonly type: 'copy' }
  /** `content` is what the page has drawn, a PNG as base64; empty where the extension makes it. */
  | { readonly type: 'save'; readonly format: Format; readonly content: string }
  | { readonly type: 'createSample' };

/** What the page remembers over a reload of the window. */
export interface FunnelState {
  /** The `id` of the chosen pipeline, if the workspace had one. */
  readonly pipeline: string | undefined;
  readonly asked: Asked | undefined;
}

const filter: Shape<ReportFilter> = object({
  from: optional(day),
  to: optional(day),
  owner: optional(listOf(text)),
  tag: optional(listOf(text)),
  source: optional(listOf(text)),
  currency: optional(listOf(text)),
  minValue: optional(number),
  maxValue: optional(number),
}) as Shape<ReportFilter>;

const asked: Shape<Asked> = object({
  filter,
  against: literal(...SPANS),
  asOf: nullable(day),
  beside: nullable(filter),
});

export const isFunnelState: Shape<FunnelState> = object({
  pipeline: optional(text),
  asked: optional(asked),
});

const fromPage: { readonly [type in FromPage['type']]: Shape<Extract<FromPage, { type: type }>> } = {
  ready: object({ type: literal('ready') }),
  choosePipeline: object({ type: literal('choosePipeline'), id: text }),
  ask: object({ type: literal('ask'), asked }),
  openFile: object({ type: literal('openFile'), path: text }),
  list: object({
    type: literal('list'),
    figure,
    words: text,
    beside: flag,
  }),
  listFiles: object({ type: literal('listFiles'), of: literal(...NO_DEALS) }),
  act: object({ type: literal('act'), action: literal(...ACTIONS), path: text }),
  copy: object({ type: literal('copy') }),
  save: object({ type: literal('save'), format: literal(...FORMATS), content: text }),
  createSample: object({ type: literal('createSample') }),
};

export const isFromPage: Shape<FromPage> = anyOf<FromPage>(fromPage);

const stageWords = object({ stage: literal(...STAGE_IDS), label: text, purpose: text, stalledAfter: number });

const allStages = ((value: unknown) =>
  listOf(stageWords)(value) &&
  value.every((one, k) => one.stage === STAGE_IDS[k]) &&
  value.length === STAGE_IDS.length) as Shape<FunnelSheet['stages']>;

/** The report is as large as the pipeline and comes from ourselves: only that it is one is looked at. */
const sheet = object({
  asked,
  report: object({ asOf: day, stages: listOf(object({ reached: count })), files: object({ total: count }) }),
  stages: allStages,
  minSample: count,
}) as unknown as Shape<FunnelSheet>;

const contents: { readonly [kind in FunnelContent['kind']]: Shape<Extract<FunnelContent, { kind: kind }>> } =
  {
    noPipeline: object({ kind: literal('noPipeline') }),
    loading: object({ kind: literal('loading'), filesRead: count }),
    unreadable: object({ kind: literal('unreadable'), reason: text }),
    sheet: object({ kind: literal('sheet'), sheet }),
  };

export const isToPage: Shape<ToPage> = object({
  type: literal('show'),
  pipelines: listOf(object({ id: text, name: text })),
  chosen: optional(text),
  content: anyOf<FunnelContent>(contents),
});
