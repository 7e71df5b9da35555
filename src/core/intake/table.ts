/** A row of a table from elsewhere: its cells as texts, and its number, the first line of a sheet being 1. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** The places of the cells that the file has as numbers, where it tells these from texts. */
  readonly numbers?: ReadonlySet<number>;
}

/** Where a table begins: its row of heads. */
export interface TableHead {
  readonly number: number;
  /** Its cells, empty ones at the end among them. */
  readonly width: number;
  /** As the file writes them; those behind the last filled one are left out. */
  readonly heads: readonly string[];
}

/** The cells that have something in them. */
export function filledIn({ cells }: TableRow): readonly string[] {
  return cells.filter(cell => cell.trim() !== '');
}
