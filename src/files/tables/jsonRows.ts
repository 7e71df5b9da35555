import { TableFailed, type RowFound } from '../../actions/ports/tables';
import { guarded } from '../../core/intake/cells';
import { say } from '../../core/intake/say';
import { NO_CURRENCY } from '../../core/money';
import { isRecord } from '../../core/shapes';

/** So many deals tell which keys there are. */
const MOST_TELLING = 200;

/**
 * The deals of our own JSON, as `list --json` prints it, or one a line, as rows of a table: the keys are its heads, and lists are
 * JSON in their cells.
 *
 * @throws TableFailed where it is no JSON, or none of deals
 */
export function* jsonRows(text: string): Iterable<RowFound> {
  const deals = dealsIn(text);
  const heads = new Set<string>();
  for (const { cells } of deals.slice(0, MOST_TELLING)) for (const key of cells.keys()) heads.add(key);
  if (!heads.has('title') || !heads.has('stage')) throw new TableFailed(say('tableNotOurJson'));
  yield { number: 0, cells: [...heads] };
  for (const { number, cells } of deals)
    yield { number, cells: [...heads].map(head => cells.get(head) ?? '') };
}

interface DealRow {
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

function dealsIn(text: string): DealRow[] {
  const whole = parsed(text);
  const list = isRecord(whole) && Array.isArray(whole['deals']) ? whole['deals'] : whole;
  if (Array.isArray(list)) return list.map((deal, at) => dealRow(deal, at + 1));
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (!line.trim()) return [];
    const deal = parsed(line);
    if (!isRecord(deal)) throw new TableFailed(say('tableNotJson', { line: at + 1 }));
    return [dealRow(deal, at + 1)];
  });
}

function dealRow(deal: unknown, number: number): DealRow {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(isRecord(deal) ? deal : {})) {
    if (isRecord(value) && key === 'value') {
      const { amount, currency } = value;
      cells.set('value', cellOf(amount));
      cells.set('currency', currency === NO_CURRENCY ? '' : cellOf(currency));
    } else cells.set(key, cellOf(value));
  }
  return { number, cells };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : guarded(String(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
