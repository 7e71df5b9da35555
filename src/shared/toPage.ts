import { count, listOf, literal, object, optional, text, variants, type Infer } from '../core/shapes';
import { isFunnelSheet } from './funnelSheet';
import { TABS } from './tabs';

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
  sheet: { sheet: isFunnelSheet },
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
    /** Where a command leads; once. */
    goTo: optional(literal(...TABS)),
  },
});
export type ToPage = Infer<typeof isToPage>;
