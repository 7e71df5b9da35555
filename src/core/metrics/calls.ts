import { group, mean } from 'd3-array';
import { TEAM, type Call } from '../calls/call';
import { addDays, daysBetween, type CalendarDate } from '../calendar';
import { compareTexts } from '../compareTexts';
import type { Deal } from '../deal/deal';
import type { DealFilter } from '../filter/table';
import { sumIn, type Money } from '../money';
import type { Process } from '../process/process';
import { searchable } from '../text/searchable';
import { closingOf } from './closing';
import { daysOf } from './periods';
import { addTo, emptySums, together, type Sums } from './periodSums';
import type { ReportQuestion } from './question';
import { isByOwnerAlone, quotaOfOwner } from './quota';

/** What was called, against what came. */
export interface CallsReport {
  /** Quarters that there is a call for, in order. Calls made later than the day of the report don't count. */
  readonly quarters: readonly CalledQuarter[];
  /** Over the quarters that are over, by owner: those with one at least. */
  readonly accuracy: readonly OwnerAccuracy[];
}

export interface CalledQuarter {
  /** `2026-Q4` */
  readonly period: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly isOver: boolean;
  /** By name, the team last. */
  readonly owners: readonly OwnerCalls[];
}

/** A call without whose and for when. */
export interface SaidCall {
  readonly on: CalendarDate;
  readonly money: Money;
}

/** An owner's calls for a quarter. Amounts without a currency of their own are in that of the latest call, at the team's rates. */
export interface OwnerCalls {
  /** As the file has the name; `null` is the team. */
  readonly owner: string | null;
  /** The last one before the quarter began; `null` where there was none. */
  readonly atBegin: SaidCall | null;
  /** The last one up to the quarter's middle; `null` where there was none, or before that day. */
  readonly atMiddle: SaidCall | null;
  /** The last one up to the quarter's end, or up to now. */
  readonly latest: SaidCall;
  /** The one before that. */
  readonly before: SaidCall | null;
  readonly won: number;
  readonly commit: number;
  readonly bestCase: number;
  readonly quota: Money | null;
  /** call − won: above 0, less came than was called. */
  readonly difference: number;
  /** Of the latest call (`accuracyOf`); `null` until the quarter is over. */
  readonly accuracy: number | null;
  /** The currencies that are left out, since the team has no rate for them. */
  readonly without: readonly string[];
}

export interface OwnerAccuracy {
  readonly owner: string | null;
  /** The mean over the quarters. */
  readonly accuracy: number;
  /** So many quarters. */
  readonly n: number;
}

/**
 * 1 − |call − won| / won, and never below 0: one minus the absolute percentage error, as sales teams measure it. `null` where
 * nothing was won. Source: R. Hyndman and A. Koehler, "Another look at measures of forecast accuracy", 2006 (MAPE).
 */
export function accuracyOf(call: number, won: number): number | null {
  return won > 0 ? Math.max(0, 1 - Math.abs(call - won) / won) : null;
}

/** The day in the middle of a quarter; of two the first. */
export function middleOf(first: CalendarDate, last: CalendarDate): CalendarDate {
  return addDays(first, Math.floor(daysBetween(first, last) / 2));
}

/**
 * @param deals those that the filter leaves
 * @returns nothing where the filter leaves only some deals of an owner, since a call is for all of them
 */
export function callsOf(deals: readonly Deal[], question: ReportQuestion): CallsReport | null {
  const { calls = [], asOf, filter = {} } = question;
  if (!isByOwnerAlone(filter)) return null;
  const meant = calls.filter(
    call => call.on <= asOf && call.on <= daysOf(call.period).last && isOf(filter, call),
  );
  const byPeriod = group(meant, ({ period }) => period);
  const sums = sumsOf(deals, byPeriod, question);
  const quarters = [...byPeriod]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, said]) => {
      const { first, last } = daysOf(period);
      const isOver = last < asOf;
      const owners = [...group(said, nameOf)]
        .map(([name, own]) => ownerCalls(own, sums.get(`${period} ${name}`) ?? emptySums(), isOver, question))
        .sort(byOwner);
      return { period, first, last, isOver, owners };
    });
  return { quarters, accuracy: accuraciesOf(quarters) };
}

function isOf({ owner }: DealFilter, call: Call): boolean {
  return !owner?.length || owner.some(one => searchable(one) === nameOf(call));
}

function nameOf({ owner }: Call): string {
  return searchable(owner);
}

function byOwner(a: Pick<OwnerCalls, 'owner'>, b: Pick<OwnerCalls, 'owner'>): number {
  return Number(a.owner === null) - Number(b.owner === null) || compareTexts(a.owner ?? '', b.owner ?? '');
}

/** By quarter and owner, and of the team: all deals. */
function sumsOf(
  deals: readonly Deal[],
  periods: ReadonlyMap<string, unknown>,
  { process, asOf }: ReportQuestion,
): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  if (!periods.size) return sums;
  for (const deal of deals) {
    const { category, within } = closingOf(deal, process, asOf);
    const period = within?.quarter;
    if (!category || !period || !periods.has(period)) continue;
    for (const name of new Set([searchable(deal.owner ?? ''), TEAM])) {
      const key = `${period} ${name}`;
      const own = sums.get(key) ?? emptySums();
      sums.set(key, own);
      addTo(own[category], deal);
    }
  }
  return sums;
}

function ownerCalls(
  calls: readonly Call[],
  { closed, commit, best_case: bestCase }: Sums,
  isOver: boolean,
  { process, asOf }: ReportQuestion,
): OwnerCalls {
  // By their days; of one day the lower line counts.
  const inOrder = calls.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const { owner, period, money } = inOrder.at(-1)!;
  const { first, last } = daysOf(period);
  const middle = middleOf(first, last);
  const upTo = (day: CalendarDate) => said(inOrder.findLast(({ on }) => on <= day));
  const amount = ({ value }: { readonly value: Sums['closed']['value'] }) =>
    sumIn(money.currency, value, process.currency, process.rates);
  const won = amount(closed).money.amount;
  const latest = said(inOrder.at(-1))!;
  const isTeam = nameOf(inOrder[0]!) === TEAM;
  return {
    owner: isTeam ? null : owner,
    atBegin: upTo(addDays(first, -1)),
    atMiddle: middle <= asOf ? upTo(middle) : null,
    latest,
    before: said(inOrder.findLast(({ on }) => on < latest.on)),
    won,
    commit: amount(commit).money.amount,
    bestCase: amount(bestCase).money.amount,
    quota: quotaIn(period, isTeam ? null : owner, process),
    difference: money.amount - won,
    accuracy: isOver ? accuracyOf(money.amount, won) : null,
    without: amount(together(closed, commit, bestCase)).without,
  };
}

function said(call: Call | undefined): SaidCall | null {
  return call ? { on: call.on, money: call.money } : null;
}

function quotaIn(period: string, owner: string | null, process: Process): Money | null {
  const quotas = owner === null ? process.quota : quotaOfOwner(owner, process);
  return quotas.get(period) ?? null;
}

function accuraciesOf(quarters: readonly CalledQuarter[]): OwnerAccuracy[] {
  const known = quarters.flatMap(({ owners }) => owners.filter(({ accuracy }) => accuracy !== null));
  return [...group(known, ({ owner }) => (owner === null ? null : searchable(owner)))]
    .map(([, own]) => ({
      owner: own.at(-1)!.owner,
      accuracy: mean(own, one => one.accuracy!)!,
      n: own.length,
    }))
    .sort(byOwner);
}
