import { l10n, ThemeIcon, window } from 'vscode';
import { CONFLICT_ICON, DUE_ICONS, HOLD_ICON, PROBLEM_ICON } from './dealItems';
import { TODO_ICON } from './todoItems';
import { GROUP_ICONS } from './treeItems';

/** A list of what the signs in the views mean, to be read and closed. */
export async function showIcons(): Promise<void> {
  const words: readonly (readonly [ThemeIcon | string, string, string?])[] = [
    [DUE_ICONS.overdue, l10n.t('The next step is overdue')],
    [DUE_ICONS.today, l10n.t('The next step is due today')],
    [DUE_ICONS.planned, l10n.t('A next step is planned'), l10n.t('pale: without a date, or a closed deal')],
    [DUE_ICONS.none, l10n.t('No next step')],
    [TODO_ICON, l10n.t('A to-do'), l10n.t('a line of the deal’s notes with a box and a day')],
    [HOLD_ICON, l10n.t('On hold'), l10n.t('nothing is due until the day')],
    [CONFLICT_ICON, l10n.t('In conflict'), l10n.t('two people changed it; the first side counts')],
    [PROBLEM_ICON, l10n.t('Something in the file needs fixing'), l10n.t('point at the row to read what')],
    [
      '!',
      l10n.t('Stalled or idle'),
      l10n.t('behind a deal: over its stage’s limit, or nobody looks after it'),
    ],
    ['37d', l10n.t('Days'), l10n.t('in the agenda: late; in the pipeline: in the stage')],
    [GROUP_ICONS.stage, l10n.t('A stage'), l10n.t('the ring fills up on the way to the close')],
    [GROUP_ICONS.won, l10n.t('Won')],
    [GROUP_ICONS.lost, l10n.t('Lost')],
    [GROUP_ICONS.attention, l10n.t('Files that can’t be read as deals')],
    [new ThemeIcon('check'), l10n.t('Button: complete the next step')],
    [new ThemeIcon('arrow-right'), l10n.t('Button: advance to the next stage')],
    [new ThemeIcon('comment'), l10n.t('Button: log an activity')],
  ];
  const items = words.map(([sign, label, description = '']) => ({
    label: `${typeof sign === 'string' ? sign : `$(${sign.id})`} ${label}`,
    description,
  }));
  await window.showQuickPick(items, { title: l10n.t('What the Icons Mean'), matchOnDescription: true });
}
