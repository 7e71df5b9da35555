import { daysBetween, type CalendarDate } from '../calendar';
import { due, isOnHold } from '../deal/condition';
import { lacksNextStep, warningsOf, type Warned } from '../deal/warnings';
import { openBefore } from '../deal/gate';
import type { Deal } from '../deal/deal';
import type { Money } from '../money';
import { stageOf, type Process } from '../process/process';
import { stageIndex, type StageId } from '../process/stages';
import { remembered } from '../remember';
import type { Journey } from './journey';
import type { OpenDeal } from './openDeals';
import { timesPushed } from './pushes';
import type { UsualStay } from './stageReport';

/** One thing that is wrong with an open deal, with what it takes to say so in a sentence. Days are whole. */
export type Need =
  /** Longer in its stage than `limit` days. */
  | { readonly kind: 'stalled'; readonly days: number; readonly limit: number }
  /** Longer in its stage than nine of ten of the `n` stays there that have ended, `p90` days. */
  | { readonly kind: 'unusual'; readonly days: number; readonly p90: number; readonly n: number }
  | { readonly kind: 'idle'; readonly days: number; readonly limit: number }
  | { readonly kind: 'noNextStep' }
  | Extract<Warned, { kind: MissingKind }>
  | { readonly kind: 'nextStepOverdue'; readonly on: CalendarDate; readonly days: number }
  | { readonly kind: 'closeDatePassed'; readonly on: CalendarDate; readonly days: number }
  /** The close date was moved to a later day so often. */
  | {
      readonly kind: 'pushed';
      readonly times: number;
      /** Only in stages where the team has set how often is too often: whether it was. */
      readonly isTooOften?: boolean;
    }
  /** Exit criteria of the stage that are not met yet. */
  | { readonly kind: 'criteriaOpen'; readonly ids: readonly string[] };

export type NeedKind = Need['kind'];

/** What the team may want to be warned of that is told nowhere unless it does. */
export type MissingKind = 'fewContacts' | 'noDecisionMaker' | 'noValue' | 'unanswered';

/** An open deal that wants something done. */
export interface DealInNeed {
  readonly path: string;
  readonly title: string;
  readonly owner: string | null;
  readonly stage: StageId;
  readonly value: Money | null;
  readonly days: number | null;
  /** In the order in which `Need` names them. Never empty. */
  readonly needs: readonly Need[];
}

/** From so many pushes on a deal is listed for them alone: one is common. */
const PUSHED_OFTEN = 2;

/** What is wrong with one open deal. */
export interface OpenNeeds {
  readonly deal: Deal;
  /** What the report says of it. */
  readonly openDeal: OpenDeal;
  /** In the order in which `Need` names them; empty where nothing is wrong. */
  readonly needs: readonly Need[];
}

/**
 * What is wrong with each of the open deals, those on hold left out.
 *
 * @param open `openByPath` of the deals of the report
 * @param openDeals what the report says of each of them
 */
export function needsOfOpen(
  open: readonly Journey[],
  openDeals: readonly OpenDeal[],
  usual: readonly UsualStay[],
  process: Process,
  asOf: CalendarDate,
): OpenNeeds[] {
  return open.flatMap(({ deal }, at) => {
    if (isOnHold(deal, asOf)) return [];
    const openDeal = openDeals[at]!;
    const { p90, completed } = usual[stageIndex(openDeal.stage)]!;
    return openDeal.unusual
      ? [needsOf(openDeal, deal, process, asOf, p90!, completed)]
      : [needsOf(openDeal, deal, process, asOf, undefined, undefined)];
  });
}

/**
 * Of one deal. The stays of others are asked about only where its own is unusual: so a change elsewhere leaves what is
 * remembered.
 */
const needsOf = remembered(
  (
    openDeal: OpenDeal,
    deal: Deal,
    process: Process,
    asOf: CalendarDate,
    p90: number | undefined,
    n: number | undefined,
  ): OpenNeeds => {
    const needs = [
      ...timeNeeds(openDeal, p90, n, process),
      ...planNeeds(deal, process, asOf),
      ...missing(deal, process, asOf),
      ...softNeeds(deal, process, asOf),
    ];
    return { deal, openDeal, needs };
  },
);

