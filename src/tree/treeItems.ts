import {
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Command,
  Uri,
} from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { due, isIdle, isStalled, type Due } from '../core/deal/condition';
import { daysInStage, mostDaysInStage } from '../core/deal/daysInStage';
import { isOpen, type Deal } from '../core/deal/deal';
import { plainText } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import type { AgendaId } from '../core/pipeline/agenda';
import { isArchived } from '../core/pipeline/archive';
import type { ViewGroup } from '../core/pipeline/view';
import { isSerious } from '../core/problem';
import { stageOf } from '../core/process/process';
import { isStageId, stageIndex, type StageId } from '../core/process/stages';
import { PLAIN_ROW, rowUri } from './decorations';
import type { AttentionNode, DealNode, FolderNode } from './nodes';
import type { PipelineFolder } from '../files/pipelineFolder';
import { dealsAloud, dueWords, groupLabel, nextStepAloud, stayAloud } from './words';
import { sentenceOf } from '../words/sentence';
import { worthOf } from '../words/worth';

/** A row's words, icon and behaviour. Tooltips are made when they are asked for. */
export function folderItem({ folder }: FolderNode, shown: number): TreeItem {
  const item = new TreeItem(plainText(folder.name), TreeItemCollapsibleState.Expanded);
  item.id = folder.uri.toString();
  item.iconPath = new ThemeIcon('folder');
  item.contextValue = 'pipeline';
  item.description = l10n.t('{0} open', shown);
  return item;
}

/** @param isOpen whether a group of open deals shows them unless the person has closed it */
export function groupItem(folder: PipelineFolder, group: ViewGroup, isOpen: boolean, media: Uri): TreeItem {
  const { id, kind, totals, stalled } = group;
  const label = groupLabel(folder, group);
  const hasOpenDeals = !isOther(kind);
  const isExpanded = kind === 'attention' || (hasOpenDeals && isOpen);
  const item = new TreeItem(
    label,
    isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const { sums } = moneyIn(folder.pipeline.currencies);
  const value = sums(totals.value);
  const weighted = hasOpenDeals ? sums(totals.weighted) : '';
  // The editor keeps a row's first state for as long as its id lasts.
  item.id = `${folder.uri.toString()}#${id}${isExpanded ? '+' : ''}`;
  item.description = [
    String(totals.count),
    value,
    stalled ? l10n.t('{0} stalled', stalled) : '',
    weighted && l10n.t('{0} weighted', weighted),
  ]
    .filter(part => part)
    .join(' · ');
  item.contextValue = hasOpenDeals ? kind : `group ${kind}`;
  item.iconPath = kind === 'stage' && isStageId(id) ? stageIcon(id, media) : GROUP_ICONS[kind];
  const { count } = totals;
  const words = [
    label,
    kind === 'attention' ? (count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count)) : dealsAloud(count),
    value && l10n.t('worth {0}', value),
    weighted && l10n.t('weighted {0}', weighted),
    stalled ? l10n.t('{0} stalled', stalled) : '',
  ];
  item.accessibilityInformation = { label: words.filter(word => word).join(', '), role: 'treeitem' };
  return item;
}

export function dealItem(node: DealNode, today: CalendarDate): TreeItem {
  const { deal, folder, group } = node;
  const days = daysInStage(deal, today);
  const most = mostDaysInStage(deal, today);
  const step = isOpen(deal) ? [dueWords(deal, today), deal.nextStep && plainText(deal.nextStep, 80)] : [];
  const account = !isOpen(deal) && deal.account && plainText(deal.account, 60);
  const item = anyDealItem(node, today);
  item.id = `${folder.uri.toString()}#${group}/${deal.path}`;
  // The view is narrow: what is cut off first is said by the icon and by the tooltip too.
  item.description = [
    worthOf(deal, moneyIn(folder.pipeline.currencies)),
    days === undefined ? most !== undefined && l10n.t('{0} d or less', most) : l10n.t('{0} d', days),
    step.filter(part => part).join(': '),
    account,
  ]
    .filter(part => part)
    .join(' · ');
  return item;
}

/** A deal in the agenda: what is to be done comes first. */
export function agendaItem(node: DealNode, today: CalendarDate): TreeItem {
  const { deal, folder, group } = node;
  const item = anyDealItem(node, today);
  // What is due matters here, and a deal that is overdue is often stalled too: that is said aloud and in the tooltip.
  item.resourceUri = PLAIN_ROW;
  item.id = `${folder.uri.toString()}#agenda/${group}/${deal.path}`;
  const when = group === 'today' ? undefined : dueWords(deal, today);
  const step = deal.nextStep ? plainText(deal.nextStep, 80) : undefined;
  const stage = plainText(stageOf(folder.pipeline.process, deal.stage).label, 60);
  item.description = [when, step ?? stage].filter(part => part).join(' · ');
  return item;
}

