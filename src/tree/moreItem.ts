import { env, l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { PRIVATE_COMMANDS } from '../ids';
import type { AgendaMoreNode, MoreNode } from './nodes';

/** The last row of a long list: shows more of it when it is clicked, or on Enter. */
export function moreItem(node: MoreNode | AgendaMoreNode): TreeItem {
  const { left, of } = node;
  const item = new TreeItem(l10n.t('Show More'), TreeItemCollapsibleState.None);
  item.id = idOf(of);
  item.description = l10n.t('{0} left', left.toLocaleString(env.language));
  item.contextValue = 'more';
  item.iconPath = new ThemeIcon('fold-down');
  item.command = { command: PRIVATE_COMMANDS.showMore, title: l10n.t('Show More'), arguments: [node] };
  const label = left === 1 ? l10n.t('Show More, 1 row left') : l10n.t('Show More, {0} rows left', left);
  item.accessibilityInformation = { label, role: 'treeitem' };
  return item;
}

function idOf(list: MoreNode['of'] | AgendaMoreNode['of']): string {
  switch (list.kind) {
    case 'group':
      return `${list.folder.uri.toString()}#more/${list.group}`;
    case 'folder':
      return `${list.folder.uri.toString()}#more`;
    case 'part':
      return `#more/${list.part}`;
  }
}
