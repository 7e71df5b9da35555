import { l10n, window, type QuickPickItem } from 'vscode';
import type { CalendarDate } from '../core/calendar';
import { daysInStage, isOpen, type Deal } from '../core/deal/deal';
import { plainText, withoutIcons } from '../core/escape';
import { formatMoney } from '../core/money';
import { stageOf } from '../core/process/process';
import type { PipelineFolder } from '../files/pipelineFolder';

interface Item extends QuickPickItem {
  readonly path: string;
}

/** The deals behind a figure in a list, of which the person may choose one. A deal that counts twice is named once. */
export async function pickDeal(
  folder: PipelineFolder,
  paths: readonly string[],
  words: string,
  today: CalendarDate,
): Promise<string | undefined> {
  const entries = [...new Set(paths)].map(path => folder.pipeline.get(path));
  const deals = entries.flatMap(entry => (entry?.kind === 'deal' ? [entry.deal] : []));
  const count = deals.length === 1 ? l10n.t('1 deal') : l10n.t('{0} deals', deals.length);
  const picked = await window.showQuickPick<Item>(
    deals.map(deal => itemOf(deal, folder, today)),
    {
      title: `${plainText(words, 100)} · ${count}`,
      placeHolder: l10n.t('Choose one to open it'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return picked?.path;
}

function itemOf(deal: Deal, { pipeline: { process } }: PipelineFolder, today: CalendarDate): Item {
  const stage = plainText(stageOf(process, deal.stage).label, 60);
  const days = isOpen(deal) ? daysInStage(deal, today) : undefined;
  const where = { open: stage, won: l10n.t('won'), lost: l10n.t('lost in {0}', stage) }[deal.status];
  const description = [
    where,
    days === undefined ? undefined : l10n.t('{0} d', days),
    deal.value && formatMoney(deal.value),
    deal.owner && plainText(deal.owner, 40),
  ];
  const detail = [
    deal.account && plainText(deal.account, 60),
    deal.nextStep && plainText(deal.nextStep, 100),
  ];
  return {
    label: withoutIcons(plainText(deal.title, 100)),
    description: withoutIcons(description.filter(part => part).join(' · ')),
    detail: withoutIcons(detail.filter(part => part).join(' · ')),
    path: deal.path,
  };
}
