import { l10n, window } from 'vscode';
import { createFollowUp } from '../actions/followUp';
import { dealOf, needsAttention } from '../core/deal/entry';
import { fileNameOf } from '../core/deal/fileName';
import { plainText, withoutLinks } from '../core/escape';
import { NO_CURRENCY } from '../core/money';
import { toAddress } from '../files/editor/addresses';
import type { Pipelines } from '../files/pipelines';
import type { Changes } from './changes';
import { anyDeal } from './fieldCommand';
import { askDeal, shown } from './newDeal';
import { asNew } from './report';
import { targetsOf } from './targets';
import { sentenceOf } from '../words/sentence';

/** Repeat business: asks for what is new, and takes the rest from a deal that is won, lost or still open. */
export async function newDealForAccount(
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const question = l10n.t('New deal for which deal’s account?');
  const [uri] = await targetsOf(pipelines, args.slice(0, 1), anyDeal, question);
  const folder = uri && pipelines.folderOf(uri);
  const entry = uri && folder?.entryAt(uri);
  if (!uri || !folder || !entry) return;
  const known = dealOf(entry);
  if (!known) {
    const reason = needsAttention(entry) ? sentenceOf(entry.problem) : l10n.t('This file isn’t a deal.');
    void window.showWarningMessage(withoutLinks(plainText(reason, 300)));
    return;
  }
  const { account, title, value } = known;
  const currency = value?.currency === NO_CURRENCY ? undefined : value?.currency;
  const name = account ? l10n.t('New Deal for {0}', plainText(account, 40)) : l10n.t('New Deal');
  const deal = await askDeal(pipelines, folder, { name, account, currency });
  if (!deal) return;
  await changes.make([folder.uriOf(fileNameOf(deal.title, []))], {
    act: async workspace => shown(await createFollowUp(workspace, toAddress(uri), deal)),
    wordsOf: () => l10n.t('follows “{0}”', plainText(title, 80)),
    sentence: asNew,
  });
}
