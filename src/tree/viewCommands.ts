import { commands, l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { GROUPINGS, SORT_KEYS, type Grouping, type SortKey } from '../core/process/view';
import { Disposables } from '../disposables';
import { COMMANDS, type CommandId } from '../ids';
import type { PipelineTree } from './pipelineTree';
import type { Views } from './saveView';
import { GROUPING_LABELS, mark, SORT_LABELS } from './viewWords';

interface ValueItem<T> extends QuickPickItem {
  readonly value: T;
}

/** How the person looks at the pipeline: sorted, grouped, filtered, and as it was saved. */
export function registerViewCommands(views: Views, tree: PipelineTree): Disposable {
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
    (await import('./filterPicker')).pickFilter(views.shown, state, () => tree.openDeals);
  add(COMMANDS.filter, filter);
  // The same under another icon, which says that some deals are not shown.
  add(COMMANDS.changeFilter, filter);
  add(COMMANDS.clearFilter, () => state.set({ filter: {} }));
  add(COMMANDS.savedViews, async () => (await import('./pickView')).pickView(views, state));
  add(COMMANDS.saveView, async () => (await import('./saveView')).saveView(views, state.current));
  return disposables;
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
