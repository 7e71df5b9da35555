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
import { isStalled } from '../core/deal/condition';
import { daysInStage, type Deal } from '../core/deal/deal';
import type { CalendarDate } from '../core/calendar';
import { plainText } from '../core/escape';
import { formatMoney, formatMoneyMap } from '../core/money';
import type { GroupId } from '../core/pipeline/pipeline';
import { stageOf } from '../core/process/process';
import { stageIndex, type StageId } from '../core/process/stages';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { AttentionNode, DealNode, FolderNode, GroupNode } from './nodes';

/** A row's words, icon and behaviour. Tooltips are made when they are asked for. */
export function folderItem({ folder }: FolderNode): TreeItem {
  const item = new TreeItem(plainText(folder.name), TreeItemCollapsibleState.Expanded);
  item.id = folder.uri.toString();
  item.iconPath = new ThemeIcon('folder');
  item.contextValue = 'pipeline';
  const { open } = folder.pipeline.files;
  item.description = l10n.t('{0} open', open);
  return item;
}

/** @param isOpen whether a stage shows its deals unless the person has closed it */
export function groupItem({ folder, group }: GroupNode, isOpen: boolean, media: Uri): TreeItem {
  const label = groupLabel(folder, group);
  const isStage = group !== 'won' && group !== 'lost' && group !== 'attention';
  const isExpanded = group === 'attention' || (isStage && isOpen);
  const item = new TreeItem(
    label,
    isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const { count, value } = folder.pipeline.totals(group);
  // The editor keeps a row's first state for as long as its id lasts.
  item.id = `${folder.uri.toString()}#${group}${isExpanded ? '+' : ''}`;
  item.description = [String(count), formatMoneyMap(value)].filter(Boolean).join(' · ');
  item.contextValue = isStage ? 'stage' : group;
  item.iconPath = isStage ? stageIcon(group, media) : OTHER_ICONS[group];
  const deals = group === 'attention' ? l10n.t('{0} files', count) : l10n.t('{0} deals', count);
  const words = [label, deals, formatMoneyMap(value)].filter(Boolean).join(', ');
  item.accessibilityInformation = { label: words, role: 'treeitem' };
  return item;
}

export function dealItem(node: DealNode, today: CalendarDate): TreeItem {
  const { deal, folder, group, problems, uri } = node;
  const item = new TreeItem(plainText(deal.title, 120), TreeItemCollapsibleState.None);
  const days = daysInStage(deal, today);
  const account = deal.account && plainText(deal.account, 60);
  const value = deal.value && formatMoney(deal.value);
  item.id = `${folder.uri.toString()}#${group}/${deal.path}`;
  // The view is narrow: what is cut off should be what the title most often says already.
  item.description = [value, days === undefined ? undefined : l10n.t('{0} d', days), account]
    .filter(Boolean)
    .join(' · ');
  item.contextValue = `deal ${deal.status}`;
  item.iconPath = dealIcon(deal, folder, today, problems.length > 0);
  item.command = openFile(uri);
  const stage = plainText(stageOf(folder.pipeline.process, deal.stage).label, 60);
  const words = [
    plainText(deal.title, 120),
    account,
    value,
    deal.status === 'won' ? l10n.t('won') : deal.status === 'lost' ? l10n.t('lost in {0}', stage) : stage,
    days === undefined
      ? undefined
      : days === 1
        ? l10n.t('1 day in this stage')
        : l10n.t('{0} days in this stage', days),
    isStalled(deal, folder.pipeline.process, today) ? l10n.t('stalled') : undefined,
    problems.length ? l10n.t('has problems') : undefined,
  ];
  item.accessibilityInformation = { label: words.filter(Boolean).join(', '), role: 'treeitem' };
  return item;
}

export function attentionItem({ folder, problem, title, uri }: AttentionNode): TreeItem {
  const item = new TreeItem(plainText(title, 120), TreeItemCollapsibleState.None);
  item.id = `${folder.uri.toString()}#attention/${uri.path}`;
  item.description = plainText(problem.message);
  item.contextValue = 'attention';
  item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  item.command = openFile(uri, problem.line);
  const words = l10n.t('{0}, line {1}: {2}', plainText(title, 120), problem.line, plainText(problem.message));
  item.accessibilityInformation = { label: words, role: 'treeitem' };
  return item;
}

export function groupLabel(folder: PipelineFolder, group: GroupId): string {
  if (group === 'won') return l10n.t('Won');
  if (group === 'lost') return l10n.t('Lost');
  if (group === 'attention') return l10n.t('Needs attention');
  return plainText(stageOf(folder.pipeline.process, group).label, 60);
}

const OTHER_ICONS: Record<Exclude<GroupId, StageId>, ThemeIcon> = {
  won: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  lost: new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
  attention: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
};

/** A ring that fills up on the way to the close. */
function stageIcon(stage: StageId, media: Uri): { light: Uri; dark: Uri } {
  const number = stageIndex(stage) + 1;
  const file = (theme: string) => Uri.joinPath(media, 'stages', `${number}-${theme}.svg`);
  return { light: file('light'), dark: file('dark') };
}

function dealIcon(deal: Deal, folder: PipelineFolder, today: CalendarDate, hasProblems: boolean): ThemeIcon {
  if (hasProblems) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (deal.status !== 'open')
    return new ThemeIcon('circle-small-filled', new ThemeColor('disabledForeground'));
  if (isStalled(deal, folder.pipeline.process, today))
    return new ThemeIcon('clockface', new ThemeColor('list.warningForeground'));
  return new ThemeIcon('circle-small-filled');
}

function openFile(uri: Uri, line?: number): Command {
  const options = line === undefined ? {} : { selection: new Range(line - 1, 0, line - 1, 0) };
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri, options] };
}
