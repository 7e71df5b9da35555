import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { plainText } from '../core/escape';
import { agendaGroupOn, type AgendaId } from '../core/pipeline/agenda';
import { todoLabel, todoRow } from '../words/row';
import { PLAIN_ROW } from './decorations';
import type { TodoNode } from './nodes';
import { factsOf } from './rowSettings';
import { openFile } from './treeItems';
import { longDate } from './words';

/** A to-do of the notes in the agenda: like a next step, with a sign of its own. It opens at its line. */
export function todoItem(node: TodoNode, today: CalendarDate): TreeItem {
  const { deal, folder, group, name, todo, uri } = node;
  const item = new TreeItem(todoLabel(todo, name, factsOf(folder, today)), TreeItemCollapsibleState.None);
  item.id = `${folder.uri.toString()}#agenda/${group}/${deal.path}#${todo.line}`;
  item.description = todoRow(todo, name);
  item.resourceUri = PLAIN_ROW;
  item.contextValue = folder.now ? 'past' : 'todo deal';
  item.iconPath = TODO_ICONS[agendaGroupOn(todo.on, today)];
  item.command = openFile(uri, todo.line);
  const words = [todoAloud(node, today), plainText(deal.title, 120)];
  if (deal.account) words.push(plainText(deal.account, 60));
  item.accessibilityInformation = { label: words.join(', '), role: 'treeitem' };
  return item;
}

/** `to-do Legal review, for buyer, due on Friday, 4 December 2026` */
export function todoAloud({ todo }: Pick<TodoNode, 'todo'>, today: CalendarDate): string {
  const { on, what, who } = todo;
  const day = longDate(on);
  return [
    what ? l10n.t('to-do {0}', plainText(what, 120)) : l10n.t('to-do'),
    who && l10n.t('for {0}', plainText(who, 40)),
    on < today
      ? l10n.t('overdue since {0}', day)
      : on === today
        ? l10n.t('due today')
        : l10n.t('due on {0}', day),
  ]
    .filter(part => part)
    .join(', ');
}

export const TODO_ICON = new ThemeIcon('tasklist');
const LATE = new ThemeIcon(TODO_ICON.id, new ThemeColor('list.errorForeground'));
const NOW = new ThemeIcon(TODO_ICON.id, new ThemeColor('charts.blue'));

const TODO_ICONS: Readonly<Record<Exclude<AgendaId, 'none'>, ThemeIcon>> = {
  overdue: LATE,
  today: NOW,
  tomorrow: TODO_ICON,
  week: TODO_ICON,
  later: TODO_ICON,
};
