import { count, listOf, literal, object, optional, text, variants, type Infer } from '../core/shapes';
import { isChangesSheet } from './changesSheet';
import { isFunnelQuestion } from './funnelQuestion';
import { isFunnelSheet } from './funnelSheet';
import { TABS } from './tabs';

const pipelineChoice = object({
  /** The folder's URI. */
  id: text,
  name: text,
});
export type PipelineChoice = Infer<typeof pipelineChoice>;

const isFilesRead = object({ read: count, of: optional(count) });

export const isFunnelContent = variants('kind', {
  noPipeline: {},
  /** `of` how many is known once they are listed. */
  loading: { filesRead: count, of: optional(count) },
  unreadable: { reason: text },
  /** `partial` where not all files have been read, as somebody has stopped that. */
  sheet: { sheet: isFunnelSheet, partial: optional(isFilesRead) },
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
  /** What has changed, some time after the page has asked for it, and again when that is another. */
  changes: {
    /** The `id` of the pipeline, and what was asked for: a page that shows another sheet by now waits for its own. */
    of: text,
    asked: isFunnelQuestion,
    changes: isChangesSheet,
  },
});
export type ToPage = Infer<typeof isToPage>;
export type ShowMessage = Extract<ToPage, { type: 'show' }>;
export type ChangesMessage = Extract<ToPage, { type: 'changes' }>;
