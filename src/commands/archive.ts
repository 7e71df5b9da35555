import { l10n } from 'vscode';
import { archiveDeals } from '../actions/archive';
import { isOpen, type Deal } from '../core/deal/deal';
import { isArchived } from '../core/pipeline/archive';
import type { Pipelines } from '../files/pipelines';
import type { Changes } from './changes';
import type { DoneSentence } from './report';
import { targetsOf } from './targets';

/** Puts closed deals out of sight. Some fear for their numbers then, so that is answered at once. */
export async function archive(
  pipelines: Pipelines,
  changes: Changes,
  args: readonly unknown[],
): Promise<void> {
  const suits = (deal: Deal) => !isOpen(deal) && !isArchived(deal);
  const uris = await targetsOf(pipelines, args, suits, l10n.t('Archive which deal?'));
  if (!uris.length) return;
  await changes.make(uris, {
    act: archiveDeals,
    wordsOf: () => l10n.t('archived'),
    sentence: asArchived,
  });
}

const asArchived: DoneSentence = (who, _, count) =>
  count === 1
    ? l10n.t('Archived: {0}. It still counts in the funnel.', who)
    : l10n.t('Archived: {0}. They still count in the funnel.', who);
