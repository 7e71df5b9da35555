import { env, l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { PastEvent, PastKind } from '../core/deal/past/events';
import { markdownText, plainText } from '../core/escape';
import { moneyIn } from '../core/moneyFormat';
import { stageIndex } from '../core/process/stages';
import { sideBySide } from '../core/sideBySide';
import type { CalendarDate } from '../core/calendar';
import { pastWords } from '../words/past';
import { eventSaid } from '../words/pastLines';
import { shortDate } from '../words/row';
import { PRIVATE_COMMANDS } from '../ids';
import type { EventNode } from './dealShown';

/** What happened, when, by whom, and where that is known from. */
export function eventItem(node: EventNode, today: CalendarDate): TreeItem {
  const { event, folder } = node;
  const words = pastWords('en');
  const day = (on: CalendarDate) => shortDate(on, { today, language: env.language });
  const { process, currencies } = folder.pipeline;
  const said = plainText(eventSaid(event, { process, money: moneyIn(currencies), words, day }), 200);
  const by = event.by && plainText(event.by, 60);
  // That all else is from git goes without saying: no file tells of it.
  const isMove = event.kind === 'stage' || event.kind === 'status';
  const source = isMove && event.knownFrom === 'git' ? words.fromGit : undefined;
  const item = new TreeItem(said, TreeItemCollapsibleState.None);
  item.description = sideBySide([day(event.on), by, source]);
  item.iconPath = iconOf(event);
  item.contextValue = 'event';
  const full = [event.on, by, event.knownFrom === 'git' ? words.fromGit : words.fromFile].filter(
    part => part,
  );
  item.tooltip = new MarkdownString(`${markdownText(said)}\n\n${markdownText(sideBySide(full))}`);
  item.accessibilityInformation = { label: [said, ...full].join(', '), role: 'treeitem' };
  item.command = {
    command: PRIVATE_COMMANDS.openEvent,
    title: l10n.t('Open Changes'),
    arguments: [node],
  };
  return item;
}

const ICONS: Readonly<Record<Exclude<PastKind, 'stage' | 'status'>, string>> = {
  value: 'credit-card',
  closeDate: 'calendar',
  owner: 'person',
  nextStep: 'checklist',
};

function iconOf(event: PastEvent): ThemeIcon {
  if (event.kind === 'status') {
    if (event.to.status === 'won') return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    return new ThemeIcon(event.to.status === 'lost' ? 'circle-slash' : 'debug-restart');
  }
  if (event.kind !== 'stage') return new ThemeIcon(ICONS[event.kind]);
  const isBack = event.from?.stage && stageIndex(event.to.stage!) < stageIndex(event.from.stage);
  return new ThemeIcon(isBack ? 'arrow-left' : 'arrow-right');
}
