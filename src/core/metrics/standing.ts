import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
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
  const then = rewindDeal(withPast(deal), day);
  if (!then || !deal.inGit) return then;
  const closeDate = closeDateOn(deal, day, closeDatesSeen(deal));
  return { ...inItsStage(then, deal, day), ...saidOn(deal, day), closeDate };
}

/** Since when a deal is in a stage may be unknown, and yet its file named the stage on that day. */
function inItsStage({ stageNotKnown, ...then }: Deal, { inGit }: Deal, day: CalendarDate): Deal {
  const state = stageNotKnown && then.status === 'open' ? stateOn(inGit!, day) : undefined;
  if (state?.status === 'open') return { ...then, stage: state.stage };
  return stageNotKnown ? { ...then, stageNotKnown } : then;
}

/** What was changed after a day, as git knows it to have been then; before its first version a deal was as in that. */
function saidOn({ inGit }: Deal, day: CalendarDate): Partial<Pick<Deal, (typeof TAKEN_BACK)[number]>> {
  const state = stateOn(inGit!, day) ?? inGit!.first.state;
  const later = inGit!.changes.filter(({ on }) => on > day);
  const changed = TAKEN_BACK.filter(field => later.some(({ set }) => field in set));
  return Object.fromEntries(changed.map(field => [field, state[field]]));
}

const TAKEN_BACK = ['value', 'owner', 'nextStep', 'nextStepOn'] as const;
