import type { TableRow } from '../../core/intake/table';
import type { Says } from '../../core/says';

/** A row, or why what stands there is none. */
export type RowFound = TableRow | { readonly number: number; readonly broken: Says };

/** The sheet of an Excel file that a table is. */
export interface SheetRead {
  readonly name: string;
  /** Excel doesn't show it. */
  readonly isHidden: boolean;
  /** The sheets that have more of the same, of which nothing is read. */
  readonly others: readonly string[];
}

/** A table from elsewhere, wherever it is. */
export interface ForeignTable {
  /** That of its file, without folder and ending. */
  readonly name: string;
  /**
   * Its rows from the first line on, as they are read: none is kept. May be asked for several times.
   *
   * @throws TableFailed where there is no table
   */
  rows(): AsyncIterable<RowFound>;
  /** Known once its rows are read; nothing where it is no Excel file. */
  sheet?(): SheetRead | undefined;
}

/** A file that is no table, or can't be read. */
export class TableFailed extends Error {
  constructor(readonly says: Says) {
    super(says.say);
  }
}
