import { renderScalar, type FieldValue } from '../frontMatter/edit/scalar';
import { parseFrontMatter } from '../frontMatter/parse';
import type { Process } from '../process/process';
import { isRecord } from '../shapes';
import { changeDeal } from './changeDeal';
import { draftDeal, withNotes, type NewDeal } from './newDeal';

/** The text of a deal, in pieces between its values; and what it says, with marks in the place of the values. */
interface Mould {
  readonly pieces: readonly string[];
  /** Which of the values stands behind each piece but the last. */
  readonly order: readonly number[];
  readonly data: unknown;
}

/**
 * The texts of thousands of new deals that have the same keys: one of them is made as every deal is, and the values of the others
 * take the place of its own. Each is read again, and is what was meant, or it isn't made here. Ten times as fast as making each.
 */
export class AlikeDeals {
  private readonly moulds = new Map<string, Mould | undefined>();

  constructor(private readonly process: Process) {}

  /** The text; nothing where the deal has to be made by itself. */
  textOf(deal: NewDeal): string | undefined {
    if (deal.earlier) return undefined;
    const { notes, stage, today, ...rest } = deal;
    const values: FieldValue[] = [];
    const shape = JSON.stringify(withMarks(rest, values));
    const key = `${stage} ${today} ${notes === undefined} ${shape}`;
    if (!this.moulds.has(key)) {
      const marked = { ...(JSON.parse(shape) as NewDeal), stage, today };
      // The notes themselves are put in afterwards, as they are.
      this.moulds.set(key, this.mouldFor(notes === undefined ? marked : { ...marked, notes: '' }));
    }
    const mould = this.moulds.get(key);
    if (!mould) return undefined;
    const { pieces, order, data } = mould;
    const text = pieces
      .map((piece, at) => piece + (at < order.length ? renderScalar(values[order[at]!]!) : ''))
      .join('');
    const parsed = parseFrontMatter(text, this.process.fields);
    const isMeant =
      parsed.kind === 'found' && JSON.stringify(parsed.data) === JSON.stringify(withValues(data, values));
    return isMeant ? withNotes(text, notes, '\n') : undefined;
  }

  private mouldFor(marked: NewDeal): Mould | undefined {
    const draft = draftDeal(marked, this.process);
    const made = draft.ok && changeDeal('new.md', draft.text, this.process, draft.change);
    if (!made || !made.ok || made.warnings.length) return undefined;
    const { text } = made.edited;
    const parsed = parseFrontMatter(text, this.process.fields);
    const order = [...text.matchAll(MARK)].map(([, number]) => Number(number));
    const isOnceEach = new Set(order).size === order.length;
    if (parsed.kind !== 'found' || !isOnceEach) return undefined;
    return { pieces: text.split(SPLIT), order, data: parsed.data };
  }
}

/** A word that needs no quotes. */
const markFor = (number: number) => ['zq', number, 'qz'].join('');
const MARK = /zq(\d+)qz/g;
const SPLIT = /zq\d+qz/;
const WHOLE = /^zq(\d+)qz$/;

function withMarks(value: unknown, values: FieldValue[]): unknown {
  if (Array.isArray(value)) return value.map(item => withMarks(item, values));
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withMarks(one, values)]));
  if (value === null || value === undefined) return value;
  values.push(value as FieldValue);
  return markFor(values.length - 1);
}

function withValues(data: unknown, values: readonly FieldValue[]): unknown {
  if (typeof data === 'string') {
    const number = WHOLE.exec(data)?.[1];
    return number === undefined ? data : values[Number(number)];
  }
  if (Array.isArray(data)) return data.map(item => withValues(item, values));
  if (!isRecord(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, one]) => [key, withValues(one, values)]));
}
