import { DecimalTally, type DecimalSign } from './decimals';
import type { CalendarDate } from '../calendar';
import { isNoNumber } from './absent';
import { unguarded } from './cells';
import { daysMeant, DayTally, type DayOrder } from './days';
import { foldName } from './heads';
import { isLost } from './lost';
import { headIn, unknownHeadIn, TableBody, MOST_ABOVE, type NamedHeads } from './rows';
import type { TableHead, TableRow } from './table';

/** What is known of a column when all its cells were looked at. */
export interface TableColumn {
  readonly head: string;
  /** Its place in the table, from 0. */
  readonly at: number;
  readonly filled: number;
  /** The first three values that differ. */
  readonly samples: readonly string[];
  /** Each value once, in the order of their first appearance; nothing where they are many. */
  readonly values: readonly string[] | undefined;
  /** No value stands there twice, and none is missing. */
  readonly isUnique: boolean;
  /** All that is filled is days. */
  readonly isDays: boolean;
  readonly order: DayOrder | 'unclear' | undefined;
  /** The first three days that differ and can be read in two ways, as the table has them. */
  readonly unclearDays: readonly string[];
  /** Days that can be read in one order only. */
  readonly clear: Readonly<Record<DayOrder, number>>;
  /** The most characters in one cell. */
  readonly longest: number;
  /** All numbers are from 0 to 1, and some lie between. */
  readonly isShare: boolean;
  /** What its numbers have before the decimals, where one of them tells it. */
  readonly decimals: DecimalSign | undefined;
  /** The first cell with a number such as `1.500`, where none tells what stands before the decimals. */
  readonly unclearNumber: string | undefined;
}

export interface Surveyed {
  readonly head: TableHead;
  readonly columns: readonly TableColumn[];
  /** Rows that may be deals. */
  readonly rows: number;
}

/** More than any table of deals has. */
export const MOST_COLUMNS = 1000;

/** More names than any list of stages has. */
const MOST_VALUES = 60;
/** So many ids are kept apart: beyond, a column counts as it was until then. */
const MOST_IDS = 200_000;

/** Looks once at all rows of a table, without keeping them. */
export class Survey {
  private early: TableRow[] = [];
  private head: TableHead | undefined;
  private tallies: Tally[] = [];
  private rows = 0;
  private body: TableBody | undefined;

  /** @param named heads that a mapping names */
  constructor(
    private readonly today: CalendarDate,
    private readonly named: NamedHeads,
  ) {}

  add(row: TableRow): void {
    if (this.head) this.count(row);
    else {
      this.early.push(row);
      if (this.early.length >= MOST_ABOVE) this.begin();
    }
  }

  /** What was found; nothing where no row has heads. */
  end(): Surveyed | undefined {
    if (!this.head) this.begin();
    return (
      this.head && {
        head: this.head,
        columns: this.tallies.map(tally => tally.end(this.rows)),
        rows: this.rows,
      }
    );
  }

  private begin(): void {
    this.head = headIn(this.early, this.named) ?? unknownHeadIn(this.early);
    const { head, early } = this;
    this.early = [];
    if (!head) return;
    this.body = new TableBody(head);
    this.tallies = eachOnce(head.heads).map((name, at) => new Tally(name, at, this.today));
    for (const row of early) this.count(row);
  }

  private count(row: TableRow): void {
    if (!this.body!.has(row)) return;
    this.rows++;
    for (const tally of this.tallies)
      tally.add(unguarded(row.cells[tally.at] ?? '').trim(), row.numbers?.has(tally.at) === true);
  }
}

/** Heads of which each is there once: of two alike the second is `Value (2)`, so that neither is taken for the other. */
function eachOnce(heads: readonly string[]): readonly string[] {
  const taken = new Set(heads);
  const before = new Set<string>();
  return heads.map(head => {
    let name = head;
    if (head && before.has(head))
      for (let number = 2; taken.has(name) || before.has(name); number++) name = `${head} (${number})`;
    before.add(name);
    return name;
  });
}

class Tally {
  private filled = 0;
  private longest = 0;
  private said = 0;
  private shares = 0;
  private between = 0;
  private readonly samples: string[] = [];
  private values: Map<string, string> | undefined = new Map();
  private ids: Set<string> | undefined = new Set();
  private readonly days = new DayTally();
  private readonly decimals = new DecimalTally();

  constructor(
    private readonly head: string,
    readonly at: number,
    private readonly today: CalendarDate,
  ) {}

  /** @param isNumber the file has it as a number, and not as a text */
  add(cell: string, isNumber: boolean): void {
    if (!cell) return;
    this.filled++;
    // What it says isn't known, and that it says something is.
    if (isLost(cell)) return;
    this.longest = Math.max(this.longest, cell.length);
    if (this.samples.length < 3 && !this.samples.includes(cell)) this.samples.push(cell);
    if (this.values) {
      const name = foldName(cell);
      if (!this.values.has(name)) this.values.set(name, cell);
      if (this.values.size > MOST_VALUES) this.values = undefined;
    }
    if (this.ids?.has(cell)) this.ids = undefined;
    else if (this.ids && this.ids.size < MOST_IDS) this.ids.add(cell);
    if (isNoNumber(cell)) return;
    this.said++;
    const number = Number(cell.replace(',', '.'));
    if (number >= 0 && number <= 1) {
      this.shares++;
      if (number > 0 && number < 1) this.between++;
    }
    if (!isNumber && cell.length < 60) this.decimals.add(cell);
    // What begins with a digit or ends with one may be a day; all else is not worth a look.
    if (/^\d|\d$/.test(cell) && cell.length < 60) this.days.add(cell, daysMeant(cell, this.today));
  }

  end(rows: number): TableColumn {
    const { head, at, filled, samples, longest } = this;
    return {
      ...{ head, at, filled, samples, longest },
      values: this.values && [...this.values.values()],
      isUnique: filled > 0 && filled === rows && this.ids !== undefined,
      isDays: this.said > 0 && this.days.days === this.said,
      order: this.days.order,
      unclearDays: this.days.unclear,
      clear: this.days.only,
      isShare: this.between > 0 && this.shares === this.said,
      decimals: this.decimals.sign,
      unclearNumber: this.decimals.unclear,
    };
  }
}
