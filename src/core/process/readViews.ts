import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { quote } from '../problem';
import { readCurrencies } from './readMoney';
import { STATUSES, type Status } from './outcome';
import { CLOSINGS, DEFAULT_VIEW, GROUPINGS, SORT_KEYS, type SavedView, type View } from './view';
import type { YamlReader } from './yamlReader';

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** The list `views`. One without a name, or with the name of another, is told and left out. */
export function readViews(reader: YamlReader, node: Node | null): SavedView[] | undefined {
  if (!isSeq(node)) return reader.wrongType(node, 'a list of views, each with a `name`');
  const views: SavedView[] = [];
  for (const item of reader.items(node)) {
    const view = isMap(item) ? readView(reader, item) : reader.wrongType(item, VIEW);
    if (view && views.some(({ name }) => name === view.name)) {
      const message = `There are two views ${quote(view.name)}. The first one counts.`;
      reader.warn('duplicate-key', message, reader.placeOf(item));
    } else if (view) views.push(view);
  }
  return views;
}

const VIEW = 'a view with a `name`, such as {name: Stalled, stalled: true}';

function readView(reader: YamlReader, map: YAMLMap): SavedView | undefined {
  const view: Writable<View> = { ...DEFAULT_VIEW };
  const filter: Writable<View['filter']> = {};
  let name: string | undefined;
  const set = <K extends keyof typeof filter>(key: K, value: (typeof filter)[K] | undefined) => {
    if (value !== undefined) filter[key] = value;
  };
  reader.keys(map, {
    name: node => (name = reader.text(node, 'a name')),
    sort: node => (view.sort = reader.oneOf(node, SORT_KEYS) ?? view.sort),
    reversed: node => (view.reversed = reader.flag(node) ?? false),
    group: node => (view.group = reader.oneOf(node, GROUPINGS) ?? view.group),
    text: node => set('text', reader.text(node, 'words')),
    owner: node => set('owner', reader.names(node)),
    tag: node => set('tag', reader.names(node)),
    status: node => set('status', readStatuses(reader, node)),
    currency: node => set('currency', readCurrencies(reader, node)),
    stalled: node => set('stalled', reader.flag(node)),
    idle: node => set('idle', reader.flag(node)),
    no_next_step: node => set('noNextStep', reader.flag(node)),
    closing: node => set('closing', reader.oneOf(node, CLOSINGS)),
    archived: node => set('archived', reader.flag(node)),
  });
  if (!map.has('name')) reader.wrongType(map, VIEW);
  return name === undefined ? undefined : { name, view: { ...view, filter } };
}

function readStatuses(reader: YamlReader, node: Node | null): Status[] | undefined {
  const names = reader.names(node, name => STATUSES.includes(name as Status), STATUSES.join(', '));
  return names as Status[] | undefined;
}
