import { l10n, window, type QuickPickItem, type Uri } from 'vscode';
import { daysInStage, type Deal } from '../core/deal/deal';
import { plainText, withoutIcons } from '../core/escape';
import { formatMoney } from '../core/money';
import { stageOf } from '../core/process/process';
import { stageIndex } from '../core/process/stages';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { uriOf } from '../files/uris';

interface DealItem extends QuickPickItem {
  readonly uri: Uri;
}

/**
 * The deals that a command is about: what it was called on, else the deal in the active editor, else what the person
 * picks. Empty if they pick none.
 *
 * @param suits which deals to offer; nothing else is hidden from a command that was called on something
 */
export async function targetsOf(
  pipelines: Pipelines,
  args: readonly unknown[],
  suits: (deal: Deal) => boolean,
  question: string,
): Promise<readonly Uri[]> {
  const [clicked, selected] = args;
  const uris = (Array.isArray(selected) && selected.length ? selected : [clicked]).map(uriOf);
  const named = uris.filter(uri => uri !== undefined);
  if (named.length) return named;
  const active = window.activeTextEditor?.document.uri;
  const entry = active && pipelines.entryAt(active);
  if (active && entry && entry.kind !== 'note') return [active];
  return pick(pipelines, suits, question);
}

async function pick(
  pipelines: Pipelines,
  suits: (deal: Deal) => boolean,
  question: string,
): Promise<readonly Uri[]> {
  const deals = [...pipelines.deals()].filter(({ deal }) => suits(deal));
  if (!deals.length) {
    void window.showInformationMessage(l10n.t('There is no deal that this could be done to.'));
    return [];
  }
  const items = deals
    .sort((a, b) => stageIndex(a.deal.stage) - stageIndex(b.deal.stage))
    .map(({ deal, folder, uri }) => itemOf(deal, folder, uri, pipelines));
  const picked = await window.showQuickPick(items, {
    title: question,
    placeHolder: l10n.t('Type a part of a title, an account or a stage'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked ? [picked.uri] : [];
}

function itemOf(deal: Deal, folder: PipelineFolder, uri: Uri, pipelines: Pipelines): DealItem {
  const days = daysInStage(deal, pipelines.today);
  const facts = [
    deal.account && withoutIcons(plainText(deal.account, 60)),
    deal.value && formatMoney(deal.value),
    days === undefined ? undefined : l10n.t('{0} d', days),
  ];
  const stage = stageOf(folder.pipeline.process, deal.stage).label;
  const state = { open: stage, won: l10n.t('Won'), lost: l10n.t('Lost in {0}', stage) };
  return {
    label: withoutIcons(plainText(deal.title, 100)),
    description: withoutIcons(plainText(state[deal.status], 60)),
    detail: facts.filter(fact => fact).join(' · '),
    uri,
  };
}
