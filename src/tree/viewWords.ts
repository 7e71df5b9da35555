import { env, l10n, ThemeIcon, type QuickPickItem } from 'vscode';
import { plainText } from '../core/escape';
import type { DealFilter } from '../core/filter/table';
import { stageOf, type Process } from '../core/process/process';
import type { Grouping, SortKey } from '../core/process/view';
import { filterWords as wordsOfFilters } from '../words/filter';

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

/** Which deals a filter leaves, in words; stages by the names of a team, where the filter is that team's alone. */
export function filterWords(filter: DealFilter, process?: Process): string {
  return wordsOfFilters('en').describe(filter, {
    ...(process && { stage: id => plainText(stageOf(process, id).label, 40) }),
    name: name => plainText(name, 60),
    amount: amount => amount.toLocaleString(env.language),
  });
}

/** How an entry of a list shows that it is chosen, with a word for who does not see the mark. */
export function mark(isChosen: boolean, word: string): Pick<QuickPickItem, 'description' | 'iconPath'> {
  // The others are indented as far.
  return isChosen
    ? { iconPath: new ThemeIcon('check'), description: word }
    : { iconPath: new ThemeIcon('blank') };
}
