import { commands, l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import type { Files } from '../actions/ports/files';
import { plainText, withoutIcons } from '../core/escape';
import {
  DEFAULT_VIEW,
  GROUPINGS,
  SORT_KEYS,
  type Grouping,
  type SavedView,
  type SortKey,
  type View,
} from '../core/process/view';
import { Disposables } from '../disposables';
import type { PipelineFolder } from '../files/pipelineFolder';
import type { Pipelines } from '../files/pipelines';
import { COMMANDS, type CommandId } from '../ids';
import type { PipelineTree } from './pipelineTree';
import { filterWords, GROUPING_LABELS, mark, SORT_LABELS } from './viewWords';

interface ValueItem<T> extends QuickPickItem {
  readonly value: T;
}

/** How the person looks at the pipeline: sorted, grouped, filtered, and as the team has saved it. */
export function registerViewCommands(pipelines: Pipelines, files: Files, tree: PipelineTree): Disposable {
  const disposables = new Disposables();
  const { state } = tree;
  const add = (id: CommandId, run: (argument: unknown) => unknown) =>
    disposables.add(commands.registerCommand(id, run));
  add(COMMANDS.sortBy, async () => {
    const { sort, reversed } = state.current;
    const key = await pickOne<SortKey>(
      l10n.t('Sort By'),
      sort,
      SORT_KEYS.map(value => ({ ...SORT_LABELS[value], value })),
      reversed ? l10n.t('reversed') : l10n.t('choose again to reverse'),
    );
    if (key) state.set({ sort: key, reversed: key === sort && !reversed });
  });
  add(COMMANDS.groupBy, async wanted => {
    const group =
      GROUPINGS.find(one => one === wanted) ??
      (await pickOne<Grouping>(
        l10n.t('Group By'),
        state.current.group,
        GROUPINGS.map(value => ({ label: GROUPING_LABELS[value], value })),
      ));
    if (group) state.set({ group });
  });
  const filter = async () =>
    (await import('./filterPicker')).pickFilter(pipelines, state, () => tree.openDeals);
  add(COMMANDS.filter, filter);
  // The same under another icon, which says that some deals are not shown.
  add(COMMANDS.changeFilter, filter);
  add(COMMANDS.clearFilter, () => state.set({ filter: {} }));
  add(COMMANDS.savedViews, () => pickView(pipelines, files, tree));
  add(COMMANDS.saveView, () => save(pipelines, files, state.current));
  return disposables;
}

async function save(pipelines: Pipelines, files: Files, view: View): Promise<void> {
  const { saveView } = await import('./saveView');
  await saveView(pipelines, files, view);
}

async function pickOne<T>(
  title: string,
  current: T,
  items: readonly ValueItem<T>[],
  ofCurrent = l10n.t('now'),
): Promise<T | undefined> {
  const marked = items.map(item => ({ ...item, ...mark(item.value === current, ofCurrent) }));
  return (await window.showQuickPick(marked, { title, matchOnDetail: true }))?.value;
}

/** The views of all pipelines; a name that two teams use stands there twice, with the pipeline. */
async function pickView(pipelines: Pipelines, files: Files, { state }: PipelineTree): Promise<void> {
  const views = pipelines.folders.flatMap(folder =>
    folder.pipeline.process.views.map(saved => ({ saved, folder })),
  );
  const all: ValueItem<SavedView> = {
    label: l10n.t('All deals by stage'),
    detail: l10n.t('Default view'),
    value: { name: '', view: DEFAULT_VIEW },
  };
  const items = views.map(({ saved, folder }) =>
    itemOf(saved, pipelines.folders.length > 1 ? folder : undefined),
  );
  const saveIt: ValueItem<undefined> = {
    label: l10n.t('$(save) Save This View…'),
    alwaysShow: true,
    value: undefined,
  };
  const picked = await window.showQuickPick<ValueItem<SavedView | undefined>>([...items, all, saveIt], {
    title: l10n.t('Views'),
    placeHolder: l10n.t('Your team’s views are kept in sales-process.yaml'),
    matchOnDetail: true,
  });
  if (picked === saveIt) await save(pipelines, files, state.current);
  else if (picked?.value) state.set(picked.value.view);
}

function itemOf(saved: SavedView, folder: PipelineFolder | undefined): ValueItem<SavedView> {
  const { filter, group, sort } = saved.view;
  const detail = [
    filterWords(filter),
    l10n.t('by {0}', GROUPING_LABELS[group]),
    l10n.t('sorted by {0}', SORT_LABELS[sort].label),
  ];
  return {
    label: withoutIcons(plainText(saved.name, 80)),
    ...(folder && { description: withoutIcons(plainText(folder.name, 60)) }),
    detail: withoutIcons(detail.filter(part => part).join(' · ')),
    value: saved,
  };
}
