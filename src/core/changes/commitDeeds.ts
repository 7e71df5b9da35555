import { cutFrontMatter } from '../frontMatter/cut';
import type { Deal } from '../deal/deal';
import { activeDays } from '../deal/deal';
import type { DealEvent } from './event';

/** What of a file a commit changes, where no event tells it; `file` of notes that are no deal, and of what can't be read as one. */
export type QuietKind = 'log' | 'notes' | 'details' | 'renamed' | 'file' | 'process' | 'calls';

export interface QuietChange {
  readonly kind: QuietKind;
  /** The deal's title, or what the file is called. */
  readonly name: string;
}

/** All that a commit does to the files of a pipeline. */
export interface CommitDeeds {
  /** In the order of the paths, those of one deal in the order of `EVENT_KINDS`. */
  readonly events: readonly DealEvent[];
  readonly quiet: readonly QuietChange[];
}

/** A deal and its file. */
interface DealText {
  readonly deal: Deal;
  readonly text: string;
}

/** What of a deal is another thing now, if no event tells it. */
export function quietKind(before: DealText, after: DealText): QuietKind {
  if (before.text === after.text) return 'renamed';
  if (logOf(before.deal) !== logOf(after.deal)) return 'log';
  return frontMatterOf(before.text) === frontMatterOf(after.text) ? 'notes' : 'details';
}

function logOf(deal: Deal): string {
  return JSON.stringify([activeDays(deal), deal.lastActivity?.what, deal.saidBefore]);
}

function frontMatterOf(text: string): string | undefined {
  const cut = cutFrontMatter(text);
  return cut.kind === 'found' ? text.slice(cut.frontMatter.start, cut.frontMatter.end) : undefined;
}
