import type { CalendarDate } from '../calendar';
import { closeDay, lastOutcome, type Deal } from '../deal/deal';
import type { FileState } from '../deal/past/fileState';
import { stateOn } from '../deal/past/stateOn';
import { withPast } from '../deal/past/withPast';
import { isDated, rewindDeal } from '../deal/rewind';
import { remembered } from '../remember';
import { closeDateOn, closeDatesSeen } from './pushes';
import type { ReportQuestion } from './question';

/**
 * What a report is made of: see `ReportQuestion`.
 *
 * @param day in the past; none for the deals as they stand now
 */
export function dealsFor(
  deals: Iterable<Deal>,
  day: CalendarDate | undefined,
): Pick<ReportQuestion, 'deals' | 'undated'> {
  if (!day) return { deals };
  const all = [...deals];
  return { deals: dealsOn(all, day), undated: all.filter(deal => !isDated(deal)) };
}

/** The deals as they stood at the end of a day, as far as they and git know, without those that did not exist yet. */
export function dealsOn(deals: Iterable<Deal>, day: CalendarDate): Deal[] {
  return [...deals].flatMap(deal => standingOn(deal, day) ?? []);
}

/** Each deal is taken back to a day once, and its journey with it; `undefined` where it did not exist yet. */
const standingOn = remembered(takeBack);

/** See `dealsOn`, of one deal. */
export function takeBack(deal: Deal, day: CalendarDate): Deal | undefined {
  const told = withPast(deal);
  const then = rewindDeal(told, day);
  if (!then || !deal.inGit) return then;
  const closeDate = closeDateOn(deal, day, closeDatesSeen(deal));
  const state = stateOn(deal.inGit, day);
  // Before its first version a deal was as in that.
  const said = state ?? deal.inGit.first.state;
  return { ...inItsStage(withItsStatus(then, told, state), state), ...saidIn(said), closeDate };
}

/** An outcome that somebody has only written in the file, without its day, is later than the last commit. */
function withItsStatus(then: Deal, told: Deal, state: FileState | undefined): Deal {
  const isTold =
    closeDay(told) !== undefined || (lastOutcome(told.history)?.status ?? 'open') === told.status;
  if (isTold || !state) return then;
  const { status, closedOn, lostReason } = state;
  return status === 'open'
    ? { ...then, status, closedOn: undefined, lostReason: undefined }
    : { ...then, status, closedOn, lostReason };
}

/** Since when a deal is in a stage may be unknown, and yet its file named the stage on that day. */
function inItsStage({ stageNotKnown, ...then }: Deal, state: FileState | undefined): Deal {
  if (stageNotKnown && then.status === 'open' && state?.status === 'open')
    return { ...then, stage: state.stage };
  return stageNotKnown ? { ...then, stageNotKnown } : then;
}

/** What is taken back to what git knows a deal's file to have said; what is not committed yet is later. */
function saidIn({ value, owner, nextStep, nextStepOn }: FileState): Pick<FileState, TakenBack> {
  return { value, owner, nextStep, nextStepOn };
}

type TakenBack = 'value' | 'owner' | 'nextStep' | 'nextStepOn';
