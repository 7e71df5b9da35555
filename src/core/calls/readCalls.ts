import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { isCalendarDate, type CalendarDate } from '../calendar';
import { amountMeant, isThousands } from '../doubtfulNumbers';
import { daysOf, isQuarter } from '../metrics/periods';
import { NO_CURRENCY } from '../money';
import { error, type Problem } from '../problem';
import type { Process, ProcessProblem } from '../process/process';
import { say as sayOfProcess } from '../process/say';
import { foundIn, YamlReader } from '../process/yamlReader';
import { searchable } from '../text/searchable';
import type { Call } from './call';
import { CALLS_FILE } from './callsFileName';
import { quarterMeant } from './saidQuarter';
import { say, type CallExpected } from './say';

/** Hundreds of times what a team says in ten years; it would be read anew at each change. */
const MOST_CHARACTERS = 1_000_000;

/** The calls that a file holds, in its order, and what is wrong in it. */
export interface ReadCalls {
  readonly calls: readonly Call[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a `forecast.yaml`: below each owner's name a list of calls. One that makes no sense becomes a problem at its place and
 * doesn't count; the others do. Never throws.
 *
 * @param currency the team's own, which an amount that names none is in
 */
export function readCalls(text: string, currency: string | undefined): ReadCalls {
  if (text.length > MOST_CHARACTERS)
    return { calls: [], problems: [error('unreadable', say('callsTooLong', { most: MOST_CHARACTERS }))] };
  const reader = new YamlReader(text);
  const root = reader.root(there => say('callsExpected', { there }));
  if (!root) return { calls: [], problems: reader.problems };
  const calls: Call[] = [];
  const said = new Set<string>();
  for (const { key, value, place } of reader.pairs(root)) {
    const owner = key.trim();
    if (!owner) {
      reader.warn('wrong-type', wrong(owner, null, 'owner'), place);
      continue;
    }
    // A name with nothing below it is about to be filled in.
    if (!reader.isSet(value)) continue;
    if (!isSeq(value)) {
      reader.warn('wrong-type', wrong(owner, value, 'list'), reader.placeOf(value));
      continue;
    }
    for (const item of reader.items(value)) {
      const call = readCall(reader, item, owner, currency ?? NO_CURRENCY);
      if (!call) continue;
      const { on, period } = call;
      const once = [searchable(owner), period, on].join(' ');
      if (said.has(once))
        reader.warn('call-twice', say('callTwice', { owner, on, period }), reader.placeOf(item));
      said.add(once);
      calls.push(call);
    }
  }
  return { calls, problems: reader.problems };
}

/** The calls of a pipeline, and what is wrong with the file that holds them. */
export interface CallsOfFolder {
  readonly calls: readonly Call[];
  readonly problems: readonly ProcessProblem[];
}

/** The same of a file that may not be a text at all, or not be there. */
export function callsFromFile(
  file: { readonly text: string } | { readonly problem: Problem } | undefined,
  { currency }: Pick<Process, 'currency'>,
): CallsOfFolder {
  if (!file) return { calls: [], problems: [] };
  const { calls, problems } =
    'problem' in file ? { calls: [], problems: [file.problem] } : readCalls(file.text, currency);
  return { calls, problems: problems.map(problem => ({ ...problem, file: CALLS_FILE })) };
}

function wrong(owner: string, node: Node | null, expected: CallExpected) {
  return say('callWrong', { owner, there: foundIn(node), expected });
}

/** `{on: 2026-10-05, period: 2026-Q4, amount: 120000}`, with a `currency` where it is another than the team's. */
function readCall(reader: YamlReader, item: Node | null, owner: string, own: string): Call | undefined {
  if (!isMap(item)) {
    reader.warn('wrong-type', wrong(owner, item, 'call'), reader.placeOf(item));
    return undefined;
  }
  let on: CalendarDate | undefined;
  let period: string | undefined;
  let amount: number | undefined;
  let currency: string | undefined = own;
  reader.keys(item, {
    on: node => (on = readDay(reader, node, owner)),
    period: node => (period = readPeriod(reader, node)),
    amount: node => (amount = readAmount(reader, node, owner)),
    currency: node => (currency = readCurrency(reader, node, owner)),
  });
  const lacking = (['on', 'period', 'amount'] as const).filter(key => !hasKey(item, key));
  if (lacking.length)
    reader.warn('wrong-type', say('callLacks', { owner, keys: lacking }), reader.placeOf(item));
  if (!on || !period || amount === undefined || !currency) return undefined;
  if (on > daysOf(period).last)
    reader.warn(
      'doubtful-date',
      say('callAfterPeriod', { on, period }),
      reader.placeOf(item.get('on', true)),
    );
  return { owner, period, on, money: { amount, currency } };
}

function hasKey(map: YAMLMap, key: string): boolean {
  return map.items.some(pair => isScalar(pair.key) && pair.key.value === key);
}

function readDay(reader: YamlReader, node: Node | null, owner: string): CalendarDate | undefined {
  const value = isScalar(node) ? node.value : undefined;
  if (isCalendarDate(value)) return value;
  const isNoDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const says = isNoDay ? say('callNoDay', { day: value }) : wrong(owner, node, 'day');
  reader.warn('invalid-date', says, reader.placeOf(node));
  return undefined;
}

function readPeriod(reader: YamlReader, node: Node | null): string | undefined {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && isQuarter(value)) return value;
  const meant = typeof value === 'string' ? quarterMeant(value) : undefined;
  const says = say('callPeriod', { there: foundIn(node), ...(meant && { meant }) });
  reader.warn('wrong-type', says, reader.placeOf(node), meant);
  return undefined;
}

function readAmount(reader: YamlReader, node: Node | null, owner: string): number | undefined {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value !== 'number' || !(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) {
    reader.warn('invalid-value', wrong(owner, node, 'amount'), reader.placeOf(node));
    return undefined;
  }
  const written = isScalar(node) ? node.source : undefined;
  if (written !== undefined && isThousands(written)) {
    const meant = amountMeant(written);
    const says = sayOfProcess('pointInThousands', { written, amount: value, meant });
    reader.warn('doubtful-value', says, reader.placeOf(node));
  }
  return value;
}

function readCurrency(reader: YamlReader, node: Node | null, owner: string): string | undefined {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && /^[A-Za-z]{3}$/.test(value)) return value.toUpperCase();
  reader.warn('invalid-currency', wrong(owner, node, 'currency'), reader.placeOf(node));
  return undefined;
}
