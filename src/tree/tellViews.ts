import { commands, l10n, type TreeView } from 'vscode';
import { plainText } from '../core/escape';
import { isFiltering, type DealFilter } from '../core/filter/table';
import { otherStageKey } from '../core/pipeline/otherStageKey';
import { partlyRead } from '../files/editor/partlyRead';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { CONTEXT } from '../ids';
import { counted, NOTES } from '../words/en/counted';
import { quoted } from '../words/en/said/quoted';
import { sentenceOf } from '../words/sentence';
import type { AgendaTree } from './agendaTree';
import type { AgendaNode, Node } from './nodes';
import { pastMessage } from './pastMessage';
import type { PipelineTree } from './pipelineTree';
import { filterWords, GROUPING_LABELS, SORT_LABELS } from './viewWords';
import { dealsAloud } from './words';

const SHOW_ALL = l10n.t('Press Esc to show all.');

/** What is not to be seen from the rows: that deals are left out, and how the others are sorted. */
export function tellView(
  view: TreeView<Node>,
  tree: PipelineTree,
  { folders, travel }: ShownPipelines,
): void {
  const { filter, group, reversed, sort } = tree.state.current;
  const problem = folders.find(folder => folder.problem)?.problem;
  const isFiltered = isFiltering(filter);
  const { shown, all } = tree.openDeals;
  const only = filterWords(filter, folders[0]?.pipeline.process);
  const filtered = filter.picked
    ? l10n.t('Only {0}: {1}.', only, dealsAloud(tree.dealsShown))
    : l10n.t('{0} of {1} open deals: {2}.', shown, all, only);
  // Beside a message an empty view would not say what to do about it.
  const isTold = isFiltered && tree.isWorthShowing();
  // Esc goes back to now first.
  const words = isTold ? [filtered, travel.at ? '' : SHOW_ALL].filter(part => part).join(' ') : '';
  const message = problem ? plainText(sentenceOf(problem), 300) : words;
  const past = travel.at && pastMessage(travel.at);
  setTitle(view, travel.at ? l10n.t('Pipeline as of {0}', travel.at.words) : l10n.t('Pipeline'));
  const adoptable = travel.at ? '' : otherKeys(folders);
  view.message = [past, partlyRead(folders), adoptable, message].filter(part => part).join(' ');
  const order = reversed ? l10n.t('{0}, reversed', SORT_LABELS[sort].label) : SORT_LABELS[sort].label;
  view.description = [
    group === 'stage' ? '' : l10n.t('by {0}', GROUPING_LABELS[group].toLocaleLowerCase()),
    sort === 'value' && !reversed ? '' : order,
  ]
    .filter(part => part)
    .join(' · ');
  void commands.executeCommand('setContext', CONTEXT.isFiltered, isFiltered);
}

/** Where most notes of a pipeline need attention for the key of their stage alone, says what reads them as they are. */
function otherKeys(folders: ShownPipelines['folders']): string {
  for (const { pipeline } of folders) {
    const other = otherStageKey(pipeline);
    if (!other) continue;
    const [notes, key] = [counted(other.notes, NOTES), quoted(other.key, 60)];
    return l10n.t(
      '{0} have their stage in {1}. To read them as they are, run Deals: Adopt Notes…',
      notes,
      key,
    );
  }
  return '';
}

/** How much of the agenda presses, beside its name. */
export function tellAgenda(
  view: TreeView<AgendaNode>,
  agenda: AgendaTree,
  filter: DealFilter,
  { folders, travel }: ShownPipelines,
): void {
  const { overdue, today, withoutStep, all } = agenda.pressing;
  const value = overdue + today;
  const words = filterWords(filter, folders[0]?.pipeline.process);
  const filtered = isFiltering(filter) && agenda.getChildren().length > 0;
  const left = filtered ? l10n.t('{0} of {1} due: {2}.', value, all, words) : '';
  setTitle(view, travel.at ? l10n.t('Agenda as of {0}', travel.at.words) : l10n.t('Agenda'));
  view.message = [
    travel.at && pastMessage(travel.at),
    partlyRead(folders),
    left,
    left && !travel.at ? SHOW_ALL : '',
  ]
    .filter(part => part)
    .join(' ');
  const counts = [
    overdue && l10n.t('{0} overdue', overdue),
    withoutStep && l10n.t('{0} without a step', withoutStep),
  ];
  view.description = counts.filter(count => count).join(', ');
  const parts = [overdue && l10n.t('{0} overdue', overdue), today && l10n.t('{0} due today', today)];
  const tooltip = parts.filter(part => part).join(', ');
  // Set only where it is another one: each time the editor draws it anew.
  // What was due then is no news.
  const badge = value && !travel.at ? { value, tooltip } : undefined;
  if (view.badge?.tooltip !== badge?.tooltip) view.badge = badge;
}

/** Each time the editor draws it anew. */
function setTitle(view: TreeView<unknown>, title: string): void {
  if (view.title !== title) view.title = title;
}
