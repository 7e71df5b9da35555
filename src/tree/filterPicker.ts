import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { byUse } from '../core/deal/typedValues';
import { plainText, withoutIcons } from '../core/escape';
import { searchable } from '../core/text/searchable';
import { NO_CURRENCY } from '../core/money';
import type { DealFilter } from '../core/filter/table';
import { Disposables } from '../disposables';
import type { Pipelines } from '../files/pipelines';
import type { ViewState } from './viewState';
import { mark } from './viewWords';

/** One thing to filter by; choosing it once more takes it back. */
interface Choice {
  readonly label: string;
  readonly isOn: boolean;
  /** @param typed what stands in the box when it is chosen */
  readonly toggle: (typed: string) => void;
}

interface Item extends QuickPickItem {
  readonly choice?: Choice;
}

/**
 * A list that stays open while the person chooses: each choice filters the view at once, and all of them combine. What
 * is typed and is none of the choices is looked for in the deals.
 *
 * @param shown how many open deals the view shows, of how many
 */
export function pickFilter(
  pipelines: Pipelines,
  state: ViewState,
  shown: () => { readonly shown: number; readonly all: number },
): Promise<void> {
  const picker = window.createQuickPick<Item>();
  const disposables = new Disposables();
  disposables.add(picker);
  const draw = (active?: string) => {
    const counts = shown();
    picker.title = l10n.t('Filter: {0} of {1} open deals', counts.shown, counts.all);
    picker.items = items(pipelines, state);
    const item = picker.items.find(({ choice }) => choice && choice.label === active);
    if (item) picker.activeItems = [item];
  };
  picker.placeholder = l10n.t('Pick filters or type to search; Esc to finish');
  picker.keepScrollPosition = true;
  disposables.add(
    picker.onDidAccept(() => {
      const [item] = picker.activeItems;
      if (!item?.choice) return;
      item.choice.toggle(picker.value.trim());
      picker.value = '';
      draw(item.choice.label);
    }),
  );
  draw();
  picker.show();
  return new Promise(resolve => {
    disposables.add(
      picker.onDidHide(() => {
        disposables.dispose();
        resolve();
      }),
    );
  });
}

/** The same items whatever is typed: a list that changed at every letter could change under the key that chooses. */
function items(pipelines: Pipelines, state: ViewState): Item[] {
  const { filter } = state.current;
  const section = (title: string, choices: readonly Choice[]): Item[] =>
    choices.length ? [{ label: title, kind: QuickPickItemKind.Separator }, ...choices.map(asItem)] : [];
  const asText: Choice = {
    label: filter.text ? l10n.t('Contains “{0}”', plainText(filter.text, 60)) : l10n.t('Text contains…'),
    isOn: Boolean(filter.text),
    toggle: typed => state.setFilter({ text: typed || undefined }),
  };
  const deals = [...pipelines.deals()].map(({ deal }) => deal);
  const names = (key: 'owner' | 'tag' | 'currency' | 'status', all: Iterable<string>) =>
    choicesOf(state, key, byUse([...all, ...(filter[key] ?? [])]));
  return [
    ...section(l10n.t('Words'), [asText]).map(item => ({ ...item, alwaysShow: true })),
    ...section(l10n.t('Needs'), [
      flag(state, 'stalled', l10n.t('Stalled')),
      flag(state, 'idle', l10n.t('Idle')),
      flag(state, 'noNextStep', l10n.t('No next step')),
    ]),
    ...section(l10n.t('Closes'), [
      closing(state, 'month', l10n.t('This month')),
      closing(state, 'quarter', l10n.t('This quarter')),
    ]),
    ...section(
      l10n.t('Owner'),
      names(
        'owner',
        deals.flatMap(({ owner }) => owner ?? []),
      ),
    ),
    ...section(
      l10n.t('Tag'),
      names(
        'tag',
        deals.flatMap(({ tags }) => tags),
      ),
    ),
    ...section(l10n.t('Status'), [
      ...choicesOf(state, 'status', ['open', 'won', 'lost'], {
        open: l10n.t('Open'),
        won: l10n.t('Won'),
        lost: l10n.t('Lost'),
      }),
      flag(state, 'archived', l10n.t('Include archived')),
    ]),
    ...section(
      l10n.t('Currency'),
      names(
        'currency',
        deals.flatMap(({ value }) => value?.currency ?? []),
      ).filter(({ label }) => label !== NO_CURRENCY),
    ),
  ];
}

function asItem(choice: Choice): Item {
  const label = withoutIcons(plainText(choice.label, 80));
  return { label, choice, ...mark(choice.isOn, l10n.t('chosen')) };
}

function flag(state: ViewState, key: 'stalled' | 'idle' | 'noNextStep' | 'archived', label: string): Choice {
  const isOn = state.current.filter[key] === true;
  return { label, isOn, toggle: () => state.setFilter({ [key]: !isOn }) };
}

function closing(state: ViewState, period: NonNullable<DealFilter['closing']>, label: string): Choice {
  const isOn = state.current.filter.closing === period;
  return { label, isOn, toggle: () => state.setFilter({ closing: isOn ? undefined : period }) };
}

function choicesOf(
  state: ViewState,
  key: 'owner' | 'tag' | 'currency' | 'status',
  names: readonly string[],
  labels: Readonly<Record<string, string>> = {},
): Choice[] {
  const chosen: readonly string[] = state.current.filter[key] ?? [];
  // "Dana" and "dana" are one.
  const known = new Map(names.toReversed().map(name => [searchable(name), name]));
  return [...known.values()].toReversed().map(name => {
    const others = chosen.filter(one => searchable(one) !== searchable(name));
    const isOn = others.length < chosen.length;
    return {
      label: labels[name] ?? name,
      isOn,
      toggle: () => state.setFilter({ [key]: isOn ? others : [...chosen, name] }),
    };
  });
}
