import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { due, isIdle, isOnHold, isStalled, type Due } from '../core/deal/condition';
import { isOpen, type Deal } from '../core/deal/deal';
import { lacksNextStep, warningsOf } from '../core/deal/warnings';
import { plainText } from '../core/escape';
import type { MoneyMap } from '../core/money';
import { moneyIn, type Currencies } from '../core/moneyFormat';
import type { AgendaId } from '../core/pipeline/agenda';
import { isArchived } from '../core/pipeline/archive';
import { isSerious } from '../core/problem';
import { stageOf, type Process } from '../core/process/process';
import { inOwnDirection } from '../core/sideBySide';
import type { DealThen } from '../files/editor/points/was';
import { agendaParts } from '../words/day';
import { inConflict, sidesInWords } from '../words/conflict';
import { agendaLabel, agendaRow, closedRow, openRow, type RowPart } from '../words/row';
import { worthOf } from '../words/worth';
import { NO_STEP_ROW, OVERDUE_ROW, PLAIN_ROW, rowUri } from './decorations';
import type { DealNode } from './nodes';
import { factsOf } from './rowSettings';
import { thenWords } from './thenWords';
import { openFile } from './treeItems';
import { dealsAloud, longDate, nextStepAloud, stayAloud, todosAloud, warnedInWords } from './words';

/** A deal in the pipeline: its name, and then what decides. What is cut off is said by the icon and by the tooltip too. */
export function dealItem(
  node: DealNode,
  parts: readonly RowPart[],
  today: CalendarDate,
  then: DealThen | undefined,
): TreeItem {
  const { deal, folder, group, name } = node;
  const was = thenWords(node, then, today);
  const facts = { ...factsOf(folder, today), was: was?.row };
  const item = anyDealItem(node, inOwnDirection(plainText(name, 120)), today);
  item.id = `${folder.uri.toString()}#${group}/${deal.path}`;
  const row = isOpen(deal) ? openRow(deal, name, parts, facts) : closedRow(deal, name, facts);
  item.description = behindSides(node, row);
  item.resourceUri = rowUri(deal, folder, today);
  const isSaid = isOpen(deal) && parts.includes('was');
  const aloud = [...dealAloud(node, today), ...(isSaid && was?.full ? [was.full] : [])];
  item.accessibilityInformation = { label: aloud.join(', '), role: 'treeitem' };
  return item;
}

/** A deal in the agenda: what is to be done comes first. */
export function agendaItem(node: DealNode, today: CalendarDate): TreeItem {
  const { deal, folder, group, name } = node;
  const facts = factsOf(folder, today);
  const item = anyDealItem(node, agendaLabel(deal, name, facts), today);
  item.id = `${folder.uri.toString()}#agenda/${group}/${deal.path}`;
  const stage = stageOf(folder.pipeline.process, deal.stage).label;
  item.description = behindSides(node, agendaRow(deal, name, stage, facts));
  // What is due matters here, and a deal that is overdue is often stalled too: that is said aloud and in the tooltip.
  const hasNone = group === 'none';
  item.resourceUri = hasNone ? NO_STEP_ROW : PLAIN_ROW;
  // Its button sets a step: there is none to complete.
  if (hasNone && item.contextValue?.startsWith('deal')) item.contextValue += ' stepless';
  const label = [nextStepAloud(deal, today), ...dealAloud(node, today, 'without its step')].join(', ');
  item.accessibilityInformation = { label, role: 'treeitem' };
  return item;
}

/** @param sums what the deals of the part are worth, and what currencies are beside each other in it */
export function agendaPartItem(
  part: AgendaId,
  { deals, todos }: { readonly deals: number; readonly todos: number },
  sums: Readonly<MoneyMap>,
  currencies: Currencies,
): TreeItem {
  const isOpen = part !== 'later';
  const item = new TreeItem(
    AGENDA_LABELS[part],
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const money = moneyIn(currencies);
  const counts = [deals || !todos ? dealsAloud(deals) : '', todos ? todosAloud(todos) : ''];
  item.id = part;
  const worth = money.sums(sums);
  item.description = [String(deals + todos), money.shortSums(sums)].filter(text => text).join(' · ');
  item.tooltip = [...counts, worth].filter(text => text).join(' · ');
  item.iconPath = AGENDA_ICONS[part];
  item.resourceUri = { overdue: OVERDUE_ROW, none: NO_STEP_ROW }[part as string] ?? PLAIN_ROW;
  item.contextValue = 'agenda part';
  const words = [AGENDA_LABELS[part], ...counts, worth && l10n.t('worth {0}', worth)];
  item.accessibilityInformation = { label: words.filter(word => word).join(', '), role: 'treeitem' };
  return item;
}

function anyDealItem(
  { deal, folder, problems, uri }: DealNode,
  label: string,
  today: CalendarDate,
): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  const isWrong = problems.some(isSerious);
  const what = `deal${isWrong ? ' problems' : ''} ${deal.status}${isArchived(deal) ? ' archived' : ''}`;
  // Nothing that would change it is offered.
  item.contextValue = folder.now ? 'past' : deal.conflict ? 'conflict' : what;
  item.iconPath = dealIcon(deal, folder.pipeline.process, today, isWrong);
  item.command = openFile(uri);
  return item;
}

