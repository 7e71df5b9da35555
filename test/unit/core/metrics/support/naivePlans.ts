import { addDays, daysBetween, type CalendarDate } from '../../../../../src/core/calendar';
import type { Deal } from '../../../../../src/core/deal/deal';
import { rewindDeal } from '../../../../../src/core/deal/rewind';
import type { Process } from '../../../../../src/core/process/process';
import { naiveCloseDay, naiveDeal, numberOf } from './naiveJourney';
import { naiveQuantile } from './naiveReport';

/* See naiveJourney.ts: what open deals are in need of, and what is expected of them. As paths, by what they count for. */

type Paths = Record<string, string[]>;

function note(paths: Paths, key: string, deal: Deal): void {
  (paths[key] ??= []).push(deal.path);
}

const quarter = (day: string) => `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) + 2) / 3)}`;
const month = (day: string) => day.slice(0, 7);

/** `2026-Q1 commit` and so on, `undated pipeline`, and `2026-01 slipped`. */
export function naiveForecast(deals: readonly Deal[], process: Process, asOf: CalendarDate): Paths {
  const paths: Paths = {};
  for (const deal of deals) {
    const stage = process.stages[numberOf(deal.stage) - 1]!;
    const category = {
      won: 'closed',
      lost: undefined,
      open: deal.forecast ?? (deal.stageNotKnown ? undefined : stage.forecast),
    }[deal.status];
    const on = deal.status === 'open' ? deal.closeDate : naiveCloseDay(deal);
    if (category && on) for (const name of [month(on), quarter(on)]) note(paths, `${name} ${category}`, deal);
    else if (category) note(paths, `undated ${category}`, deal);
    for (const name of slippedPeriods(deal, asOf)) note(paths, `${name} slipped`, deal);
  }
  return paths;
}

/** Goes through every day of the year: how the deal stood on the eve of each period, or when it was new, and on its last day. */
function slippedPeriods(deal: Deal, asOf: CalendarDate): string[] {
  const slipped: string[] = [];
  for (const periodOf of [month, quarter]) {
    let earlier = rewindDeal(deal, '2025-12-31' as CalendarDate);
    for (let day = '2026-01-01' as CalendarDate; day <= asOf; day = addDays(day, 1)) {
      const now = day === asOf ? deal : rewindDeal(deal, day);
      earlier ??= whenNew(deal, day);
      if (periodOf(addDays(day, 1)) === periodOf(day) && day < asOf) continue;
      const [from, to] = [earlier?.closeDate, now?.closeDate];
      const isOpen = earlier?.status === 'open' && now?.status === 'open';
      if (isOpen && from && to && periodOf(from) === periodOf(day) && periodOf(to) > periodOf(day))
        slipped.push(periodOf(day));
      earlier = rewindDeal(deal, day);
    }
  }
  return slipped;
}

/** A deal on its first day, with the close date that its lines up to then tell. */
function whenNew(deal: Deal, day: CalendarDate): Deal | undefined {
  const then = rewindDeal(deal, day);
  const line = deal.history.findLast(({ on, closeDate }) => closeDate && on <= day);
  return then && { ...then, closeDate: line?.closeDate };
}

/** What is wrong with each open deal: kinds of needs by path, for those that have a reason to be listed. */
export function naiveNeeds(
  deals: readonly Deal[],
  process: Process,
  asOf: CalendarDate,
): Record<string, string[]> {
  const all = deals.map(deal => naiveDeal(deal, asOf));
  const needs: Record<string, string[]> = {};
  for (const { deal, stays } of all) {
    if (deal.status !== 'open' || deal.stageNotKnown) continue;
    const { stalledAfter, idleAfter, exitCriteria } = process.stages[numberOf(deal.stage) - 1]!;
    const days = stays.find(({ open }) => open)?.days ?? -1;
    const others = all.flatMap(one =>
      one.stays.filter(({ stage, open }) => stage === numberOf(deal.stage) && !open).map(stay => stay.days),
    );
    const tomorrow = addDays(asOf, 1);
    const touched = [deal.created, ...deal.history.map(({ on }) => on), deal.lastActivity?.on].filter(
      on => on !== undefined && on <= tomorrow,
    );
    const latest = touched.sort().at(-1);
    const planned = deal.nextStepOn !== undefined && deal.nextStepOn > asOf;
    const known = deal.history.filter(({ on }) => on <= asOf);
    const dates = [...known.flatMap(({ closeDate }) => closeDate ?? []), deal.closeDate];
    const recorded = dates.length > 1;
    const pushes = dates.filter((date, at) => recorded && at > 0 && date && date > dates[at - 1]!).length;
    const found = {
      stalled: days > stalledAfter,
      unusual: others.length >= process.minSample && days > naiveQuantile(others, 0.9)!,
      idle: latest !== undefined && daysBetween(latest, asOf) > idleAfter && !planned,
      noNextStep: !deal.nextStep && !deal.nextStepOn,
      nextStepOverdue: deal.nextStepOn !== undefined && deal.nextStepOn < asOf,
      closeDatePassed: deal.closeDate !== undefined && deal.closeDate < asOf,
      pushed: pushes > 0,
      criteriaOpen: exitCriteria.some(({ id }) => !deal.checks.includes(id)),
    };
    const kinds = Object.entries(found).flatMap(([kind, is]) => (is ? [kind] : []));
    if (kinds.some(kind => kind !== 'criteriaOpen' && (kind !== 'pushed' || pushes >= 2)))
      needs[deal.path] = kinds;
  }
  return needs;
}
