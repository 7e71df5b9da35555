import { env, l10n } from 'vscode';
import type { PastPoint } from '../../../actions/changes/point';
import { daysBetween, type CalendarDate } from '../../../core/calendar';
import { plainText } from '../../../core/escape';
import { formatDay } from '../../../words/row';

/**
 * A point as it stands behind “since”: `Mon 23 Nov`, `the end of Sat 28 Nov`, `main`.
 *
 * @param name what the person chose
 */
export function sinceWords(name: string, point: PastPoint, today: CalendarDate): string {
  if (point.kind === 'day' && point.start !== undefined) return weekday(point.start, today);
  return pointWords(name, point, today);
}

/** The same as it stands behind “as of”, where the first hour of a day is another point than its last: `the start of Mon 23 Nov`. */
export function pointWords(name: string, point: PastPoint, today: CalendarDate): string {
  if (point.kind === 'day') {
    const { day, start } = point;
    return start === undefined
      ? l10n.t('the end of {0}', weekday(day, today))
      : l10n.t('the start of {0}', weekday(start, today));
  }
  if (point.kind === 'commit') {
    if (name === 'HEAD') return l10n.t('the last commit');
    return name === point.commit.id ? name.slice(0, 8) : plainText(name, 40);
  }
  return point.kind === 'staged' ? l10n.t('what is staged') : l10n.t('now');
}

/** `Mon 23 Nov`; with the year where that is another one. */
export function weekday(day: CalendarDate, today: CalendarDate): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return formatDay(day, { weekday: 'short', day: 'numeric', month: 'short', ...year }, env.language);
}

/** The same with the day of a commit: it has no other sign of how old it is. */
export function momentWords(name: string, point: PastPoint, today: CalendarDate): string {
  const words = pointWords(name, point, today);
  return point.kind === 'commit' ? l10n.t('{0} ({1})', words, weekday(point.commit.on, today)) : words;
}

/** A team that commits at least so often has no doubt that a day is that day’s: in days. */
const A_WHILE = 7;

/** The day of the last commit before the end of a day, where that is a while before it; of several pipelines, the latest. */
export function quietSince(points: readonly PastPoint[], today: CalendarDate): string | undefined {
  const told = points.flatMap(point =>
    point.kind === 'day' && point.commit ? [{ day: point.day, on: point.commit.on }] : [],
  );
  const last = told.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  return last && daysBetween(last.on, last.day) >= A_WHILE ? weekday(last.on, today) : undefined;
}
