import { l10n, ThemeIcon, type QuickPickItem } from 'vscode';
import { plainText } from '../core/escape';
import type { Filter, Grouping, SortKey } from '../core/process/view';

export const SORT_LABELS: Readonly<Record<SortKey, { readonly label: string; readonly detail: string }>> = {
  value: { label: l10n.t('Value'), detail: l10n.t('largest first') },
  close_date: { label: l10n.t('Close date'), detail: l10n.t('earliest first') },
  days_in_stage: { label: l10n.t('Days in stage'), detail: l10n.t('longest first') },
  next_step: { label: l10n.t('Next step'), detail: l10n.t('earliest first') },
  title: { label: l10n.t('Title'), detail: l10n.t('A to Z') },
  last_touch: { label: l10n.t('Last activity'), detail: l10n.t('oldest first') },
};

export const GROUPING_LABELS: Readonly<Record<Grouping, string>> = {
  stage: l10n.t('Stage'),
  owner: l10n.t('Owner'),
  account: l10n.t('Account'),
  close_month: l10n.t('Close month'),
  forecast: l10n.t('Forecast'),
};

const STATUS_LABELS = { open: l10n.t('open'), won: l10n.t('won'), lost: l10n.t('lost') };

/** What a filter leaves, in words: `dana or marek, stalled, closing this month`; empty where it leaves all. */
export function filterWords(filter: Filter): string {
  const anyOf = (names: readonly string[] | undefined) =>
    names?.map(name => plainText(name, 40)).join(l10n.t(' or '));
  return [
    filter.text && l10n.t('“{0}”', plainText(filter.text, 60)),
    anyOf(filter.owner),
    anyOf(filter.tag?.map(tag => `#${tag}`)),
    anyOf(filter.status?.map(status => STATUS_LABELS[status])),
    anyOf(filter.currency),
    filter.stalled && l10n.t('stalled'),
    filter.idle && l10n.t('idle'),
    filter.noNextStep && l10n.t('no next step'),
    filter.closing === 'month' && l10n.t('closing this month'),
    filter.closing === 'quarter' && l10n.t('closing this quarter'),
    filter.archived && l10n.t('archived included'),
  ]
    .filter(part => part)
    .join(', ');
}

/** How an entry of a list shows that it is chosen, with a word for who does not see the mark. */
export function mark(isChosen: boolean, word: string): Pick<QuickPickItem, 'description' | 'iconPath'> {
  // The others are indented as far.
  return isChosen
    ? { iconPath: new ThemeIcon('check'), description: word }
    : { iconPath: new ThemeIcon('blank') };
}
