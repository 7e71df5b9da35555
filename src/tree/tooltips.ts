import { l10n, MarkdownString } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { daysIdle, isIdle, isOnHold, isStalled } from '../core/deal/condition';
import { closeDay, isOpen, lastDone, type Contact, type Deal } from '../core/deal/deal';
import { isStayFromGit } from '../core/deal/daysInStage';
import { openBefore } from '../core/deal/gate';
import { withPast } from '../core/deal/past/withPast';
import { warningsOf } from '../core/deal/warnings';
import { markdownText, plainText } from '../core/escape';
import { inOneCurrency, NO_CURRENCY, type Converted } from '../core/money';
import { moneyIn, type MoneyFormat } from '../core/moneyFormat';
import { probabilityOf } from '../core/pipeline/pipeline';
import type { ViewGroup } from '../core/pipeline/view';
import { isSerious } from '../core/problem';
import { stageOf } from '../core/process/process';
import { isStageId, neighbour } from '../core/process/stages';
import { inOwnDirection, sideBySide } from '../core/sideBySide';
import type { ShownFolder } from '../files/editor/travel/shownFolder';
import type { DealThen } from '../files/editor/points/was';
import type { AttentionNode, DealNode, TodoNode } from './nodes';
import { thenWords } from './thenWords';
import { todoAloud } from './todoItems';
import { dueWords, groupLabel, shortDate, stayAloud, warnedInWords } from './words';
import { sentenceOf } from '../words/sentence';
import { inConflict } from '../words/conflict';
import { pastWords } from '../words/past';
import { contractOf, worthOf } from '../words/worth';

/** So many people are named; a tooltip is no address book. */
const CONTACTS = 3;
const TODOS = 3;

/** All text of files goes in as text, and nothing here is trusted to run commands. */
export function dealTooltip(node: DealNode, today: CalendarDate, then?: DealThen): MarkdownString {
  const { deal, folder, problems } = node;
  const tooltip = new MarkdownString(undefined, true);
  heading(tooltip, plainText(deal.title));
  const money = moneyIn(folder.pipeline.currencies);
  const facts = [deal.account, worthOf(deal, money), deal.owner, deal.source];
  line(tooltip, sideBySide(facts.map(fact => fact && plainText(fact))));
  line(tooltip, contractOf(deal, money) ?? '');
  line(tooltip, inConflict(deal, folder.pipeline.process, money), 'git-merge');
  if (isOpen(deal)) openDeal(tooltip, deal, folder, today);
  else line(tooltip, outcome(deal, folder, today));
  line(tooltip, thenWords(node, then, today)?.full ?? '', 'history');
  const lastActivity = lastDone(deal, today);
  if (lastActivity) {
    const what = [shortDate(lastActivity.on, today), plainText(lastActivity.what)];
    line(tooltip, what.filter(part => part).join(': '), 'comment');
  }
  const people = deal.contacts.slice(0, CONTACTS).map(nameOf);
  const others = deal.contacts.length - people.length;
  line(
    tooltip,
    [...people.map(inOwnDirection), ...(others > 0 ? [l10n.t('and {0} more', others)] : [])].join(', '),
    'person',
  );
  line(tooltip, plainText(deal.tags.join(', ')), 'tag');
  for (const { line: number, says } of problems.filter(isSerious)) {
    line(tooltip, l10n.t('Line {0}: {1}', number, sentenceOf({ says })), 'warning');
  }
  return tooltip;
}

/** The to-do, and where it is from: a row looks much like that of a next step. */
export function todoTooltip(node: TodoNode, today: CalendarDate): MarkdownString {
  const { deal, todo } = node;
  const tooltip = new MarkdownString(undefined, true);
  heading(tooltip, plainText(todo.what || deal.title));
  line(tooltip, todoAloud(node, today), 'tasklist');
  line(tooltip, l10n.t('In the notes of {0}, line {1}', plainText(deal.title, 120), todo.line), 'note');
  if (deal.nextStep) line(tooltip, l10n.t('Next step: {0}', plainText(deal.nextStep)), 'arrow-right');
  return tooltip;
}

export function groupTooltip(folder: ShownFolder, group: ViewGroup): MarkdownString | undefined {
  const { id, kind, totals, stalled } = group;
  if (kind === 'attention') return undefined;
  const tooltip = new MarkdownString(undefined, true);
  heading(tooltip, groupLabel(folder, group));
  const money = moneyIn(folder.pipeline.currencies);
  if (kind === 'won' || kind === 'lost') {
    line(tooltip, money.sums(totals.value));
    return tooltip;
  }
  const stage = isStageId(id) ? stageOf(folder.pipeline.process, id) : undefined;
  if (stage) {
    line(tooltip, plainText(stage.purpose));
    if (stage.guidance) line(tooltip, plainText(stage.guidance, 600));
    list(tooltip, l10n.t('Before leaving this stage:'), stage.exitCriteria);
  }
  const sums = [money.sums(totals.value), money.sums(totals.weighted)];
  if (sums[0]) line(tooltip, l10n.t('{0}, weighted {1}', sums[0], sums[1]!));
  const { currency, rates } = folder.pipeline.process;
  const converted = inOneCurrency(totals.value, currency, rates);
  if (converted) line(tooltip, convertedWords(converted, money));
  if (stalled && stage) {
    line(
      tooltip,
      l10n.t('{0} stalled: more than {1} days in this stage', stalled, stage.stalledAfter),
      'clockface',
    );
  }
  return tooltip;
}

