import { STAGE_IDS } from '../core/process/stages';
import type { AttentionFile, FunnelSheet, SheetStage } from './funnelSheet';
import {
  anyOf,
  count,
  listOf,
  literal,
  mapOf,
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

/** What the funnel page says to the extension. */
export type FromPage =
  /** The page can be spoken to. Said again each time it was hidden and is drawn anew. */
  | { readonly type: 'ready' }
  | { readonly type: 'choosePipeline'; readonly id: string }
  /** `path` is one of the chosen pipeline's files. */
  | { readonly type: 'openFile'; readonly path: string }
  | { readonly type: 'createSample' };

/** What the page remembers over a reload of the window. */
export interface FunnelState {
  /** The `id` of the chosen pipeline, if the workspace had one. */
  readonly pipeline: string | undefined;
}

export const isFunnelState: Shape<FunnelState> = object({ pipeline: optional(text) });

const fromPage: { readonly [type in FromPage['type']]: Shape<Extract<FromPage, { type: type }>> } = {
  ready: object({ type: literal('ready') }),
  choosePipeline: object({ type: literal('choosePipeline'), id: text }),
  openFile: object({ type: literal('openFile'), path: text }),
  createSample: object({ type: literal('createSample') }),
};

export const isFromPage: Shape<FromPage> = anyOf<FromPage>(fromPage);

const money = mapOf(/^[A-Z]{3}$/, number);
const deals = { count, value: money };
const openDeals = object({ ...deals, weighted: money });

const stage: Shape<SheetStage> = object({
  stage: literal(...STAGE_IDS),
  label: text,
  purpose: text,
  reached: count,
  pending: count,
  lost: count,
  conversion: nullable(number),
  headroom: nullable(number),
  open: openDeals,
});

const allStages = ((value: unknown) =>
  listOf(stage)(value) &&
  value.every((one, k) => one.stage === STAGE_IDS[k]) &&
  value.length === STAGE_IDS.length) as Shape<readonly SheetStage[]>;

const attentionFile: Shape<AttentionFile> = object({ path: text, reason: text, line: count });

const interval = ((value: unknown) => listOf(number)(value) && value.length === 2) as Shape<
  readonly [number, number]
>;

const sheet: Shape<FunnelSheet> = object({
  asOf: text as Shape<FunnelSheet['asOf']>,
  files: object({
    total: count,
    open: count,
    won: count,
    lost: count,
    needsAttention: count,
    otherNotes: count,
  }),
  chain: nullable(number),
  winRate: object({
    count: nullable(number),
    interval: nullable(interval),
    value: money,
    cohort: nullable(number),
  }),
  cycle: object({ mean: nullable(number), median: nullable(number) }),
  open: openDeals,
  stages: allStages,
  won: object(deals),
  lost: object({ ...deals, reasons: listOf(object({ reason: nullable(text), count })) }),
  attention: listOf(attentionFile),
  minSample: count,
});

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
