import type { CalendarDate } from '../calendar';
import { daysIdle, isIdle, isOnHold } from '../deal/condition';
import { isStayFromGit } from '../deal/daysInStage';
import type { Money } from '../money';
import { stageOf, type Process } from '../process/process';
import { stageIndex, type StageId } from '../process/stages';
import { remembered } from '../remember';
import type { Journey } from './journey';
import type { UsualStay } from './stageReport';
import { byPath, isOpenJourney } from './sums';

/** One open deal in time: a point of a chart. */
export interface OpenDeal {
  readonly path: string;
  readonly title: string;
  readonly owner: string | null;
  readonly value: Money | null;
  readonly stage: StageId;
  /** Days in the stage it is in; `null` if not known. */
  readonly days: number | null;
  /** Only git knows since when, and not its file. */
  readonly fromGit: boolean;
  /** Days since it was last touched. */
  readonly daysIdle: number | null;
  /** Longer in the stage than the team finds healthy: the stage's `stalled_after`. */
  readonly stalled: boolean;
  /** Untouched for longer than the stage's `idle_after`, and nothing planned. */
  readonly idle: boolean;
  /** Longer in the stage than nine of ten stays there that have ended, if there are enough of them. */
  readonly unusual: boolean;
}

/** The open deals among these, sorted by path, without those whose stage is unknown. */
export function openByPath(journeys: readonly Journey[]): Journey[] {
  return journeys.filter(one => isOpenJourney(one) && !one.deal.stageNotKnown).sort(byPath);
}

/**
 * @param open `openByPath` of the deals of the report
 * @param usual of the same deals: what is unusual is told by the stays that have ended
 */
export function openDealsOf(
  open: readonly Journey[],
  usual: readonly UsualStay[],
  process: Process,
  asOf: CalendarDate,
): OpenDeal[] {
  const limits = usual.map(({ completed, p90 }) => (completed >= process.minSample ? p90! : Infinity));
  return open.map(journey => {
    const unusual = isLonger(journey, limits[stageIndex(journey.deal.stage)]!, asOf);
    return openDealOf(journey, unusual, process, asOf);
  });
}

/** Of the others only those are worked out again that one changed deal makes usual, or unusual. */
const openDealOf = remembered(
  (journey: Journey, unusual: boolean, process: Process, asOf: CalendarDate): OpenDeal => {
    const { path, title, owner, value, stage } = journey.deal;
    const days = daysHere(journey);
    return {
      path,
      title,
      owner: owner ?? null,
      value: value ?? null,
      stage,
      days,
      fromGit: days !== null && isStayFromGit(journey.deal),
      daysIdle: daysIdle(journey.deal, asOf) ?? null,
      stalled: isLonger(journey, stageOf(process, stage).stalledAfter, asOf),
      idle: isIdle(journey.deal, process, asOf),
      unusual,
    };
  },
);

function isLonger(journey: Journey, limit: number, asOf: CalendarDate): boolean {
  const days = daysHere(journey);
  return days !== null && days > limit && !isOnHold(journey.deal, asOf);
}

/** Days of the stay that has not ended yet. */
function daysHere({ stays }: Journey): number | null {
  const last = stays.at(-1);
  return last?.open ? last.days : null;
}
