import { isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { isCalendarDate, type CalendarDate } from '../../calendar';
import { ownName } from '../../frontMatter/keyNames';
import { findStage, type Process } from '../../process/process';
import { writeStage } from '../../process/stageForm';
import type { StageId } from '../../process/stages';
import type { Problem } from '../../problem';
import type { Says } from '../../says';
import { applyEdits, type TextEdit } from '../../textEdit';
import { type Deal, type HistoryEvent, isOpen, lastDay, lastOutcome } from '../deal';
import { orderOfDays } from '../historyOrder';
import { asHistoryWrites, leftIn } from '../stageWords';
import { leftOpen } from '../gate';
import { flowItem } from '../../frontMatter/edit/appendItem';
import type { MapItem } from '../../frontMatter/edit/change';
import { isProvedRewrite } from '../../frontMatter/edit/proof';
import { contentEnd, dashOf, isFlow, pairEnd, type Source } from '../../frontMatter/edit/source';
import { historyOf } from '../historyOf';
import type { Data } from '../../frontMatter/parse';
import { dataOf } from '../../frontMatter/yamlText';
import { putMeant, valueAt, writeDate } from './fieldFixes';
import { openPair, rewriteItems, rewriteValue } from './rewriteValue';
import { eventsMeant, linesAsEntries, saidEvent, saidEvents } from './saidEvents';
import { say } from './say';
import { nameStage } from './stageFixes';
import { byChange, fix, type Broken, type Fix, type Fixer } from './fix';

/** The stage was changed by hand: the history gets the line that a command had written, or the stage is put back. */
export const tellStage: Fixer = broken => {
  const { deal, data, process, problem } = broken;
  if (!deal) return [];
  const last = problem.meant![0] as StageId;
  const stage = String(data['stage']);
  const as = asHistoryWrites(deal.stage, deal, data, process);
  const on = dayAfter(deal, broken.today);
  // Behind the line with its end, the stage would not count.
  const hasEnded = !isOpen(deal) || (lastOutcome(deal.history)?.status ?? 'open') !== 'open';
  const added =
    !hasEnded && process.writesHistory
      ? byChange(
          broken,
          say('addToHistory', { name: deal.stage, day: on }),
          { append: { history: { on, stage: as } } },
          { isPreferred: true },
        )
      : [];
  const back = writeStage(process, last, stage, deal.stage);
  return [...added, ...byChange(broken, say('changeStage', { stage: back }), { set: { stage: back } })];
};

export const tellOutcome: Fixer = broken => {
  const { deal, data, problem, process } = broken;
  if (!deal) return [];
  const last = problem.meant![0]!;
  const on = dayAfter(deal, broken.today);
  const closedIn = isOpen(deal) ? {} : leftIn(deal, data, process, 'outcome');
  const change = { append: { history: { on, status: deal.status, ...closedIn } } };
  const says = say('addToHistory', { name: deal.status, day: on });
  return [
    ...(process.writesHistory ? byChange(broken, says, change, { isPreferred: true }) : []),
    ...(last === 'open'
      ? byChange(broken, say('changeStatus', { status: 'open' }), { set: { status: 'open' } })
      : []),
  ];
};

/** What is wrong with one key of an entry, with an entry or with all. */
export const mendEntry: Fixer = broken => {
  const { at = [], meant = [] } = broken.problem;
  if (at.length === 1) return writeHistory(broken);
  const written = writeEntry(broken);
  if (at.length === 2 || written.length) return written;
  if (at[2] === 'on') return writeDate(broken);
  const isNamed = typeof valueAt(broken.data, at) === 'string';
  if (at[2] === 'stage') return isNamed ? nameStage(broken) : [];
  if (at[2] === 'from') return isNamed && meant.length ? nameStage(broken) : [];
  return at[2] === 'status' ? putMeant(broken, ['open', 'won', 'lost']) : [];
};

/** A history that is no list, as the list that it says in other words. */
function writeHistory(broken: Broken): Fix[] {
  const { data, process, today } = broken;
  const said = data['history'];
  const events = saidEvents(said, process, today) ?? linesAsEntries(said, process, today);
  const says = say('writeHistory', { count: events?.filter(one => typeof one !== 'string').length ?? 0 });
  return events ? rewriteValue(broken, says, 'history', events, { isPreferred: true }) : [];
}

/** An entry that says in other words what one should, and with it all that do. */
function writeEntry(broken: Broken): Fix[] {
  const { data, problem, process, today } = broken;
  const items = Array.isArray(data['history']) ? (data['history'] as unknown[]) : [];
  const said = new Map<number, MapItem>();
  for (const [index, item] of items.entries()) {
    const event = saidEvent(item, process, today);
    if (event) said.set(index, event);
  }
  const index = problem.at![1] as number;
  const event = said.get(index);
  if (!event) return eitherDay(broken, items[index], index);
  const one = rewriteItems(
    broken,
    say('changeTo', { value: flowItem(event) }),
    'history',
    new Map([[index, event]]),
    { isPreferred: said.size === 1 },
  );
  if (said.size === 1) return one;
  const manner = { isPreferred: true };
  return [
    ...rewriteItems(broken, say('writeHistory', { count: said.size }), 'history', said, manner),
    ...one,
  ];
}

/** An entry whose day may be one or another. */
function eitherDay(broken: Broken, item: unknown, index: number): Fix[] {
  const { process, today } = broken;
  const { events } = eventsMeant(item, process, today);
  return events
    .filter(({ on }) => String(on) <= today)
    .flatMap(event =>
      rewriteItems(broken, say('changeTo', { value: flowItem(event) }), 'history', new Map([[index, event]])),
    );
}

/**
 * The line of each move says that somebody knew what the rules have against it: one that lists what was left open lists
 * this too, since nothing else counts then.
 */
export const meanIt: Fixer = broken => {
  const { text, process } = broken;
  const key = ownName(process.fields, 'history');
  const opened = listOf(text, key);
  if (!opened) return [];
  const all = new Map([...linesOfMoves(broken)].map(([index, ids]) => [index, sayMeant(opened, index, ids)]));
  const said = [...all.values()].filter(one => one !== undefined);
  const [first] = said;
  if (!first || said.length < all.size) return [];
  const edits = said.map(({ edit: { start, end, text: more } }) => ({
    start: start + opened.start,
    end: end + opened.start,
    text: more,
  }));
  const meant = (before: Data) => ({
    ...before,
    [key]: (before[key] as Data[]).map((one, at) => all.get(at)?.changed(one) ?? one),
  });
  // Where lines are of both kinds, the one that says most.
  const { says } = said.find(one => one.says.say === 'meanMove') ?? first;
  return isProvedRewrite(text, applyEdits(text, edits), meant) ? [fix(says, edits)] : [];
};

function sayMeant(
  { list, source }: NonNullable<ReturnType<typeof listOf>>,
  index: number,
  ids: readonly string[],
): Said | undefined {
  const item = list.items[index];
  if (!isMap(item)) return undefined;
  const skipped = item.get('skipped');
  return ids.length && isSeq(skipped) ? sayLeftOpen(skipped, ids) : sayOverride(item, source);
}

/** One more word in a line of the history: where, what it makes of the line, and what that is called. */
interface Said {
  readonly edit: TextEdit;
  readonly changed: (line: Data) => Data;
  readonly says: Says;
}

function sayOverride(item: YAMLMap, source: Source): Said {
  const end = pairEnd(item.items.at(-1)!);
  return {
    edit: item.flow
      ? { start: end, end, text: ', override: true' }
      : ownLine(source, item, end, 'override: true'),
    changed: line => ({ ...line, override: true }),
    says: say('meanMove'),
  };
}

function sayLeftOpen(skipped: YAMLSeq, ids: readonly string[]): Said | undefined {
  if (!skipped.flow || !skipped.items.length) return undefined;
  const end = contentEnd(skipped.items.at(-1) as Node);
  return {
    edit: { start: end, end, text: `, ${ids.join(', ')}` },
    changed: line => ({ ...line, skipped: [...(line['skipped'] as unknown[]), ...ids] }),
    says: say('meanLeftOpen', { ids }),
  };
}

/** A line below the last one of an item, that stands in as far as its keys do. */
function ownLine(source: Source, item: YAMLMap, end: number, text: string): TextEdit {
  const key = (item.items[0]!.key as Node).range![0];
  const indent = ' '.repeat(key - source.lineStart(key));
  const at = source.nextLine(end);
  return { start: at, end: at, text: `${indent}${text}${source.newlineBefore(at)}` };
}

/** The entries of the history that the problem is about, by what each left open: it stands at one, or the deal left its stages by them. */
function linesOfMoves({ problem, data, deal, process }: Broken): ReadonlyMap<number, readonly string[]> {
  const { at = [], meant = [] } = problem;
  if (at[0] === 'history') return new Map([[Number(at[1]), meant]]);
  const lines = new Map<number, string[]>();
  for (const { line, id } of deal ? eventsOfMoves(problem, deal, process) : []) {
    const isIt = (written: Data | undefined) =>
      written?.['on'] === line.on &&
      (line.stage
        ? typeof written['stage'] === 'string' && findStage(process, written['stage']) === line.stage
        : Object.hasOwn(written, 'status'));
    const index = historyOf(data).findLastIndex(isIt);
    if (index >= 0) lines.set(index, [...(lines.get(index) ?? []), ...id]);
  }
  return lines;
}

interface LineOfMove {
  readonly line: HistoryEvent;
  /** What was left open by it, if anything. */
  readonly id: readonly string[];
}

function eventsOfMoves({ code, meant = [], isQuiet }: Problem, deal: Deal, process: Process): LineOfMove[] {
  if (code === 'won-early') {
    const line = deal.history.findLast(({ status }) => status === 'won');
    return line ? [{ line, id: [] }] : [];
  }
  if (isQuiet) return [];
  return leftOpen(deal, process).flatMap(({ id, line }) =>
    line && meant.includes(id) ? [{ line, id: [id] }] : [],
  );
}

/** A list as it stands in the text, with what is needed to write in it; `start` is where the YAML begins. */
function listOf(text: string, key: string) {
  const opened = openPair(text, key);
  const list = opened?.pair.value;
  return opened && isSeq(list) ? { list, source: opened.source, start: opened.start } : undefined;
}

/** Puts the entries into the order of their days, each with its comments. */
export const sortHistory: Fixer = ({ text, process, problem }) => {
  // What is out of order by a slip is not put right by sorting.
  if (problem.says.say === 'historySlip') return [];
  const key = ownName(process.fields, 'history');
  const opened = listOf(text, key);
  if (!opened) return [];
  const { list, source, start } = opened;
  const data = dataOf(source.document, list) as unknown[];
  const order = orderOf(data);
  const pieces = isFlow(list) ? flowPieces(list) : blockPieces(source, list);
  if (pieces.length !== data.length) return [];
  const edits: TextEdit[] = order.flatMap((from, to) => {
    const [place, piece] = [pieces[to]!, pieces[from]!];
    const edit = {
      start: place.start + start,
      end: place.end + start,
      text: source.yaml.slice(piece.start, piece.end),
    };
    return from === to ? [] : [edit];
  });
  const sorted = (before: Data) => ({
    ...before,
    [key]: order.map(from => (before[key] as unknown[])[from]),
  });
  return isProvedRewrite(text, applyEdits(text, edits), sorted)
    ? [fix(say('sortHistory'), edits, { isPreferred: true, isSafe: true })]
    : [];
};

function orderOf(items: readonly unknown[]): number[] {
  return orderOfDays(
    items.map(item => {
      const on = typeof item === 'object' && item !== null && 'on' in item ? item.on : undefined;
      return isCalendarDate(on) ? on : undefined;
    }),
  );
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function flowPieces(list: YAMLSeq): Piece[] {
  return (list.items as Node[]).flatMap(({ range }) => (range ? [{ start: range[0], end: range[1] }] : []));
}

/** Whole lines: from the comments above a dash to those above the next. */
function blockPieces(source: Source, list: YAMLSeq): Piece[] {
  const starts = list.items.map((_, index) => {
    const dash = dashOf(list, index);
    return index === 0 ? source.lineStart(dash) : aboveComments(source, source.lineStart(dash));
  });
  const last = contentEnd(list);
  const end = source.nextLine(last);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }));
}

function aboveComments(source: Source, line: number): number {
  let at = line;
  while (at > 0) {
    const above = source.lineStart(at - 1);
    if (!/^[ ]*#/.test(source.restOfLine(above))) break;
    at = above;
  }
  return at;
}

/** Today, or the last day of a history that goes further. */
function dayAfter({ history }: Deal, today: CalendarDate): CalendarDate {
  const last = lastDay(history, today);
  return last && last > today ? last : today;
}