function convertedWords({ money, without }: Converted, { one }: MoneyFormat): string {
  const words = l10n.t('{0} at the team’s rates', one(money));
  const names = without.map(code => (code === NO_CURRENCY ? l10n.t('values without a currency') : code));
  return names.length ? l10n.t('{0}; not included: {1}', words, names.join(', ')) : words;
}

export function attentionTooltip({ title, problem }: AttentionNode): MarkdownString {
  const tooltip = new MarkdownString(undefined, true);
  heading(tooltip, plainText(title));
  line(tooltip, l10n.t('Line {0}: {1}', problem.line, plainText(sentenceOf(problem), 400)), 'error');
  return tooltip;
}

function openDeal(tooltip: MarkdownString, deal: Deal, folder: ShownFolder, today: CalendarDate): void {
  const { process } = folder.pipeline;
  const stage = stageOf(process, deal.stage);
  const where = [
    plainText(stage.label),
    stayAloud(deal, today),
    isStayFromGit(deal) ? pastWords('en').fromGit : undefined,
    isStalled(deal, process, today) ? l10n.t('stalled') : undefined,
    isIdle(deal, process, today) ? l10n.t('no activity for {0} days', daysIdle(deal, today)!) : undefined,
    l10n.t('{0}%', probabilityOf(deal, process)),
  ];
  line(tooltip, sideBySide(where), 'target');
  line(tooltip, plainText(stage.purpose));
  const { nextStepOn } = deal;
  // Nothing is late before that day.
  const when = nextStepOn && isOnHold(deal, today) ? shortDate(nextStepOn, today) : dueWords(deal, today);
  const step = [when, deal.nextStep && plainText(deal.nextStep)].filter(part => part);
  line(tooltip, step.length ? step.join(': ') : l10n.t('No next step'), 'arrow-right');
  for (const todo of (deal.todos ?? []).slice(0, TODOS))
    line(tooltip, todoAloud({ todo }, today), 'tasklist');
  // That there is no next step stands above already.
  const warned = warningsOf(deal, process, today).filter(({ kind }) => kind !== 'noNextStep');
  if (warned.length) line(tooltip, warnedInWords(warned, today), 'warning');
  if (isOnHold(deal, today)) {
    line(tooltip, l10n.t('On hold until {0}', shortDate(deal.onHoldUntil!, today)), 'debug-pause');
  }
  if (deal.closeDate) {
    const isPast = deal.closeDate < today;
    const words = isPast
      ? l10n.t('Close date passed: {0}', shortDate(deal.closeDate, today))
      : l10n.t('Closes on {0}', shortDate(deal.closeDate, today));
    line(tooltip, words, isPast ? 'warning' : 'calendar');
  }
  const { criteria, fields } = openBefore(deal, process);
  const missing = fields.map(field => ({ text: l10n.t('Missing: {0}', field.replaceAll('_', ' ')) }));
  const isLast = neighbour(deal.stage, 1) === undefined;
  const before = isLast ? l10n.t('Before you can win it:') : l10n.t('Before the next stage:');
  list(tooltip, before, [...criteria, ...missing]);
}

function outcome(deal: Deal, folder: ShownFolder, today: CalendarDate): string {
  const closed = closeDay(withPast(deal));
  const source = closed !== closeDay(deal) ? ` · ${pastWords('en').fromGit}` : '';
  const stage = plainText(stageOf(folder.pipeline.process, deal.stage).label);
  const reason = deal.lostReason ? `: ${plainText(deal.lostReason)}` : '';
  const lost = deal.stageNotKnown ? l10n.t('Lost') : l10n.t('Lost in {0}', stage);
  const how = deal.status === 'won' ? l10n.t('Won') : lost;
  return `${how}${reason}${closed ? ` · ${shortDate(closed, today)}${source}` : ''}`;
}

function nameOf({ name, role, email }: Contact): string {
  const known = plainText(name ?? email ?? '', 60);
  return known ? (role ? `${known} (${plainText(role, 60)})` : known) : plainText(role ?? '', 60);
}

function heading(tooltip: MarkdownString, text: string): void {
  tooltip.appendMarkdown(`**${markdownText(text)}**\n\n`);
}

function line(tooltip: MarkdownString, text: string, icon?: string): void {
  if (!text) return;
  tooltip.appendMarkdown(`${icon ? `$(${icon}) ` : ''}${markdownText(text)}\n\n`);
}

function list(tooltip: MarkdownString, title: string, items: readonly { readonly text: string }[]): void {
  if (!items.length) return;
  line(tooltip, title);
  for (const { text } of items) tooltip.appendMarkdown(`- ${markdownText(plainText(text))}\n`);
  tooltip.appendMarkdown('\n');
}
