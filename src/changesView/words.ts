import { env, l10n } from 'vscode';
import type { PastPoint } from '../actions/changes/point';
import type { CalendarDate } from '../core/calendar';
import { plainText } from '../core/escape';
import { formatDay } from '../words/row';

/**
 * The chosen point, as it stands behind “since”: `Mon 23 Nov`, `the end of Sat 28 Nov`, `main`.
 *
 * @param name what the person chose
 */
export function pointWords(name: string, point: PastPoint, today: CalendarDate): string {
  if (point.kind === 'day') {
    const { day, start } = point;
    return start === undefined ? l10n.t('the end of {0}', weekday(day, today)) : weekday(start, today);
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

/** A sentence of why nothing is shown, where the view has other pipelines beside that one. */
export const LACKS = {
  untrusted: l10n.t('not in a trusted workspace'),
  noGit: l10n.t('not in git'),
} as const;