/** What a conflict is about comes first, since nothing else is changed until it is settled. */
function behindSides({ deal, folder: { pipeline } }: DealNode, row: string): string {
  if (!deal.conflict) return row;
  return [sidesInWords(deal, pipeline.process, moneyIn(pipeline.currencies)), row]
    .filter(part => part)
    .join(' · ');
}

/** All that the row says and shows, in full words. */
function dealAloud(
  { deal, folder, problems }: DealNode,
  today: CalendarDate,
  how?: 'without its step',
): string[] {
  const { currencies, process } = folder.pipeline;
  const money = moneyIn(currencies);
  const stage = plainText(stageOf(process, deal.stage).label, 60);
  const lost = deal.stageNotKnown ? l10n.t('lost') : l10n.t('lost in {0}', stage);
  return [
    plainText(deal.title, 120),
    deal.account && plainText(deal.account, 60),
    inConflict(deal, process, money),
    worthOf(deal, money),
    { open: stage, won: l10n.t('won'), lost }[deal.status],
    isOpen(deal) ? stayAloud(deal, today) : undefined,
    isStalled(deal, process, today) ? l10n.t('stalled') : undefined,
    isIdle(deal, process, today) ? l10n.t('idle') : undefined,
    ...warningsOf(deal, process, today)
      .filter(({ kind }) => kind !== 'noNextStep')
      .map(one => warnedInWords([one], today)),
    isOpen(deal) && isOnHold(deal, today)
      ? l10n.t('on hold until {0}', longDate(deal.onHoldUntil!))
      : undefined,
    isOpen(deal) && !how && !isNothingMissing(deal, process, today) ? nextStepAloud(deal, today) : undefined,
    isArchived(deal) ? l10n.t('archived') : undefined,
    problems.some(isSerious) ? l10n.t('has problems') : undefined,
  ].flatMap(word => word || []);
}

const AGENDA_LABELS = agendaParts('en');

/** The same icons as at the deals, so that one learns them here. */
export const DUE_ICONS: Readonly<Record<Due, ThemeIcon>> = {
  overdue: new ThemeIcon('bell-dot', new ThemeColor('list.errorForeground')),
  today: new ThemeIcon('bell', new ThemeColor('charts.blue')),
  planned: new ThemeIcon('circle-small-filled'),
  undated: new ThemeIcon('circle-small-filled', new ThemeColor('disabledForeground')),
  none: new ThemeIcon('report', new ThemeColor('list.warningForeground')),
};

const AGENDA_ICONS: Readonly<Record<AgendaId, ThemeIcon>> = {
  overdue: DUE_ICONS.overdue,
  today: DUE_ICONS.today,
  tomorrow: new ThemeIcon('calendar'),
  week: new ThemeIcon('calendar'),
  later: new ThemeIcon('calendar', new ThemeColor('disabledForeground')),
  none: DUE_ICONS.none,
};

/** Until a day that is still to come. */
export const HOLD_ICON = new ThemeIcon('debug-pause', new ThemeColor('disabledForeground'));

export const PROBLEM_ICON = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));

/** Git could not merge the file. */
export const CONFLICT_ICON = new ThemeIcon('git-merge', new ThemeColor('list.errorForeground'));

function dealIcon(deal: Deal, process: Process, today: CalendarDate, hasProblems: boolean): ThemeIcon {
  if (deal.conflict) return CONFLICT_ICON;
  if (hasProblems) return PROBLEM_ICON;
  if (!isOpen(deal)) return new ThemeIcon('circle-small-filled', new ThemeColor('disabledForeground'));
  return isOnHold(deal, today) ? HOLD_ICON : DUE_ICONS[whatIsDue(deal, process, today)];
}

function whatIsDue(deal: Deal, process: Process, today: CalendarDate): Due {
  if (!isNothingMissing(deal, process, today)) return due(deal, today);
  return deal.todos?.length ? 'planned' : 'undated';
}

/** There is no next step, and none is wanted: a to-do with a day stands for it, or the team has turned that warning off. */
function isNothingMissing(deal: Deal, process: Process, today: CalendarDate): boolean {
  return due(deal, today) === 'none' && !lacksNextStep(deal, process, today);
}
