import { remembered } from '../../remember';
import { namesStage } from '../course';
import { lastOutcome, type Deal, type HistoryEvent } from '../deal';
import { historyInGit } from './historyInGit';
import { putBetween, type Missing } from './putBetween';

/**
 * The deal with all that is known of its moves and outcomes: its file's own history counts, and git fills what it leaves
 * open, such as a deal without a history, or a move that was made by hand. All figures rest on it. The same deal where git
 * knows nothing more; one that is taken back to a day already has all that counts.
 */
export const withPast: (deal: Deal) => Deal = remembered(deal => {
  const { inGit, isPastTold, history } = deal;
  if (!inGit || isPastTold) return deal;
  const derived = historyInGit(inGit);
  const isSilent = !history.some(line => namesStage(line) || line.status);
  const more = isSilent
    ? derived.map(below)
    : [...movesLeftOpen(deal, derived.filter(namesStage)), ...outcomesLeftOpen(deal, derived)];
  return { ...deal, history: more.length ? putBetween(history, more, derived) : history, isPastTold: true };
});

const above = (line: HistoryEvent): Missing => ({ line, isAbove: true });
const below = (line: HistoryEvent): Missing => ({ line, isAbove: false });

/** The moves of git between two lines of the history that do not follow from each other, above the first, and below the last. */
function movesLeftOpen({ history, stage, stageNotKnown }: Deal, derived: readonly HistoryEvent[]): Missing[] {
  const lines = history.filter(namesStage);
  if (!lines.length) return derived.map(below);
  const [first] = lines;
  const found = first!.from ? leading(derived, undefined, first!, first!.from).map(above) : [];
  for (const [at, line] of lines.entries()) {
    const now = line.stage ?? line.from;
    const next = lines[at + 1];
    const left = next ? next.from : stageNotKnown ? undefined : stage;
    if (left && left !== now) found.push(...leading(derived, line, next, left).map(next ? above : below));
  }
  return found;
}

/** The moves after one line and before another that lead to a stage; none where they do not. */
function leading(
  derived: readonly HistoryEvent[],
  after: HistoryEvent | undefined,
  before: HistoryEvent | undefined,
  to: HistoryEvent['stage'],
): readonly HistoryEvent[] {
  const between = derived.filter(({ on }) => (!after || on >= after.on) && (!before || on <= before.on));
  // The line's own move is in git too, and may have been committed later.
  const own = after ? between.findIndex(({ stage }) => stage === (after.stage ?? after.from)) : -1;
  const later = between.slice(own + 1);
  return later.slice(0, later.findLastIndex(({ stage }) => stage === to) + 1);
}

function outcomesLeftOpen({ history, status }: Deal, derived: readonly HistoryEvent[]): Missing[] {
  const outcomes = derived.filter(line => line.status);
  const last = lastOutcome(history);
  if (!last) return outcomes.map(below);
  if (last.status === status) return [];
  const later = outcomes.filter(({ on }) => on >= last.on);
  const own = later.findIndex(line => line.status === last.status);
  const since = later.slice(own + 1);
  return since.slice(0, since.findLastIndex(line => line.status === status) + 1).map(below);
}
