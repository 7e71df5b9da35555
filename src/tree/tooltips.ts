import { l10n, MarkdownString } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { isStalled } from '../core/deal/condition';
import { daysInStage } from '../core/deal/deal';
import { markdownText, plainText } from '../core/escape';
import { formatMoney, formatMoneyMap } from '../core/money';
import { stageOf } from '../core/process/process';
import type { AttentionNode, DealNode, GroupNode } from './nodes';

/** All text of files goes in as text, and nothing here is trusted to run commands. */
export function dealTooltip({ deal, folder, problems }: DealNode, today: CalendarDate): MarkdownString {
  const tooltip = new MarkdownString(undefined, true);
  const stage = stageOf(folder.pipeline.process, deal.stage);
  const days = daysInStage(deal, today);
  heading(tooltip, plainText(deal.title));
  const facts = [deal.account, deal.value && formatMoney(deal.value), deal.owner].filter(Boolean).join(' · ');
  line(tooltip, plainText(facts));
  if (deal.status === 'open') {
    const since = days === undefined ? '' : ` · ${days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days)}`;
    const stalled = isStalled(deal, folder.pipeline.process, today) ? ` · ${l10n.t('stalled')}` : '';
    line(tooltip, `${plainText(stage.label)}${since}${stalled}`, 'target');
    line(tooltip, plainText(stage.purpose));
  } else {
    const reason = deal.lostReason ? `: ${plainText(deal.lostReason)}` : '';
    const outcome = deal.status === 'won' ? l10n.t('Won') : l10n.t('Lost in {0}', plainText(stage.label));
    line(tooltip, `${outcome}${reason}${deal.closedOn ? ` · ${deal.closedOn}` : ''}`);
  }
  if (deal.nextStep && deal.status === 'open') {
    line(tooltip, [plainText(deal.nextStep), deal.nextStepOn].filter(Boolean).join(' · '), 'arrow-right');
  }
  if (deal.closeDate && deal.status === 'open')
    line(tooltip, l10n.t('Close date {0}', deal.closeDate), 'calendar');
  for (const { line: number, message } of problems) {
    line(tooltip, l10n.t('Line {0}: {1}', number, plainText(message)), 'warning');
  }
  return tooltip;
}

export function groupTooltip({ folder, group }: GroupNode): MarkdownString | undefined {
  if (group === 'won' || group === 'lost' || group === 'attention') return undefined;
  const stage = stageOf(folder.pipeline.process, group);
  const { count, value, weighted } = folder.pipeline.totals(group);
  const tooltip = new MarkdownString(undefined, true);
  heading(tooltip, plainText(stage.label));
  line(tooltip, plainText(stage.purpose));
  if (stage.guidance) line(tooltip, plainText(stage.guidance, 600));
  if (stage.exitCriteria.length) {
    line(tooltip, l10n.t('To leave this stage:'));
    for (const { text } of stage.exitCriteria) {
      tooltip.appendMarkdown(`- ${markdownText(plainText(text))}\n`);
    }
    tooltip.appendMarkdown('\n');
  }
  const sums = count ? l10n.t('{0}, weighted {1}', formatMoneyMap(value), formatMoneyMap(weighted)) : '';
  if (Object.keys(value).length) line(tooltip, sums);
  return tooltip;
}

export function attentionTooltip({ title, problem }: AttentionNode): MarkdownString {
  const tooltip = new MarkdownString(undefined, true);
  heading(tooltip, plainText(title));
  line(tooltip, l10n.t('Line {0}: {1}', problem.line, plainText(problem.message, 400)), 'error');
  return tooltip;
}

function heading(tooltip: MarkdownString, text: string): void {
  tooltip.appendMarkdown(`**${markdownText(text)}**\n\n`);
}

function line(tooltip: MarkdownString, text: string, icon?: string): void {
  if (!text) return;
  tooltip.appendMarkdown(`${icon ? `$(${icon}) ` : ''}${markdownText(text)}\n\n`);
}
