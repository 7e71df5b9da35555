import type { CalendarDate } from '../../core/calendar';
import { isCalendarDate } from '../../core/calendar';
import { dayBefore } from '../../core/metrics/periods';
import { refuse, type Refusal } from '../../core/refusal';
import { addDays } from '../../core/calendar';
import { pastDay } from '../../core/saidDays/pastDays';
import { say } from '../say';
import type { CommitFound, Snapshots } from '../ports/snapshots';

/** A point of a pipeline's past that changes are counted from or to. */
export type PastPoint =
  /** The files as they are, unsaved changes included. */
  | { readonly kind: 'now' }
  /** What would be committed. */
  | { readonly kind: 'staged' }
  | { readonly kind: 'commit'; readonly commit: CommitFound }
  | DayPoint;

/** The end of a day. */
export interface DayPoint {
  readonly kind: 'day';
  readonly day: CalendarDate;
  /** The first day of what begins after that: of the week, the month or the quarter that somebody named. */
  readonly start?: CalendarDate;
  /** What git has of that day; nothing where its past does not go back so far, and the deals' own lines have to tell. */
  readonly commit: CommitFound | undefined;
}

export interface PointSources {
  /** None where there is no git. */
  readonly snapshots: Snapshots | undefined;
  readonly today: CalendarDate;
  /** How the person writes days, as a BCP 47 tag. */
  readonly language: string;
}

/** What begins on a day of its own: the point is the evening before. */
const STARTS = ['week', 'month', 'quarter'] as const;

/**
 * The point that a person means: `now`, `staged`, `week` (`lastMonday`), `month` or `quarter` (where that began), a day (its end), or whatever
 * git calls a commit.
 *
 * @throws GitFailed
 */
export async function findPoint(
  typed: string,
  sources: PointSources,
): Promise<{ readonly ok: true; readonly point: PastPoint } | Refusal> {
  const { snapshots, today, language } = sources;
  const name = typed.trim().toLowerCase();
  if (name === 'now') return { ok: true, point: { kind: 'now' } };
  if (name === 'staged' || name === 'index') {
    const point = { kind: 'staged' } as const;
    return snapshots ? { ok: true, point } : refuse(say('pointNeedsGit', { typed }));
  }
  const start = STARTS.find(one => one === name);
  if (start) return { ok: true, point: await startPoint(dayBefore(start, today), sources) };
  if (isCalendarDate(name)) return dayPointUpToToday(name, sources);
  const commit = await snapshots?.commitCalled(typed.trim());
  if (commit) return { ok: true, point: { kind: 'commit', commit } };
  const day = pastDay(typed, today, language, { isApart: true });
  if (day) return dayPointUpToToday(day, sources);
  return refuse(
    snapshots || !mayBeRevision(name)
      ? say('noSuchPoint', { typed, isShallow: snapshots?.isShallow ?? false })
      : say('pointNeedsGit', { typed }),
  );
}

/** @throws GitFailed */
export async function dayPoint(
  day: CalendarDate,
  { snapshots }: Pick<PointSources, 'snapshots'>,
): Promise<DayPoint> {
  return { kind: 'day', day, commit: await snapshots?.lastCommitUntil(day) };
}

async function startPoint(day: CalendarDate, sources: PointSources): Promise<DayPoint> {
  return { ...(await dayPoint(day, sources)), start: addDays(day, 1) };
}

async function dayPointUpToToday(
  day: CalendarDate,
  sources: PointSources,
): Promise<{ readonly ok: true; readonly point: PastPoint } | Refusal> {
  const { today } = sources;
  if (day > today) return refuse(say('pointToCome', { day, today }));
  return { ok: true, point: await dayPoint(day, sources) };
}

function mayBeRevision(name: string): boolean {
  return /^(?:head\b|[0-9a-f]{4,40}$|[\w./-]+[~^@])/.test(name);
}

/** The day by which it is told what could slip: that of a point, or what began after it. */
export function dayOfPoint(point: PastPoint, today: CalendarDate): CalendarDate {
  if (point.kind === 'day') return point.start ?? point.day;
  return point.kind === 'commit' ? point.commit.on : today;
}

/** A point as programs know it: a day, a commit's full name, `staged` or `now`. */
export function pointName(point: PastPoint): string {
  if (point.kind === 'day') return point.day;
  return point.kind === 'commit' ? point.commit.id : point.kind;
}
