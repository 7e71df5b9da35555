import {
  l10n,
  MarkdownString,
  Range,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
  type Command,
  type Disposable,
  type Event,
  type StatusBarItem,
  type Uri,
} from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { isStalled } from '../core/deal/condition';
import { daysInStage } from '../core/deal/daysInStage';
import { closeDay, isOpen, type Deal } from '../core/deal/deal';
import { dealOf, needsAttention, type AttentionEntry } from '../core/deal/entry';
import { markdownText, plainText, withoutIcons } from '../core/escape';
import { dealFilter } from '../core/filter/dealFilter';
import { filterIn } from '../core/filter/picked';
import { isFiltering, type DealFilter } from '../core/filter/table';
import { addMoney, type MoneyMap } from '../core/money';
import { moneyIn, together } from '../core/moneyFormat';
import { stageOf } from '../core/process/process';
import { STAGES, stageIndex } from '../core/process/stages';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { isStopped, partlyRead } from '../files/editor/partlyRead';
import type { Moment, Travel } from '../files/editor/travel/travel';
import { COMMANDS, SETTINGS, VIEWS } from '../ids';
import { inConflict } from '../words/conflict';
import { filterInWords } from '../words/filter';
import { sentenceOf } from '../words/sentence';

/** What the status bar shows: a few words, the same in full, and what a click does. */
interface Shown {
  readonly text: string;
  readonly aloud: string;
  readonly tooltip?: MarkdownString;
  readonly command: Command;
}

/** How the person looks at the pipeline: of which deals. */
export interface ChosenDeals {
  readonly current: { readonly filter: DealFilter };
  readonly onDidChange: Event<void>;
}

/**
 * Where the open deal stands, else what the deals are worth that the view shows, in the status bar; one click from moving the
 * deal.
 */
export function registerStatus(
  pipelines: Pipelines,
  look: ChosenDeals,
  travel: Travel,
): Disposable & { readonly status: StatusBarItem } {
  const disposables = new Disposables();
  const item = disposables.add(window.createStatusBarItem(SETTINGS.statusBar, StatusBarAlignment.Left, 5));
  item.name = l10n.t('Deal Notes');
  const show = () => {
    const isOn = workspace.getConfiguration(SETTINGS.section).get(SETTINGS.statusBar, true);
    if (!isOn || !pipelines.folders.length) {
      item.hide();
      return;
    }
    const { text, aloud, tooltip, command } = travel.at
      ? momentShown(travel.at)
      : shownNow(pipelines, look.current.filter);
    item.text = text;
    item.tooltip = tooltip ?? aloud;
    item.accessibilityInformation = { label: aloud };
    item.command = command;
    item.backgroundColor = travel.at && new ThemeColor('statusBarItem.warningBackground');
    item.show();
  };
  disposables.add(pipelines.onDidChange(show));
  disposables.add(pipelines.onDidChangeFolders(show));
  disposables.add(look.onDidChange(show));
  disposables.add(travel.onDidChange(show));
  disposables.add(pipelines.inFront.onDidChange(show));
  disposables.add(
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(`${SETTINGS.section}.${SETTINGS.statusBar}`)) show();
    }),
  );
  return { status: item, dispose: () => disposables.dispose() };
}

function shownNow(pipelines: Pipelines, filter: DealFilter): Shown {
  const uri = pipelines.inFront.uri;
  const folder = uri && pipelines.folderOf(uri);
  const entry = uri && folder?.entryAt(uri);
  if (uri && entry && needsAttention(entry)) return attention(uri, entry);
  const deal = dealOf(entry);
  if (uri && folder && deal) return dealShown(uri, deal, folder, pipelines.today);
  return total(pipelines, filter);
}

/** Whatever is in front: what the views show is not what is. */
function momentShown({ words }: Moment): Shown {
  const text = l10n.t('As of {0}', words);
  return {
    text: `$(history) ${withoutIcons(text)}`,
    aloud: l10n.t('The pipeline is shown as of {0}. Click to go back to now.', words),
    command: { command: COMMANDS.backToNow, title: l10n.t('Back to Now') },
  };
}

