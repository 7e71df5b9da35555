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
import { plainText } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import type { ViewGroup } from '../core/pipeline/view';
import { isStageId, stageIndex, type StageId } from '../core/process/stages';
import type { AttentionNode, FolderNode } from './nodes';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import { dealsAloud, groupLabel } from './words';
import { sentenceOf } from '../words/sentence';

/** A row's words, icon and behaviour. Tooltips are made when they are asked for. */
export function folderItem({ folder }: FolderNode, shown: number): TreeItem {
  const item = new TreeItem(plainText(folder.name), TreeItemCollapsibleState.Expanded);
  item.id = folder.uri.toString();
  item.iconPath = new ThemeIcon('folder');
  item.contextValue = folder.now ? 'group pipeline' : 'pipeline';
  item.description = l10n.t('{0} open', shown);
  return item;
}

/** @param isOpen whether a group of open deals shows them unless the person has closed it */
export function groupItem(folder: ShownFolder, group: ViewGroup, isOpen: boolean, media: Uri): TreeItem {
  const { id, kind, totals, stalled } = group;
  const label = groupLabel(folder, group);
  const hasOpenDeals = !isOther(kind);
  const isExpanded = kind === 'attention' || (hasOpenDeals && isOpen);
  const item = new TreeItem(
    label,
    isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const { shortSums, sums } = moneyIn(folder.pipeline.currencies);
  const value = sums(totals.value);
  const weighted = hasOpenDeals ? sums(totals.weighted) : '';
  // The editor keeps a row's first state for as long as its id lasts.
  item.id = `${folder.uri.toString()}#${id}${isExpanded ? '+' : ''}`;
  item.description = [
    String(totals.count),
    stalled ? l10n.t('{0} stalled', stalled) : '',
    shortSums(totals.value),
  ]
    .filter(part => part)
    .join(' · ');
  item.contextValue = hasOpenDeals && !folder.now ? kind : `group ${kind}`;
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

export function attentionItem({ folder, problem, title, uri }: AttentionNode): TreeItem {
  const item = new TreeItem(plainText(title, 120), TreeItemCollapsibleState.None);
  item.id = `${folder.uri.toString()}#attention/${uri.path}`;
  item.description = plainText(sentenceOf(problem));
  item.contextValue = folder.now ? 'past' : 'attention';
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

/** Those of no grouping, which stand below it. */
export function isOther(kind: ViewGroup['kind']): kind is 'won' | 'lost' | 'attention' {
  return kind === 'won' || kind === 'lost' || kind === 'attention';
}

export const GROUP_ICONS: Readonly<Record<ViewGroup['kind'], ThemeIcon>> = {
  stage: new ThemeIcon('circle-large-outline'),
  owner: new ThemeIcon('person'),
  account: new ThemeIcon('organization'),
  close_month: new ThemeIcon('calendar'),
  forecast: new ThemeIcon('graph-line'),
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

export function openFile(uri: Uri, line?: number): Command {
  const options = line === undefined ? {} : { selection: new Range(line - 1, 0, line - 1, 0) };
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri, options] };
}
