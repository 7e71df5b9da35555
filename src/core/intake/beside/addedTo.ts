import type { Changed } from '../../deal/changeDeal';
import type { Process } from '../../process/process';
import type { Refusal } from '../../refusal';
import type { Says } from '../../says';
import type { DealThere } from '../there';

/** A deal with what rows of another table had for it that it did not have yet. */
export interface AddedTo extends Changed {
  /** What was added, each with its row, on one line as people read it. */
  readonly added: readonly { readonly row: number; readonly line: string }[];
  /** Rows that contradict what the deal says, which stays. */
  readonly left: readonly { readonly row: number; readonly says: Says }[];
  /** By what a later import knows all that it was given, whatever becomes of it in the file; nothing where the file tells that. */
  readonly keys: readonly string[];
}

/** A deal's file as it is now. */
export interface DealToAddTo {
  readonly path: string;
  readonly text: string;
  readonly process: Process;
}

/** What rows of a table have for a deal that is there. */
export interface RowsForDeal {
  readonly there: DealThere;
  readonly rows: readonly number[];
  /** What becomes of the deal's text as it is then. May be asked again, and has no effect. */
  readonly addTo: (deal: DealToAddTo) => AddedTo | Refusal;
}
