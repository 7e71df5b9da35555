import {
  canHaveHappened,
  daysBetween,
  isDecadesAway,
  isLongAgo,
  isYetToCome,
  type CalendarDate,
} from '../../calendar';
import { FIELDS, propertyOf, rowOf } from '../../fields/table';
import { ownName } from '../../frontMatter/keyNames';
import { linesIn, type LineRuns } from '../../lineRuns';
import { once } from '../../once';
import { hint, warning, type At, type Problem } from '../../problem';
import type { FieldNames } from '../../process/fieldNames';
import { activeDays, type Deal } from '../deal';
import type { DealEntry } from '../entry';
import { say } from '../say';

/** Days that can't be, or whose year was probably mistyped. */
export function wrongDays(
  { deal, historyAt, loggedAt }: Pick<DealEntry, 'deal' | 'historyAt' | 'loggedAt'>,
  names: FieldNames,
  today: CalendarDate,
): Problem[] {
  return [
    ...inFields(deal, names, today),
    ...inHistory(deal, historyAt, today),
    ...createdLate(deal, names, today),
    ...inLog(deal, loggedAt, today),
  ];
}

/** The fields that hold a day, and whether it is one to come. */
const DAYS = FIELDS.flatMap(field => {
  const { kind } = rowOf(field);
  return kind === 'day' || kind === 'pastDay' ? [{ field, property: propertyOf(field), kind }] : [];
});

function inFields(deal: Deal, names: FieldNames, today: CalendarDate): Problem[] {
  return DAYS.flatMap(({ field, property, kind }) => {
    const day = deal[property as keyof Deal] as CalendarDate | undefined;
    if (day === undefined) return [];
    const told = { key: ownName(names, field), day };
    return kind === 'pastDay' ? happened(told, [field], today) : planned(told, [field], today);
  });
}

interface Told {
  readonly key: string;
  readonly day: CalendarDate;
}

/** What has happened can't be dated later than tomorrow. */
function happened(told: Told, at: At, today: CalendarDate): Problem[] {
  if (isLongAgo(told.day, today)) return [farAway(told, at)];
  return isYetToCome(told.day, today)
    ? [warning('future-date', say('dayToCome', told), { line: 2, at })]
    : [];
}

function planned(told: Told, at: At, today: CalendarDate): Problem[] {
  return isDecadesAway(told.day, today) ? [farAway(told, at)] : [];
}

/** `2206-12-18`, `0026-12-18` */
function farAway(told: Told, at: At): Problem {
  return hint('doubtful-date', say('dayFarAway', told), { line: 2, at });
}

function inHistory(
  { history }: Deal,
  historyAt: readonly number[] | undefined,
  today: CalendarDate,
): Problem[] {
  // Only slips are out of order here: whatever else was has been put in order when it was read.
  const last = history.at(-1)?.on;
  return history.flatMap(({ on, closeDate }, index) => {
    const entry = historyAt?.[index] ?? index;
    const at = ['history', entry];
    const isSlip = last !== undefined && on > last && !isYetToCome(on, today);
    const slip = () => say('historySlip', { entry: entry + 1, day: on });
    return [
      ...(isSlip
        ? [warning('history-order', slip(), { line: 2, at: [...at, 'on'] })]
        : happened({ key: 'on', day: on }, [...at, 'on'], today)),
      ...(closeDate ? planned({ key: 'close_date', day: closeDate }, [...at, 'close_date'], today) : []),
    ];
  });
}

/** The history goes further back than the beginning; by a day it may, where people are far from each other. */
function createdLate({ created, history }: Deal, names: FieldNames, today: CalendarDate): Problem[] {
  const first = history[0]?.on;
  if (!created || !first || ![created, first].every(day => canHaveHappened(day, today))) return [];
  if (daysBetween(first, created) <= 1) return [];
  const says = say('createdLate', { key: ownName(names, 'created'), day: created, first });
  return [warning('created-late', says, { line: 2, at: ['created'] })];
}

/** What is dated later than tomorrow, or decades ago, is no touch: the deal looks idle. */
function inLog(deal: Deal, runs: LineRuns = [], today: CalendarDate): Problem[] {
  const lines = once(() => linesIn(runs));
  const where = (index: number) => ({ line: lines()[index] ?? 1 });
  return activeDays(deal).flatMap((day, index) => {
    if (isYetToCome(day, today)) return [hint('future-date', say('loggedToCome', { day }), where(index))];
    return isLongAgo(day, today) ? [hint('doubtful-date', say('loggedLongAgo', { day }), where(index))] : [];
  });
}
