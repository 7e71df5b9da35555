import { isAbsent } from '../absent';
import { unguarded } from '../cells';
import { MOST_TEXT_MB } from '../gather';
import type { OfRow } from '../incoming';
import { TableBody } from '../rows';
import { hasLostShape, isLost, lostShown } from '../lost';
import { say } from '../say';
import type { Surveyed } from '../survey';
import type { TableRow } from '../table';
import type { DealThere } from '../there';
import type { RowsForDeal } from './addedTo';
import type { BesideColumns, BesideTarget } from './besideHeads';
import { isUnread, type DealsMeant, type DealRef } from './dealsByRef';

/** As many rows as one import takes. */
const MOST_ROWS = 200_000;

/** A row, by what its cells are. */
export interface BesideCells {
  readonly row: number;
  /** Empty where nothing stands there. */
  readonly cell: (target: BesideTarget) => string;
  /** All that are filled. */
  readonly cells: (target: BesideTarget) => readonly string[];
}

/** What a row came to; and why it came to nothing, or what of it is left. */
export interface BesideRead<T> {
  readonly item?: T | undefined;
  readonly says?: OfRow['says'] | undefined;
  /** What that is about. */
  readonly about?: BesideTarget | undefined;
}

/** By what rows of a kind are read, and their deals found. */
export interface BesideReader<T> {
  readonly read: (cells: BesideCells) => BesideRead<T>;
  readonly find: (ref: DealRef) => DealsMeant;
}

/** Takes the rows of a table one by one, and keeps what each deal gets of them. */
export class RowsBeside<T> {
  private readonly byDeal = new Map<DealThere, { readonly row: number; readonly item: T }[]>();
  private readonly notTaken: OfRow[] = [];
  private readonly elsewhere: OfRow[] = [];
  private taken = 0;
  /** In characters. */
  private kept = 0;
  /** The places of the columns that are read. */
  private readonly places: ReadonlySet<number>;
  private readonly body: TableBody;

  constructor(
    private readonly surveyed: Surveyed,
    private readonly columns: BesideColumns,
    private readonly reader: BesideReader<T>,
    private readonly mostTextMb = MOST_TEXT_MB,
  ) {
    this.body = new TableBody(surveyed.head);
    this.places = new Set([...columns.values()].flat());
  }

  add(row: TableRow): void {
    if (!this.body.has(row)) return;
    if (this.taken >= MOST_ROWS) return this.endAt(row, say('rowsTooManyOfTable', { most: MOST_ROWS }));
    for (const at of this.places) this.kept += row.cells[at]?.length ?? 0;
    if (this.kept > this.mostTextMb * 2 ** 20)
      return this.endAt(row, say('rowsTooMuchText', { most: this.mostTextMb }));
    this.taken++;
    const lost = this.lostIn(row);
    const { heads } = this.surveyed.head;
    if (lost) this.notTaken.push(lost);
    else if (row.cells.slice(heads.length).some(cell => cell.trim()))
      this.leave(row.number, say('rowLongerThanHeads', { cells: row.cells.length, heads: heads.length }));
    else this.read(row);
  }

  /** Takes neither this row nor any below it. */
  private endAt(row: TableRow, says: OfRow['says']): void {
    this.leave(row.number, says);
    this.body.end();
  }

  /** Why a row isn't taken that has lost something: what it adds now would be there twice once the table is mended. */
  private lostIn(whole: TableRow): OfRow | undefined {
    const { number: row, cells } = whole;
    if (!cells.some(isLost)) return undefined;
    const { heads, width } = this.surveyed.head;
    if (hasLostShape(whole, width)) return { row, column: undefined, says: say('rowLostShape') };
    const at = cells.findIndex((cell, place) => this.places.has(place) && isLost(cell));
    if (at < 0) return undefined;
    return { row, column: heads[at], says: say('rowLost', { typed: lostShown(cells[at]!) }) };
  }

  /** A row that is left, and why. */
  leave(row: number, says: OfRow['says'], about?: BesideTarget, into = this.notTaken): void {
    const [at] = (about && this.columns.get(about)) ?? [];
    const column = at === undefined ? undefined : this.surveyed.head.heads[at];
    into.push({ row, column, says });
  }

  /** @param addTo what becomes of a deal by all that there is for it, in the order of the rows */
  end(addTo: (there: DealThere, items: readonly T[]) => RowsForDeal['addTo']): {
    readonly deals: readonly RowsForDeal[];
    readonly notTaken: readonly OfRow[];
    /** Rows that belong to none of the deals here: an export of all that a system has is full of them. */
    readonly elsewhere: readonly OfRow[];
  } {
    const deals = [...this.byDeal].map(([there, found]): RowsForDeal => ({
      there,
      rows: found.map(({ row }) => row),
      addTo: addTo(
        there,
        found.map(({ item }) => item),
      ),
    }));
    const { notTaken, elsewhere } = this;
    // Where none belongs here, something is wrong with the table or the place.
    return deals.length
      ? { deals, notTaken, elsewhere }
      : { deals, notTaken: [...notTaken, ...elsewhere], elsewhere: [] };
  }

  private read(row: TableRow): void {
    const cells = (target: BesideTarget) =>
      (this.columns.get(target) ?? []).flatMap(at => {
        const text = unguarded(row.cells[at] ?? '').trim();
        return text && !isAbsent(text, target) ? [text] : [];
      });
    const cell = (target: BesideTarget) => cells(target)[0] ?? '';
    const { item, says, about } = this.reader.read({ row: row.number, cell, cells });
    if (says) this.leave(row.number, says, about);
    if (item === undefined) return;
    const ref = { id: cell('deal_id'), name: cell('deal'), account: cell('account') };
    const { deals, missing } = this.reader.find(ref);
    const named = ref.id ? 'deal_id' : ref.name || !ref.account ? 'deal' : 'account';
    for (const why of missing)
      this.leave(
        row.number,
        why,
        named,
        why.say === 'rowDealUnclear' || isUnread(why) ? this.notTaken : this.elsewhere,
      );
    for (const there of deals) {
      const before = this.byDeal.get(there);
      if (before) before.push({ row: row.number, item });
      else this.byDeal.set(there, [{ row: row.number, item }]);
    }
  }
}
