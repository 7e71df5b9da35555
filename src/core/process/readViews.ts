import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { isCalendarDate, type CalendarDate } from '../calendar';
import { CLOSINGS, FILTER_KEYS, kindOf, type DealFilter, type FilterKind } from '../filter/table';
import { readCurrencies } from './readMoney';
import { say } from './say';
import { STATUSES } from './outcome';
import { STAGE_IDS } from './stages';
import { DEFAULT_VIEW, GROUPINGS, keyInView, SORT_KEYS, type SavedView, type View } from './view';
import type { YamlReader } from './yamlReader';

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** The list `views`. One without a name, or with the name of another, is told and left out. */
export function readViews(reader: YamlReader, node: Node | null): SavedView[] | undefined {
  if (!isSeq(node)) return reader.wrongType(node, 'views');
  const views: SavedView[] = [];
  for (const item of reader.items(node)) {
    const view = isMap(item) ? readView(reader, item) : reader.wrongType(item, 'view');
    if (view && views.some(({ name }) => name === view.name)) {
      reader.warn('duplicate-key', say('viewTwice', { name: view.name }), reader.placeOf(item));
    } else if (view) views.push(view);
  }
  return views;
}

function readView(reader: YamlReader, map: YAMLMap): SavedView | undefined {
  const view: Writable<View> = { ...DEFAULT_VIEW };
  const filter: Record<string, unknown> = {};
  let name: string | undefined;
  const filters = FILTER_KEYS.map(key => {
    const read = (node: Node | null) => {
      const asked = READERS[kindOf(key)](reader, node);
      if (asked !== undefined) filter[key] = asked;
    };
    return [keyInView(key), read] as const;
  });
  reader.keys(map, {
    name: node => (name = reader.text(node, 'name')),
    sort: node => (view.sort = reader.oneOf(node, SORT_KEYS) ?? view.sort),
    reversed: node => (view.reversed = reader.flag(node) ?? false),
    group: node => (view.group = reader.oneOf(node, GROUPINGS) ?? view.group),
    ...Object.fromEntries(filters),
  });
  if (!map.has('name')) reader.wrongType(map, 'view');
  return name === undefined ? undefined : { name, view: { ...view, filter: filter as DealFilter } };
}

/** How the kinds of filters are read; what makes no sense is told and asks for nothing. */
const READERS: Readonly<Record<FilterKind, (reader: YamlReader, node: Node | null) => unknown>> = {
  names: (reader, node) => reader.names(node),
  currency: readCurrencies,
  stage: (reader, node) => readSome(reader, node, STAGE_IDS),
  status: (reader, node) => readSome(reader, node, STATUSES),
  text: (reader, node) => reader.text(node, 'words'),
  amount: (reader, node) => reader.number(node, 0, Number.MAX_SAFE_INTEGER, 'amount'),
  day: readDay,
  flag: (reader, node) => reader.flag(node),
  closing: (reader, node) => reader.oneOf(node, CLOSINGS),
  archive: (reader, node) => reader.flag(node),
};

function readSome(reader: YamlReader, node: Node | null, all: readonly string[]): string[] | undefined {
  return reader.names(node, name => all.includes(name), { someOf: all });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Which days there are in a month is more than the schema of the file can say. */
function readDay(reader: YamlReader, node: Node | null): CalendarDate | undefined {
  const day = reader.matching(node, DAY, 'day');
  if (day === undefined || isCalendarDate(day)) return day as CalendarDate | undefined;
  reader.warn('invalid-date', say('noSuchDay', { day }), reader.placeOf(node));
  return undefined;
}
