import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { filesReadInWords } from '../files/editor/partlyRead';
import { COMMANDS } from '../ids';
import type { RestNode } from './nodes';

/** The row that reads the files that were left when somebody stopped the reading. */
export function restItem({ folder }: RestNode): TreeItem {
  const item = new TreeItem(l10n.t('Read the Rest'), TreeItemCollapsibleState.None);
  const { filesRead } = folder;
  item.id = `${folder.uri.toString()}#rest`;
  item.description = filesRead.of === undefined ? '' : l10n.t('{0} read', filesReadInWords(filesRead));
  item.contextValue = 'rest';
  item.iconPath = new ThemeIcon('sync', new ThemeColor('list.warningForeground'));
  item.command = { command: COMMANDS.readRest, title: l10n.t('Read the Rest') };
  const label = [l10n.t('Read the Rest'), item.description].filter(part => part).join(', ');
  item.accessibilityInformation = { label, role: 'treeitem' };
  return item;
}
