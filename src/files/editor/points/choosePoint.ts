import { l10n, window, type QuickPickItem } from 'vscode';
import type { PointSources } from '../../../actions/changes/point';
import { whyGitFailed } from '../../../actions/whyGitFailed';
import { addDays, type CalendarDate } from '../../../core/calendar';
import { NAMED_POINTS, type NamedPoint } from '../../../core/changes/namedPoints';
import { plainText, withoutIcons } from '../../../core/escape';
import { dayBefore } from '../../../core/metrics/periods';
import { sentence, sentenceOf } from '../../../words/sentence';
import { pickFrom } from '../pickFrom';
import { nameToKeep, pointCalled } from './namedPoints';
import { weekday } from './pointWords';

/** What a point is asked for. */
export interface PointQuestion {
  readonly title: string;
  readonly question: string;
  /** The name of the one that is offered first. */
  readonly current?: string | undefined;
}

/**
 * Asks for a point of the past.
 *
 * @param sources what tells of points, of each pipeline that has a past
 * @returns its name, see `pointCalled`
 */
export async function choosePoint(
  { title, question, current }: PointQuestion,
  today: CalendarDate,
  sources: () => Promise<readonly PointSources[]>,
): Promise<string | undefined> {
  const items: PointItem[] = NAMED_POINTS.map(point => ({ ...labelOf(point, today), point }));
  items.push({ label: l10n.t('A day, branch, tag or commit…') });
  const typed = current === undefined ? undefined : items.at(-1);
  const front = items.find(({ point }) => point !== undefined && point === current) ?? typed;
  const first = front ? [front, ...items.filter(item => item !== front)] : items;
  const { picked, typed: text } = await pickFrom({
    ...{ title, placeHolder: question, active: first[0] },
    items: first,
    rowsFor: typed => (typed.trim() ? [...first, rowFor(typed)] : first),
  });
  return picked && (picked.point ?? (await pointTyped(title, picked.isTyped ? text : '', await sources())));
}

interface PointItem extends QuickPickItem {
  readonly point?: NamedPoint;
  /** What was typed is the point. */
  readonly isTyped?: boolean;
}

/** What is typed may be no row's label and a point all the same: `last Friday`. */
function rowFor(typed: string): PointItem {
  return {
    label: l10n.t('“{0}”', withoutIcons(plainText(typed.trim(), 60))),
    description: l10n.t('a day, branch, tag or commit'),
    isTyped: true,
    alwaysShow: true,
  };
}

/** The point that was typed into the list; what is none is asked for once more, with the reason. */
async function pointTyped(
  title: string,
  typed: string,
  all: readonly PointSources[],
): Promise<string | undefined> {
  const found = typed.trim() ? await nameOf(typed, all) : undefined;
  return found && 'name' in found ? found.name : askPoint(title, all, typed);
}

function labelOf(point: NamedPoint, today: CalendarDate): QuickPickItem {
  const startOf = (period: 'week' | 'month' | 'quarter') =>
    weekday(addDays(dayBefore(period, today), 1), today);
  switch (point) {
    case 'yesterday':
      return { label: l10n.t('Yesterday'), description: l10n.t('its end') };
    case 'week':
      return { label: l10n.t('Monday'), description: startOf('week') };
    case 'month':
      return { label: l10n.t('Start of the month'), description: startOf('month') };
    case 'quarter':
      return { label: l10n.t('Start of the quarter'), description: startOf('quarter') };
    case 'HEAD':
      return { label: l10n.t('The last commit'), description: l10n.t('the files as committed') };
  }
}

async function askPoint(
  title: string,
  all: readonly PointSources[],
  value: string,
): Promise<string | undefined> {
  let name: string | undefined;
  const typed = await window.showInputBox({
    title,
    value,
    prompt: l10n.t('A day (its end), or what git calls a branch, a tag or a commit'),
    placeHolder: l10n.t('2026-11-20, last Friday, origin/main, v1.2'),
    validateInput: async text => {
      if (!text.trim()) return undefined;
      const found = await nameOf(text, all);
      name = 'name' in found ? found.name : undefined;
      return 'reason' in found ? found.reason : undefined;
    },
  });
  return typed?.trim() ? name : undefined;
}

/** It is enough that one pipeline knows the point: the others say that they don't. */
async function nameOf(
  typed: string,
  all: readonly PointSources[],
): Promise<{ readonly name: string } | { readonly reason: string }> {
  let reason = l10n.t('There is no git here.');
  for (const sources of all) {
    try {
      const found = await pointCalled(typed, sources);
      if (found.ok) return { name: nameToKeep(typed, found.point) };
      reason = sentenceOf(found.problem);
    } catch (cause) {
      reason = sentence(whyGitFailed(cause));
    }
  }
  return { reason };
}
