import { l10n, window } from 'vscode';
import { Disposables } from '../disposables';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { filterItems, type FilterItem } from './filterItems';
import type { ViewState } from './viewState';

/**
 * A list that stays open while the person chooses: each choice filters the view at once, and all of them combine. What
 * is typed and is none of the choices is looked for in the deals.
 *
 * @param shown how many open deals the view shows, of how many
 */
export function pickFilter(
  pipelines: ShownPipelines,
  state: ViewState,
  shown: () => { readonly shown: number; readonly all: number },
): Promise<void> {
  const picker = window.createQuickPick<FilterItem>();
  const disposables = new Disposables();
  disposables.add(picker);
  // The box that asks for an amount or a day takes the place of the list meanwhile.
  let isAsking = false;
  const draw = (active?: string) => {
    const counts = shown();
    picker.title = l10n.t('Filter: {0} of {1} open deals', counts.shown, counts.all);
    picker.items = filterItems(pipelines, state);
    const item = picker.items.find(({ choice }) => choice && choice.id === active);
    if (item) picker.activeItems = [item];
  };
  const accept = async () => {
    const [item] = picker.activeItems;
    if (!item?.choice || isAsking) return;
    const { id, choose } = item.choice;
    isAsking = true;
    const asked = choose(picker.value.trim());
    try {
      await asked;
    } finally {
      isAsking = false;
      picker.value = '';
      draw(id);
      if (asked) picker.show();
    }
  };
  picker.placeholder = l10n.t('Pick filters or type to search; Esc to finish');
  picker.keepScrollPosition = true;
  disposables.add(picker.onDidAccept(() => void accept()));
  draw();
  picker.show();
  return new Promise(resolve => {
    disposables.add(
      picker.onDidHide(() => {
        if (isAsking) return;
        disposables.dispose();
        resolve();
      }),
    );
  });
}
