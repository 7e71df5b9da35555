import { TableFailed, type RowFound } from '../../actions/ports/tables';
import { guarded } from '../../core/intake/cells';
import { isLost, LOST } from '../../core/intake/lost';
import { OWN_KEY } from '../../core/intake/ownHeads';
import { ownTextCell, ownValueCell } from '../../core/intake/ownValues';
import { say } from '../../core/intake/say';
import { NO_CURRENCY } from '../../core/money';
import { isRecord } from '../../core/shapes';
import { parseError, parseExactly } from './exactJson';

/**
 * The deals of our own JSON, as `list --json` prints it, or one a line, as rows of a table: the keys are its heads, and lists are
 * JSON in their cells. What is no deal is a row that can't be read; the others are taken.
 *
 * @throws TableFailed where it is no JSON, or none of deals
 */
export function* jsonRows(text: string): Iterable<RowFound> {
  const rows = rowsIn(text);
  const heads = new Set<string>();
  for (const row of rows) if ('cells' in row) for (const key of row.cells.keys()) heads.add(key);
  if (!heads.has('title') || !heads.has('stage')) throw new TableFailed(say('tableNotOurJson'));
  yield { number: 0, cells: [...heads] };
  for (const row of rows)
    yield 'broken' in row
      ? row
      : {
          number: row.number,
          cells: [...heads].map(head => row.cells.get(head) ?? ''),
          numbers: new Set([...heads].flatMap((head, at) => (row.numbers.has(head) ? [at] : []))),
        };
}

interface DealRow {
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
  /** The keys of those that are numbers. */
  readonly numbers: ReadonlySet<string>;
}

type JsonRow = DealRow | Extract<RowFound, { readonly broken: unknown }>;

function rowsIn(text: string): readonly JsonRow[] {
  const whole = parseExactly(text);
  const list = isRecord(whole) && Array.isArray(whole['deals']) ? whole['deals'] : whole;
  if (Array.isArray(list)) {
    if (!list.length) throw new TableFailed(say('tableNoDeals'));
    return list.map((deal, at) => rowOf(deal, at + 1));
  }
  if (isRecord(whole)) return [rowOf(whole, 1)];
  const lines = text.split('\n');
  // Of a list that isn't whole, what stands a deal a line can still be read.
  const rows = lines.flatMap((line, at) =>
    line.trim() ? [rowOf(parseExactly(line.replace(/,\s*$/, '')), at + 1)] : [],
  );
  if (!rows.length) throw new TableFailed(say('tableEmpty'));
  // One text over many lines that isn't whole: no line of it is a deal.
  if (rows.every(row => 'broken' in row) && whole === undefined)
    throw new TableFailed(say('tableNotJson', { line: parseError(text) ?? rows[0]!.number }));
  return rows;
}

function rowOf(deal: unknown, number: number): JsonRow {
  if (deal === undefined) return { number, broken: say('rowNotJson') };
  if (!isRecord(deal)) return { number, broken: say('rowNoDeal') };
  const keys = [...Object.keys(deal), ...(isRecord(deal['own']) ? Object.keys(deal['own']) : [])];
  return keys.some(isLost) ? { number, broken: say('rowLostKey') } : dealRow(deal, number);
}

function dealRow(deal: Readonly<Record<string, unknown>>, number: number): DealRow {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(deal)) {
    if (isRecord(value) && key === 'value') {
      const { amount, currency } = value;
      cells.set('value', cellOf(amount));
      cells.set('currency', currency === NO_CURRENCY ? '' : cellOf(currency));
    } else if (isRecord(value) && key === 'own')
      for (const [name, one] of Object.entries(value))
        cells.set(OWN_KEY + name, guarded(withLost(ownValueCell(one))));
    else if (key === 'lostNote' && typeof value === 'string')
      cells.set(key, guarded(withLost(ownTextCell(value))));
    else cells.set(key, cellOf(value));
  }
  const numbers = Object.entries(deal).flatMap(([key, value]) => {
    const amount = isRecord(value) && key === 'value' ? value['amount'] : value;
    return typeof amount === 'number' ? [key] : [];
  });
  return { number, cells, numbers: new Set(numbers) };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return guarded(typeof value === 'object' ? withLost(JSON.stringify(value)) : String(value));
}

/** JSON escapes the sign of what is lost, and so hides it. */
function withLost(json: string): string {
  return json.replaceAll(JSON.stringify(LOST).slice(1, -1), LOST);
}