/**
 * The open deals that want something done. Open criteria, and a single push, are told of those that are listed for
 * another reason: nearly every deal has them. The order: most reasons first, of those that list a deal; then the
 * furthest stage, then the longest stay in it, then the path. Money has no say in it, since currencies do not compare.
 */
export function dealsInNeed(open: readonly OpenNeeds[]): DealInNeed[] {
  // Those that are alike stay in the order of their paths.
  return open
    .map(inNeedOf)
    .filter(({ reasons }) => reasons)
    .sort((a, b) => b.reasons - a.reasons || furtherOrLonger(a.inNeed, b.inNeed))
    .map(({ inNeed }) => inNeed);
}

/** With how many reasons there are to list it. */
export const inNeedOf = remembered(
  ({ openDeal, needs }: OpenNeeds): { readonly reasons: number; readonly inNeed: DealInNeed } => {
    const { path, title, owner, stage, value, days } = openDeal;
    const reasons = needs.filter(isReason).length;
    return { reasons, inNeed: { path, title, owner, stage, value, days, needs } };
  },
);

/** Whether it is enough to list a deal. */
export function isReason(need: Need): boolean {
  return (
    need.kind !== 'criteriaOpen' &&
    (need.kind !== 'pushed' || (need.isTooOften ?? need.times >= PUSHED_OFTEN))
  );
}

function furtherOrLonger(a: DealInNeed, b: DealInNeed): number {
  return stageIndex(b.stage) - stageIndex(a.stage) || (b.days ?? -1) - (a.days ?? -1);
}

function timeNeeds(
  { stage, days, daysIdle, stalled, idle }: OpenDeal,
  p90: number | undefined,
  n: number | undefined,
  process: Process,
): Need[] {
  const { stalledAfter, idleAfter } = stageOf(process, stage);
  const needs: Need[] = [];
  if (stalled) needs.push({ kind: 'stalled', days: days!, limit: stalledAfter });
  if (p90 !== undefined) needs.push({ kind: 'unusual', days: days!, p90, n: n! });
  if (idle) needs.push({ kind: 'idle', days: daysIdle!, limit: idleAfter });
  return needs;
}

function planNeeds(deal: Deal, process: Process, asOf: CalendarDate): Need[] {
  const needs: Need[] = [];
  const { nextStepOn, closeDate } = deal;
  const next = due(deal, asOf);
  if (lacksNextStep(deal, process, asOf)) needs.push({ kind: 'noNextStep' });
  if (next === 'overdue') needs.push({ kind: 'nextStepOverdue', ...since(nextStepOn!, asOf) });
  if (closeDate && closeDate < asOf) needs.push({ kind: 'closeDatePassed', ...since(closeDate, asOf) });
  return needs;
}

function missing(deal: Deal, process: Process, asOf: CalendarDate): Need[] {
  return warningsOf(deal, process, asOf).flatMap((warned): Need[] =>
    warned.kind === 'noNextStep' || warned.kind === 'pushed' ? [] : [warned],
  );
}

function softNeeds(deal: Deal, process: Process, asOf: CalendarDate): Need[] {
  const needs: Need[] = [];
  const times = timesPushed(deal, asOf);
  const { pushed } = stageOf(process, deal.stage).warn;
  const isTooOften = typeof pushed === 'number' ? { isTooOften: times > pushed } : {};
  if (times && pushed !== false) needs.push({ kind: 'pushed', times, ...isTooOften });
  const ids = openBefore(deal, process).criteria.map(({ id }) => id);
  if (ids.length) needs.push({ kind: 'criteriaOpen', ids });
  return needs;
}

function since(on: CalendarDate, asOf: CalendarDate): { on: CalendarDate; days: number } {
  return { on, days: daysBetween(on, asOf) };
}
