import { env, l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { sumsOfBridges } from '../core/changes/owners';
import { markdownText, plainText } from '../core/escape';
import type { MoneyMap } from '../core/money';
import { moneyIn, type MoneyFormat } from '../core/moneyFormat';
import { sideBySide } from '../core/sideBySide';
import { markdownTable } from '../core/text/markdown';
import { bridgeRows } from '../words/changes/bridgeRows';
import { sourcesFor } from '../words/changes/sources';
import type { FolderChanges } from '../files/editor/points/compareFolder';
import type { BridgeNode, ChangeNode, HomeNode, KindNode } from './nodes';
import { openChange, type Later } from '../files/editor/points/openChange';
import { weekday } from '../files/editor/points/pointWords';
import { LACKS } from './words';

/** Up to so many rows, a group shows them at once. */
const FEW = 12;

export function homeItem({ folder }: HomeNode, comparison: FolderChanges | undefined): TreeItem {
  const item = new TreeItem(plainText(folder.name), TreeItemCollapsibleState.Expanded);
  item.id = folder.uri.toString();
  item.iconPath = new ThemeIcon('folder');
  if (comparison?.kind === 'lacking') item.description = LACKS[comparison.lack];
  if (comparison?.kind === 'failed') item.description = plainText(comparison.reason);
  return item;
}

/** What was open at the first point, and at the second; in the tooltip, all that led from one to the other. */
export function bridgeItem({ folder, changes }: BridgeNode, today: CalendarDate): TreeItem {
  const money = moneyIn(folder.pipeline.currencies);
  const [from, to] = (['from', 'to'] as const).map(end => sumsOfBridges(changes.bridges, end));
  const item = new TreeItem(
    l10n.t('{0} → {1}', ...shortEnds(money, from!, to!)),
    TreeItemCollapsibleState.None,
  );
  item.id = `${folder.uri.toString()}#bridge`;
  item.description = l10n.t('open');
  item.iconPath = new ThemeIcon('graph-line');
  item.contextValue = 'bridge';
  const label = l10n.t('Open pipeline: from {0} to {1}', money.sums(from!) || '0', money.sums(to!) || '0');
  const rows = bridgeRows({ ...sourcesFor(folder.pipeline, today, env.language), changes });
  const cells = rows.map(row => row.map(cell => markdownText(cell)));
  item.tooltip = rows.length
    ? new MarkdownString(markdownTable(cells, `l${'r'.repeat(rows[0]!.length - 1)}`).join('\n'))
    : label;
  item.accessibilityInformation = { label, role: 'treeitem' };
  return item;
}

/** As one amount each where the team has rates for all: two sums of several currencies are too long for a row. */
function shortEnds(money: MoneyFormat, from: MoneyMap, to: MoneyMap): [string, string] {
  const [old, now] = [money.inOne(from), money.inOne(to)];
  if (old && now && !old.without.length && !now.without.length)
    return [`≈ ${money.short(old.money)}`, money.short(now.money)];
  return [money.shortSums(from) || '0', money.shortSums(to) || '0'];
}

export function kindItem({ folder, group, name, rows, value }: KindNode): TreeItem {
  const isExpanded = rows.length <= FEW;
  const item = new TreeItem(
    name,
    isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const money = moneyIn(folder.pipeline.currencies);
  // The editor keeps a row's first state for as long as its id lasts.
  item.id = `${folder.uri.toString()}#${group}${isExpanded ? '+' : ''}`;
  item.description = sideBySide([String(rows.length), money.shortSums(value)]);
  item.iconPath = ICONS[group];
  item.contextValue = 'kind';
  const worth = money.sums(value);
  const deals = rows.length === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', rows.length);
  const label = [name, deals, worth && l10n.t('worth {0}', worth)].filter(Boolean).join(', ');
  item.tooltip = label;
  item.accessibilityInformation = { label, role: 'treeitem' };
  return item;
}

/** From which point to which. */
export interface FromTo {
  /** The chosen point in words. */
  readonly since: string;
  readonly later: Later | undefined;
  /** The day of the second point. */
  readonly today: CalendarDate;
}

export function changeItem(node: ChangeNode, kind: KindNode, { since, later, today }: FromTo): TreeItem {
  const { folder, group, line, name, uri } = node;
  const title = plainText(line.title, 120);
  const item = new TreeItem(plainText(name, 120), TreeItemCollapsibleState.None);
  const money = moneyIn(folder.pipeline.currencies);
  const said = plainText(line.said, 200);
  const by = line.by && plainText(line.by, 60);
  const isWorthSaying = line.value?.amount && Object.keys(kind.value).length > 0;
  const worth = isWorthSaying ? line.value : undefined;
  const when = [line.on && weekday(line.on, today), by].filter(Boolean).join(', ');
  item.id = `${folder.uri.toString()}#${group}/${line.across.path}`;
  item.description = sideBySide([said, worth && money.short(worth), when]);
  item.iconPath = new ThemeIcon('circle-small-filled', new ThemeColor('disabledForeground'));
  item.contextValue = uri ? 'change' : 'removed';
  const open = openChange(folder, node.changes, line.across, since, later);
  if (open) item.command = open;
  const words = [title, kind.name, said, worth && money.one(worth), when].filter(Boolean);
  const tooltip = new MarkdownString(`**${markdownText(title)}**\n\n`);
  tooltip.appendMarkdown(`${markdownText(sideBySide([kind.name, said, worth && money.one(worth)]))}\n\n`);
  tooltip.appendMarkdown(markdownText(when));
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: words.join(', '), role: 'treeitem' };
  return item;
}

const icon = (id: string, color?: string) => new ThemeIcon(id, color ? new ThemeColor(color) : undefined);

const ICONS: Readonly<Record<KindNode['group'], ThemeIcon>> = {
  won: icon('pass', 'testing.iconPassed'),
  lost: icon('circle-slash', 'disabledForeground'),
  slipped: icon('warning', 'list.warningForeground'),
  new: icon('add'),
  advanced: icon('arrow-right'),
  back: icon('arrow-left'),
  open: icon('debug-restart'),
  up: icon('arrow-up'),
  down: icon('arrow-down'),
  currency: icon('arrow-swap'),
  later: icon('calendar'),
  sooner: icon('calendar'),
  close_date: icon('calendar'),
  next_step: icon('checklist'),
  owner: icon('person'),
  removed: icon('trash'),
};
