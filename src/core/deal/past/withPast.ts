import { remembered } from '../../remember';
import { namesStage } from '../course';
import { lastOutcome, type Deal, type HistoryEvent } from '../deal';
import { historyInGit } from './historyInGit';
import { placesInGit } from './placesInGit';
import { putBetween, type BesideGit, type Missing } from './putBetween';

/**
 * The deal with all that is known of its moves and outcomes: its file's own history counts, and git fills what it leaves
 * open, such as a deal without a history, or a move that was made by hand. All figures rest on it. The same deal where git
 * knows nothing more; one that is taken back to a day already has all that counts.
 */
export function withPast(deal: Deal): Deal {
  return deal.inGit && !deal.isPastTold ? filled(deal) : deal;
}

const filled = remembered((deal: Deal): Deal => {
  const { inGit, history } = deal;
  const derived = historyInGit(inGit!);
  const inGitToo = { derived, places: placesInGit(history, derived) };
  const isSilent = !history.some(line => namesStage(line) || line.status);
  const more = isSilent
    ? derived.map(below)
    : [...movesLeftOpen(deal, inGitToo), ...outcomesLeftOpen(deal, inGitToo)];
  return { ...deal, history: more.length ? putBetween(history, more, inGitToo) : history, isPastTold: true };
});

const above = (line: HistoryEvent): Missing => ({ line, isAbove: true });
const below = (line: HistoryEvent): Missing => ({ line, isAbove: false });

/** The moves of git between two lines of the history that do not follow from each other, above the first, and below the last. */
function movesLeftOpen({ history, stage, stageNotKnown }: Deal, beside: BesideGit): Missing[] {
  const lines = history.filter(namesStage);
  if (!lines.length) return beside.derived.filter(namesStage).map(below);
  const [first] = lines;
  const found = first!.from ? leading(beside, undefined, first!, first!.from).map(above) : [];
  for (const [at, line] of lines.entries()) {
    const now = line.stage ?? line.from;
    const next = lines[at + 1];
    const left = next ? next.from : stageNotKnown ? undefined : stage;
    if (left && left !== now) found.push(...leading(beside, line, next, left).map(next ? above : below));
  }
  return found;
}

/** The moves after one line and before another that lead to a stage; none where they do not. */
function leading(
  beside: BesideGit,
  after: HistoryEvent | undefined,
  before: HistoryEvent | undefined,
  to: HistoryEvent['stage'],
): readonly HistoryEvent[] {
  const between = since(after, beside).filter(
    line => namesStage(line) && (!before || isBefore(line, before, beside)),
  );
  return between.slice(0, between.findLastIndex(({ stage }) => stage === to) + 1);
}

/** What git tells from a line of the history on, or all. The line's own move is in git too, and may have been committed later. */
function since(line: HistoryEvent | undefined, { derived, places }: BesideGit): readonly HistoryEvent[] {
  return line ? derived.slice((places.get(line) ?? -1) + 1).filter(({ on }) => on >= line.on) : derived;
}

/** Not where it is of a later day, or comes behind the line's own in git. */
function isBefore(inGit: HistoryEvent, line: HistoryEvent, { derived, places }: BesideGit): boolean {
  const own = places.get(line);
  return inGit.on <= line.on && (own === undefined || derived.indexOf(inGit) < own);
}

function outcomesLeftOpen({ history, status }: Deal, beside: BesideGit): Missing[] {
  const outcomes = beside.derived.filter(line => line.status);
  const last = lastOutcome(history);
  if (!last) return outcomes.map(below);
  if (last.status === status) return [];
  const later = since(last, beside).filter(line => line.status);
  return later.slice(0, later.findLastIndex(line => line.status === status) + 1).map(below);
}
