import type { CalendarDate } from '../../calendar';
import type { Problem, ProblemCode } from '../../problem';
import type { Process } from '../../process/process';
import { refuse, type Refusal } from '../../refusal';
import { changeDeal, openDeal, type Changed, type Opened } from '../changeDeal';
import { stageInHistory } from '../course';
import { lastOutcome, type HistoryEvent } from '../deal';
import type { GitFacts } from '../gitFacts';
import { historyOf } from '../historyOf';
import { problemsIn } from '../problems/problemsIn';
import { readDeal } from '../readDeal';
import { say } from '../say';
import { againstGit } from './againstGit';
import { historyInGit } from './historyInGit';
import { lineChange } from './lineChange';
import { stateAtEnd } from './stateOn';
import { withPast } from './withPast';

/** A deal whose file was told what git knows of it. */
export interface PastWritten extends Changed {
  /** The lines that its history has got, if any were missing. */
  readonly lines: readonly HistoryEvent[];
}

/** A deal's file, as it is now. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
  readonly process: Process;
}

/**
 * Writes into a deal's history the moves and outcomes that git knows and the file leaves open. Where the two contradict each
 * other nobody here knows which is right, and the deal is left with the reason. Done twice, it changes nothing.
 */
export function writePast(
  { path, text, process }: FileToWrite,
  facts: GitFacts,
  today: CalendarDate,
): PastWritten | Refusal {
  const opened = openDeal(path, text, process);
  if (!opened.ok) return opened;
  const deal = { ...opened.deal, inGit: facts };
  const { history } = withPast(deal);
  const lines = history.filter(({ inGit }) => inGit);
  const why = whyLeft(opened, history, facts, lines.length > 0);
  if (why) return why;
  if (!lines.length)
    return { ok: true, title: deal.title, warnings: [], lines, edited: { ok: true, edits: [], text } };
  const changed = changeDeal(path, text, process, ({ data }) => ({
    frontMatter: lineChange(history, { deal, data, facts }, process),
  }));
  if (!changed.ok) return changed;
  const news = newContradiction({ path, text, process }, changed.edited.text, today);
  return news ? refuse(say('pastContradicts', { why: news.says })) : { ...changed, lines };
}

/** What a file with more history would say against itself, or against the calendar, that it doesn't say now. */
export function newContradiction(
  { path, text, process }: FileToWrite,
  after: string,
  today: CalendarDate,
): Problem | undefined {
  const told = (of: string) => problemsIn(readDeal(path, of, process), { process, today, alike: [] });
  const before = new Set(told(text).map(({ code }) => code));
  return told(after).find(({ code }) => CONTRADICTIONS.has(code) && !before.has(code));
}

/** What a file says against itself, or against the calendar, as the clock of a computer may have been wrong. */
const CONTRADICTIONS: ReadonlySet<ProblemCode> = new Set([
  ...(['invalid-history', 'history-order', 'history-mismatch', 'history-outcome'] as const),
  ...([
    'stage-behind-outcome',
    'close-day-mismatch',
    'closed-before-begun',
    'created-late',
    'future-date',
  ] as const),
]);

/** Why what git knows is not written into a file. */
function whyLeft(
  { deal, data }: Opened,
  full: readonly HistoryEvent[],
  facts: GitFacts,
  hasMore: boolean,
): Refusal | undefined {
  const isIn = (stage = deal.stage) => deal.stageNotKnown || stage === deal.stage;
  const status = lastOutcome(full)?.status ?? deal.status;
  const isWhole = isIn(stageInHistory(full)) && status === deal.status;
  if ((hasMore || !isWhole) && facts.first.isCut) return refuse(say('pastCut'));
  if (hasMore && !isInOrder(deal.history, data)) return refuse(say('pastUnclear'));
  const end = stateAtEnd(facts);
  if (!isWhole && !(isIn(end.stage) && end.status === deal.status)) return refuse(say('pastNotCommitted'));
  const denied = againstGit(full, historyInGit(facts));
  if (denied) {
    const { on } = denied;
    return refuse(say('pastDenied', { name: (denied.stage ?? denied.status)!, on }));
  }
  return isWhole ? undefined : refuse(say('pastNotKnown'));
}

/** Whether every entry in the file's list is an event and they are in date order; if not, it is unclear which entry is which. */
function isInOrder(history: readonly HistoryEvent[], data: Opened['data']): boolean {
  const written = historyOf(data).map(line => line?.['on']);
  return written.length === history.length && written.every((on, at) => on === history[at]!.on);
}
