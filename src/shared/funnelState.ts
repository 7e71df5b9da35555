import { literal, object, optional, text, type Infer } from '../core/shapes';
import { isFunnelQuestion } from './funnelQuestion';
import { TABS } from './tabs';

/** What the page remembers over a reload of the window. */
export const isFunnelState = object({
  /** The `id` of the chosen pipeline, if the workspace had one. */
  pipeline: optional(text),
  asked: optional(isFunnelQuestion),
  tab: optional(literal(...TABS)),
});
export type FunnelState = Infer<typeof isFunnelState>;