function dealShown(uri: Uri, deal: Deal, folder: PipelineFolder, today: CalendarDate): Shown {
  if (deal.conflict) return conflictShown(uri, deal, folder);
  const stage = stageOf(folder.pipeline.process, deal.stage);
  const label = plainText(stage.label, 40);
  const closed = closeDay(deal);
  if (!isOpen(deal)) {
    const lost = deal.stageNotKnown ? l10n.t('Lost') : l10n.t('Lost in {0}', label);
    const outcome = deal.status === 'won' ? l10n.t('Won') : lost;
    const text = closed ? `${outcome} · ${closed}` : outcome;
    const icon = deal.status === 'won' ? 'pass' : 'circle-slash';
    const command = { command: COMMANDS.reopen, title: l10n.t('Reopen'), arguments: [uri] };
    return {
      text: `$(${icon}) ${withoutIcons(text)}`,
      aloud: l10n.t('{0}. Click to reopen.', text),
      command,
    };
  }
  const days = daysInStage(deal, today);
  const place = l10n.t('{0}/{1} {2}', stageIndex(deal.stage) + 1, STAGES.length, label);
  const isLong = isStalled(deal, folder.pipeline.process, today);
  const aloud = [
    l10n.t('Stage {0} of {1}: {2}', stageIndex(deal.stage) + 1, STAGES.length, label),
    days === undefined ? undefined : l10n.t('for {0} days', days),
    isLong ? l10n.t('stalled') : undefined,
  ];
  const tooltip = new MarkdownString(undefined, true);
  const lines = [aloud.filter(part => part).join(', '), stage.purpose, deal.nextStep, deal.nextStepOn];
  tooltip.appendMarkdown(`**${markdownText(plainText(deal.title))}**\n\n`);
  for (const line of lines) if (line) tooltip.appendMarkdown(`${markdownText(plainText(line))}\n\n`);
  return {
    text: `$(target) ${withoutIcons(days === undefined ? place : l10n.t('{0} · {1} d', place, days))}`,
    aloud: l10n.t('{0}. Click to set the stage.', aloud.filter(part => part).join(', ')),
    tooltip,
    command: { command: COMMANDS.setStage, title: l10n.t('Set Stage'), arguments: [uri] },
  };
}

function conflictShown(uri: Uri, deal: Deal, { pipeline: { process, currencies } }: PipelineFolder): Shown {
  const words = inConflict(deal, process, moneyIn(currencies));
  return {
    text: `$(git-merge) ${withoutIcons(words)}`,
    aloud: l10n.t('{0}. Click to resolve the conflict.', words),
    command: { command: COMMANDS.resolveConflict, title: l10n.t('Resolve Conflict'), arguments: [uri] },
  };
}

function attention(uri: Uri, { problem }: AttentionEntry): Shown {
  const text = l10n.t('Needs attention');
  const reason = plainText(sentenceOf(problem), 300);
  const selection = new Range(problem.line - 1, 0, problem.line - 1, 0);
  return {
    text: `$(warning) ${text}`,
    aloud: l10n.t('{0}, line {1}: {2}', text, problem.line, reason),
    command: { command: 'vscode.open', title: text, arguments: [uri, { selection }] },
  };
}

function total({ folders, today }: Pipelines, filter: DealFilter): Shown {
  const value: MoneyMap = {};
  let [all, open] = [0, 0];
  for (const { pipeline, uri } of folders) {
    const isShown = dealFilter(filterIn(filter, uri.toString()), { process: pipeline.process, asOf: today });
    all += pipeline.files.open;
    for (const deal of pipeline.deals()) {
      if (!isOpen(deal) || !isShown(deal)) continue;
      open++;
      addMoney(value, deal.value);
    }
  }
  const worth = moneyIn(together(folders.map(({ pipeline }) => pipeline.currencies))).sums(value);
  const isFiltered = isFiltering(filter) && folders[0];
  const only = isFiltered && plainText(filterInWords(filter, isFiltered.pipeline.process), 200);
  const count = open === 1 ? l10n.t('1 open deal') : l10n.t('{0} open deals', open);
  const counted = only ? l10n.t('{0} of {1} open deals: {2}', open, all, only) : count;
  const words = [worth ? `${counted} · ${worth}` : counted, partlyRead(folders)]
    .filter(part => part)
    .join('. ');
  const short = only ? l10n.t('{0} of {1} open', open, all) : l10n.t('{0} open', open);
  return {
    text: `$(${folders.some(isStopped) ? 'warning' : only ? 'filter' : 'target'}) ${worth ? `${short} · ${worth}` : short}`,
    aloud: l10n.t('{0}. Click to show the pipeline.', words),
    command: { command: `${VIEWS.pipeline}.focus`, title: l10n.t('Pipeline') },
  };
}
