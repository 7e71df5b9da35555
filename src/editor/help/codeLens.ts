import { CodeLens, env, l10n, Range, type Command, type TextDocument, type Uri } from 'vscode';
import { daysBetween, type CalendarDate } from '../../core/calendar';
import { due, isOnHold } from '../../core/deal/condition';
import { daysInStage } from '../../core/deal/daysInStage';
import { closeDay, isOpen, type Deal } from '../../core/deal/deal';
import { dealOf } from '../../core/deal/entry';
import { openBefore } from '../../core/deal/gate';
import { plainText, withoutIcons } from '../../core/escape';
import { dayInWords } from '../../core/peopleDates';
import { stageOf, type Process } from '../../core/process/process';
import { neighbour, STAGES, stageIndex } from '../../core/process/stages';
import { inConflict } from '../../words/conflict';
import { moneyIn } from '../../core/moneyFormat';
import type { Pipelines } from '../../files/pipelines';
import { COMMANDS, PRIVATE_COMMANDS } from '../../ids';
import type { DealFile } from './dealFile';

const TOP = new Range(0, 0, 0, 0);

/** Above the front matter of a deal: where it stands, what is still open, and the way on. */
export function lensesAbove(
  pipelines: Pipelines,
  { folder, path }: DealFile,
  { uri }: TextDocument,
): CodeLens[] {
  const deal = dealOf(folder.pipeline.get(path));
  if (!deal) return [];
  const { process, currencies } = folder.pipeline;
  const commands = deal.conflict
    ? [conflictLens(uri, inConflict(deal, process, moneyIn(currencies)))]
    : lensesOf(uri, deal, process, pipelines.today);
  return commands.map(command => new CodeLens(TOP, command));
}

/** All else would be refused. */
function conflictLens(uri: Uri, words: string): Command {
  return {
    title: withoutIcons(l10n.t('{0} ▸', words)),
    command: COMMANDS.resolveConflict,
    tooltip: l10n.t('Resolve Conflict'),
    arguments: [uri],
  };
}

/** `1 criterion open`, `2 fields missing`. */
const CRITERIA = { one: l10n.t('1 criterion open'), more: (n: number) => l10n.t('{0} criteria open', n) };
const FIELDS = { one: l10n.t('1 field missing'), more: (n: number) => l10n.t('{0} fields missing', n) };

function countOf({ one, more }: typeof CRITERIA, { length }: readonly unknown[]): string {
  return length === 1 ? one : more(length);
}

function lensesOf(uri: Uri, deal: Deal, process: Process, today: CalendarDate): Command[] {
  const lens = (title: string, command: string, tooltip: string): Command => ({
    title: withoutIcons(title),
    command,
    tooltip,
    arguments: [uri],
  });
  const label = plainText(stageOf(process, deal.stage).label, 40);
  if (!isOpen(deal)) {
    const lost = deal.stageNotKnown ? l10n.t('Lost') : l10n.t('Lost in {0}', label);
    const outcome = deal.status === 'won' ? l10n.t('Won') : lost;
    const on = closeDay(deal);
    return [lens(on ? `${outcome} · ${on}` : outcome, COMMANDS.reopen, l10n.t('Reopen'))];
  }
  const days = daysInStage(deal, today);
  const place = l10n.t('Stage {0}/{1} {2}', stageIndex(deal.stage) + 1, STAGES.length, label);
  const { criteria, fields } = openBefore(deal, process);
  const next = neighbour(deal.stage, 1);
  return [
    lens(
      days === undefined ? place : l10n.t('{0} · {1} d', place, days),
      COMMANDS.setStage,
      l10n.t('Set Stage'),
    ),
    ...(criteria.length
      ? [lens(countOf(CRITERIA, criteria), COMMANDS.checkCriteria, l10n.t('Check Off Criteria'))]
      : []),
    ...(fields.length
      ? [lens(countOf(FIELDS, fields), PRIVATE_COMMANDS.missingFields, l10n.t('Show what’s missing'))]
      : []),
    next
      ? lens(
          l10n.t('Advance ▸'),
          COMMANDS.advanceStage,
          l10n.t('Advance to {0}', plainText(stageOf(process, next).label, 40)),
        )
      : lens(l10n.t('Mark Won ▸'), COMMANDS.markWon, l10n.t('Mark Won')),
    nextStep(deal, today, lens),
  ];
}

function nextStep(
  deal: Deal,
  today: CalendarDate,
  lens: (title: string, command: string, tooltip: string) => Command,
): Command {
  // Nothing is late before that day.
  if (isOnHold(deal, today)) {
    const until = dayInWords(deal.onHoldUntil!, today, env.language);
    return lens(l10n.t('On hold until {0}', until), COMMANDS.holdUntil, l10n.t('Hold Until'));
  }
  const days = deal.nextStepOn ? daysBetween(today, deal.nextStepOn) : 0;
  const complete = (words: string) =>
    lens(words, COMMANDS.completeNextStep, plainText(deal.nextStep ?? '') || l10n.t('Complete Next Step'));
  switch (due(deal, today)) {
    case 'overdue':
      return complete(l10n.t('Next step {0} d late', -days));
    case 'today':
      return complete(l10n.t('Next step today'));
    case 'planned':
      return complete(days === 1 ? l10n.t('Next step tomorrow') : l10n.t('Next step in {0} d', days));
    case 'undated':
      return complete(l10n.t('Next step without a date'));
    case 'none':
      return lens(l10n.t('No next step'), COMMANDS.setNextStep, l10n.t('Set Next Step'));
  }
}
