import { isChangesFigure } from '../core/changes/figure';
import { NAMED_POINTS } from '../core/changes/namedPoints';
import { isFigure } from '../core/metrics/figure';
import { count, day, flag, literal, nullable, text, textUpTo, variants, type Infer } from '../core/shapes';
import { isFunnelQuestion } from './funnelQuestion';

/** What may be done about a deal on the page. */
const action = literal(
  'setNextStep',
  'completeNextStep',
  'logActivity',
  'setCloseDate',
  'setValue',
  'setStage',
  'holdUntil',
);
export type Action = Infer<typeof action>;

/** Files of the pipeline's folder that are no deals. */
const noDeals = literal('attention', 'note');
export type NoDeals = Infer<typeof noDeals>;

/** What the page may be saved as. */
const format = literal('csv', 'svg', 'png', 'html');
export type Format = Infer<typeof format>;

/** Some hundred times what a page or its picture takes. */
const drawn = textUpTo(50_000_000);

/** What the funnel page says to the extension. */
export const isFromPage = variants('type', {
  /** The page can be spoken to. Said again each time it was hidden and is drawn anew. */
  ready: {},
  choosePipeline: { id: text },
  ask: { asked: isFunnelQuestion },
  /** Show the pipelines as of the end of a day, here and in the views; or as they are. */
  showAsOf: { day: nullable(day) },
  /** `path` is one of the chosen pipeline's files. */
  openFile: { path: text },
  /** Show the deals behind a figure. `words` say what it is. */
  list: { figure: isFigure, words: text, beside: flag },
  /** The tab of changes is open, or no longer: only then they are worked out. */
  seeChanges: { isSeen: flag },
  /** Show changes since one of the points that have a name. */
  setSince: { point: literal(...NAMED_POINTS) },
  /** Ask the person for another one. */
  chooseSince: {},
  /** Show the deals behind a number of what has changed. */
  listChanged: { figure: isChangesFigure, words: text },
  /** Show what changed in a deal; of one that is gone, what it was last. */
  openChange: { path: text, isGone: flag },
  /** Show the files that are no deals. */
  listFiles: { of: noDeals },
  act: { action, path: text },
  /** List what else can be done about a deal: push its date, write, call. */
  more: { path: text },
  /** Tick the to-do in this line of a deal's file. */
  tick: { path: text, line: count },
  /** Show the fixes of a file that needs attention. */
  fix: { path: text },
  /** The report as Markdown, into the clipboard. */
  copy: {},
  /** `content` is what the page has drawn, a PNG as base64; empty where the extension makes it. */
  save: { format, content: drawn },
  /** Set a forecast call, of the chosen pipeline. */
  setCall: {},
  createSample: {},
  /** Read the files that were left when somebody stopped the reading. */
  readRest: {},
  newDeal: {},
});
export type FromPage = Infer<typeof isFromPage>;
