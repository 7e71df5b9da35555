import { env, l10n, QuickPickItemKind, type QuickPickItem } from 'vscode';
import { plainText, withoutIcons } from '../core/escape';
import { choicesIn } from '../core/filter/choices';
import { CHOICE_KEYS, CLOSINGS, type ChoiceKey, type DealFilter } from '../core/filter/table';
import { stageOf, type Process } from '../core/process/process';
import { searchable } from '../core/text/searchable';
import type { ShownPipelines } from '../files/editor/travel/shownPipelines';
import { filterWords } from '../words/filter';
import { askAmount, askDay } from './askBound';
import type { ViewState } from './viewState';
import { mark } from './viewWords';

/** One thing to filter by; choosing it once more takes it back. */
interface Choice {
  /** The same whatever is chosen. */
  readonly id: string;
  readonly label: string;
  readonly isOn: boolean;
  /**
   * @param typed what stands in the box when it is chosen
   * @returns where it asks for more: when that is answered
   */
  readonly choose: (typed: string) => Promise<void> | void;
}

export interface FilterItem extends QuickPickItem {
  readonly choice?: Choice;
}

/** More names of one kind than this are reached by words that are typed. */
const MOST_NAMES = 200;

const WORDS = filterWords('en');

/** The same items whatever is typed: a list that changed at every letter could change under the key that chooses. */
export function filterItems(pipelines: ShownPipelines, state: ViewState): FilterItem[] {
  const deals = [...pipelines.deals()].map(({ deal }) => deal);
  const process = pipelines.folders[0]?.pipeline.process;
  const inUse = choicesIn(deals, MOST_NAMES);
  const names = (key: ChoiceKey) => choicesOf(state, key, inUse[key], process);
  const archived = flag(state, 'archived', l10n.t('Include archived'));
  return [
    ...section(l10n.t('Words'), [words(state)]).map(item => ({ ...item, alwaysShow: true })),
    ...section(
      l10n.t('Needs'),
      (['stalled', 'idle', 'overdue', 'noNextStep'] as const).map(key => flag(state, key, WORDS.label(key))),
    ),
    ...section(
      WORDS.label('closing'),
      CLOSINGS.map(period => closing(state, period)),
    ),
    ...CHOICE_KEYS.flatMap(key =>
      section(WORDS.label(key), key === 'status' ? [...names(key), archived] : names(key)),
    ),
    ...section(l10n.t('Value'), [amount(state, 'minValue'), amount(state, 'maxValue')]),
    ...section(l10n.t('Created'), [day(pipelines, state, 'from'), day(pipelines, state, 'to')]),
  ];
}

function section(title: string, choices: readonly Choice[]): FilterItem[] {
  if (!choices.length) return [];
  return [{ label: title, kind: QuickPickItemKind.Separator }, ...choices.map(asItem)];
}

function asItem(choice: Choice): FilterItem {
  const label = withoutIcons(plainText(choice.label, 80));
  return { label, choice, ...mark(choice.isOn, l10n.t('chosen')) };
}

function words(state: ViewState): Choice {
  const { text } = state.current.filter;
  return {
    id: 'text',
    label: text ? l10n.t('Contains “{0}”', plainText(text, 60)) : l10n.t('Text contains…'),
    isOn: Boolean(text),
    choose: typed => state.setFilter({ text: typed || undefined }),
  };
}

function flag(
  state: ViewState,
  key: 'stalled' | 'idle' | 'overdue' | 'noNextStep' | 'archived',
  label: string,
): Choice {
  const isOn = state.current.filter[key] === true;
  return { id: key, label, isOn, choose: () => state.setFilter({ [key]: !isOn }) };
}

function closing(state: ViewState, period: NonNullable<DealFilter['closing']>): Choice {
  const isOn = state.current.filter.closing === period;
  return {
    id: `closing ${period}`,
    label: period === 'month' ? l10n.t('This month') : l10n.t('This quarter'),
    isOn,
    choose: () => state.setFilter({ closing: isOn ? undefined : period }),
  };
}

function amount(state: ViewState, key: 'minValue' | 'maxValue'): Choice {
  const now = state.current.filter[key];
  return bound(key, now?.toLocaleString(env.language), async typed => {
    const asked = now === undefined ? await askAmount(WORDS.label(key), typed) : undefined;
    if (asked !== undefined || now !== undefined) state.setFilter({ [key]: asked });
  });
}

function day({ today }: ShownPipelines, state: ViewState, key: 'from' | 'to'): Choice {
  const now = state.current.filter[key];
  return bound(key, now, async typed => {
    const asked = now === undefined ? await askDay(WORDS.label(key), typed, today) : undefined;
    if (asked !== undefined || now !== undefined) state.setFilter({ [key]: asked });
  });
}

/** Chosen, it asks for what it lacks; once more, it is taken back. */
function bound(
  key: 'minValue' | 'maxValue' | 'from' | 'to',
  now: string | undefined,
  choose: (typed: string) => Promise<void>,
): Choice {
  const label = WORDS.label(key);
  return {
    id: key,
    label: now === undefined ? `${label}…` : `${label} ${now}`,
    isOn: now !== undefined,
    choose,
  };
}

function choicesOf(
  state: ViewState,
  key: ChoiceKey,
  names: readonly string[],
  process: Process | undefined,
): Choice[] {
  const chosen: readonly string[] = state.current.filter[key] ?? [];
  // "Dana" and "dana" are one.
  const known = new Map([...names, ...chosen].toReversed().map(name => [searchable(name), name]));
  return [...known.values()].toReversed().map(name => {
    const others = chosen.filter(one => searchable(one) !== searchable(name));
    const isOn = others.length < chosen.length;
    return {
      id: `${key} ${name}`,
      label: WORDS.valueLabel(key, name, id => (process ? stageOf(process, id).label : id)),
      isOn,
      choose: () => state.setFilter({ [key]: isOn ? others : [...chosen, name] }),
    };
  });
}
