import { env, l10n } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { due, isOnHold } from '../core/deal/condition';
import { daysInStage, mostDaysInStage } from '../core/deal/daysInStage';
import type { Deal } from '../core/deal/deal';
import type { Warned } from '../core/deal/warnings';
import { plainText } from '../core/escape';
import type { ViewGroup } from '../core/pipeline/view';
import { stageOf, type Forecast } from '../core/process/process';
import { isStageId } from '../core/process/stages';
import type { Grouping } from '../core/process/view';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import { reportWords } from '../words/report';
import * as words from '../words/row';

/** `27 Nov`; with the year where that is another one. */
export function shortDate(date: CalendarDate, today: CalendarDate): string {
  return words.shortDate(date, { today, language: env.language });
}

/** `Friday, 27 November`, to be read aloud. */
export function longDate(date: CalendarDate): string {
  return format(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function format(date: string, options: Intl.DateTimeFormatOptions): string {
  return words.formatDay(date, options, env.language);
}

/** When the next step is due, beside a deal: `3d late`, `today`, `27 Nov`; nothing where nobody said. */
export function dueWords(deal: Deal, today: CalendarDate): string | undefined {
  return words.dueWords(deal, { today, language: env.language });
}

/** The same in full: `next step Send the quote, due on Friday, 27 November 2026`. */
export function nextStepAloud(deal: Deal, today: CalendarDate): string {
  const step = deal.nextStep ? plainText(deal.nextStep, 120) : l10n.t('unnamed');
  const when = due(deal, today);
  // Nothing is late before that day.
  if (isOnHold(deal, today) && when !== 'none') return l10n.t('next step {0}', step);
  switch (when) {
    case 'overdue':
      return l10n.t('next step {0}, overdue since {1}', step, longDate(deal.nextStepOn!));
    case 'today':
      return l10n.t('next step {0}, due today', step);
    case 'planned':
      return l10n.t('next step {0}, due on {1}', step, longDate(deal.nextStepOn!));
    case 'undated':
      return l10n.t('next step {0}, no date', step);
    case 'none':
      return l10n.t('no next step');
  }
}

function daysAloud(days: number): string {
  return days === 1 ? l10n.t('1 day in this stage') : l10n.t('{0} days in this stage', days);
}

/** How long an open deal has been where it is, or may have been at most where the day isn't known. */
export function stayAloud(deal: Deal, today: CalendarDate): string | undefined {
  const days = daysInStage(deal, today);
  if (days !== undefined) return daysAloud(days);
  const most = mostDaysInStage(deal, today);
  return most === undefined ? undefined : l10n.t('{0} or less', daysAloud(most));
}

/** What the team wants to be warned of: `Only 1 contact, no value`. */
export function warnedInWords(warned: readonly Warned[], today: CalendarDate): string {
  const said = warned.map(one => reportWords('en').today.reason(one, today)).join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

export function dealsAloud(count: number): string {
  return count === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', count);
}

export function todosAloud(count: number): string {
  return count === 1 ? l10n.t('1 to-do') : l10n.t('{0} to-dos', count);
}

/** What a group of the view is called. */
export function groupLabel(folder: ShownFolder, { kind, name }: ViewGroup): string {
  if (kind === 'won') return l10n.t('Won');
  if (kind === 'lost') return l10n.t('Lost');
  if (kind === 'attention') return l10n.t('Needs attention');
  if (name === undefined) return WITHOUT[kind];
  if (kind === 'stage')
    return isStageId(name) ? plainText(stageOf(folder.pipeline.process, name).label, 60) : name;
  if (kind === 'forecast') return FORECAST_LABELS[name as Forecast];
  return kind === 'close_month'
    ? format(`${name}-01`, { month: 'long', year: 'numeric' })
    : plainText(name, 60);
}

const WITHOUT: Readonly<Record<Grouping, string>> = {
  stage: '',
  owner: l10n.t('No owner'),
  account: l10n.t('No account'),
  close_month: l10n.t('No close date'),
  forecast: l10n.t('No forecast'),
};

const FORECAST_LABELS: Readonly<Record<Forecast, string>> = {
  commit: l10n.t('Commit'),
  best_case: l10n.t('Best case'),
  pipeline: l10n.t('Pipeline'),
  omitted: l10n.t('Omitted'),
};