export function agendaPartItem(part: AgendaId, count: number): TreeItem {
  const isOpen = part !== 'later';
  const item = new TreeItem(
    AGENDA_LABELS[part],
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = part;
  item.description = String(count);
  item.iconPath = AGENDA_ICONS[part];
  item.contextValue = 'agenda part';
  item.accessibilityInformation = { label: `${AGENDA_LABELS[part]}, ${dealsAloud(count)}`, role: 'treeitem' };
  return item;
}

export function attentionItem({ folder, problem, title, uri }: AttentionNode): TreeItem {
  const item = new TreeItem(plainText(title, 120), TreeItemCollapsibleState.None);
  item.id = `${folder.uri.toString()}#attention/${uri.path}`;
  item.description = plainText(sentenceOf(problem));
  item.contextValue = 'attention';
  item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  item.command = openFile(uri, problem.line);
  const words = l10n.t(
    '{0}, line {1}: {2}',
    plainText(title, 120),
    problem.line,
    plainText(sentenceOf(problem)),
  );
  item.accessibilityInformation = { label: words, role: 'treeitem' };
  return item;
}

function anyDealItem({ deal, folder, problems, uri }: DealNode, today: CalendarDate): TreeItem {
  const item = new TreeItem(plainText(deal.title, 120), TreeItemCollapsibleState.None);
  const isWrong = problems.some(isSerious);
  item.contextValue = `deal${isWrong ? ' problems' : ''} ${deal.status}${isArchived(deal) ? ' archived' : ''}`;
  item.iconPath = dealIcon(deal, today, problems.some(isSerious));
  item.resourceUri = rowUri(deal, folder, today);
  item.command = openFile(uri);
  const words = dealAloud(deal, folder, today, problems.some(isSerious));
  item.accessibilityInformation = { label: words, role: 'treeitem' };
  return item;
}

/** All that the row says and shows, in full words. */
function dealAloud(deal: Deal, folder: PipelineFolder, today: CalendarDate, hasProblems: boolean): string {
  const { process } = folder.pipeline;
  const stage = plainText(stageOf(process, deal.stage).label, 60);
  return [
    plainText(deal.title, 120),
    deal.account && plainText(deal.account, 60),
    worthOf(deal, moneyIn(folder.pipeline.currencies)),
    { open: stage, won: l10n.t('won'), lost: l10n.t('lost in {0}', stage) }[deal.status],
    isOpen(deal) ? stayAloud(deal, today) : undefined,
    isStalled(deal, process, today) ? l10n.t('stalled') : undefined,
    isIdle(deal, process, today) ? l10n.t('idle') : undefined,
    isOpen(deal) ? nextStepAloud(deal, today) : undefined,
    isArchived(deal) ? l10n.t('archived') : undefined,
    hasProblems ? l10n.t('has problems') : undefined,
  ]
    .filter(word => word)
    .join(', ');
}

function isOther(kind: ViewGroup['kind']): kind is 'won' | 'lost' | 'attention' {
  return kind === 'won' || kind === 'lost' || kind === 'attention';
}

const GROUP_ICONS: Readonly<Record<ViewGroup['kind'], ThemeIcon>> = {
  stage: new ThemeIcon('circle-large-outline'),
  owner: new ThemeIcon('person'),
  account: new ThemeIcon('organization'),
  close_month: new ThemeIcon('calendar'),
  forecast: new ThemeIcon('graph-line'),
  won: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  lost: new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
  attention: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
};

const AGENDA_LABELS: Readonly<Record<AgendaId, string>> = {
  overdue: l10n.t('Overdue'),
  today: l10n.t('Today'),
  week: l10n.t('This week'),
  later: l10n.t('Later'),
  none: l10n.t('No next step'),
};

/** The same icons as at the deals, so that one learns them here. */
const DUE_ICONS: Readonly<Record<Due, ThemeIcon>> = {
  overdue: new ThemeIcon('bell-dot', new ThemeColor('list.errorForeground')),
  today: new ThemeIcon('bell', new ThemeColor('charts.blue')),
  planned: new ThemeIcon('circle-small-filled'),
  undated: new ThemeIcon('circle-small-filled', new ThemeColor('disabledForeground')),
  none: new ThemeIcon('circle-small', new ThemeColor('list.warningForeground')),
};

const AGENDA_ICONS: Readonly<Record<AgendaId, ThemeIcon>> = {
  overdue: DUE_ICONS.overdue,
  today: DUE_ICONS.today,
  week: new ThemeIcon('calendar'),
  later: new ThemeIcon('calendar', new ThemeColor('disabledForeground')),
  none: new ThemeIcon('question', new ThemeColor('list.warningForeground')),
};

/** A ring that fills up on the way to the close. */
function stageIcon(stage: StageId, media: Uri): { light: Uri; dark: Uri } {
  const number = stageIndex(stage) + 1;
  const file = (theme: string) => Uri.joinPath(media, 'stages', `${number}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}

function dealIcon(deal: Deal, today: CalendarDate, hasProblems: boolean): ThemeIcon {
  if (hasProblems) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (!isOpen(deal)) return new ThemeIcon('circle-small-filled', new ThemeColor('disabledForeground'));
  return DUE_ICONS[due(deal, today)];
}

function openFile(uri: Uri, line?: number): Command {
  const options = line === undefined ? {} : { selection: new Range(line - 1, 0, line - 1, 0) };
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri, options] };
}
