import type { CalendarDate } from '../calendar';
import type { Process } from '../process/process';
import type { Status } from '../process/outcome';
import type { StageId } from '../process/stages';
import type { OfRow } from './incoming';
import type { Mapping } from './mapping';
import type { StageMeant } from './mapStages';
import type { TableColumn } from './survey';
import type { ColumnTarget } from './target';

/** A cell with something in it. */
export interface FilledCell {
  readonly column: TableColumn;
  readonly text: string;
  /** The file has it as a number, and not as a text. */
  readonly isNumber?: boolean;
}

/** What the readers of a row share. */
export interface RowContext {
  readonly mapping: Mapping;
  readonly process: Process;
  readonly today: CalendarDate;
  /** The table is our own export: what it says stands so in a file, be it that it contradicts itself there. */
  readonly isOwn: boolean;
  /** The cells that became something, by what they became. */
  cell(target: ColumnTarget): FilledCell | undefined;
  /** Whether the table has such a column, be it that the row leaves it empty. */
  has(target: ColumnTarget): boolean;
  /** Whether the mapping has such a column that the table doesn't. */
  misses(target: ColumnTarget): boolean;
  cells(is: (target: ColumnTarget) => boolean): readonly (FilledCell & { readonly target: ColumnTarget })[];
  /**
   * Puts a cell among the notes, since it makes no sense where it stands, and tells so: once, however often it is read.
   *
   * @param beside what means nothing without it, and stands there with it: the currency of an amount
   */
  note(cell: FilledCell, why: OfRow['says'], beside?: FilledCell): void;
  /** Tells what is odd about a cell that is taken all the same. */
  tell(cell: FilledCell, what: OfRow['says']): void;
  /** Puts a cell among the notes, since a part of what it says has no other place. */
  keep(cell: FilledCell): void;
  /** The sign of a value is that of several currencies. */
  sharesSign(cell: FilledCell, sign: string, mayBe: readonly string[]): void;
  day(cell: FilledCell | undefined): CalendarDate | undefined;
  /** The same of a day that has been. */
  pastDay(cell: FilledCell | undefined): CalendarDate | undefined;
  stageCalled(name: string): StageMeant | undefined;
  /** Whether stages of the table are called what means that a deal has ended so. */
  isStage(outcome: 'won' | 'lost'): boolean;
}

/** Where a deal stands; `unknown` where it is closed, and nobody says where it was before. */
export interface RowStanding {
  readonly stage: StageId | 'unknown';
  readonly status: Status;
  /** As of an incoming deal. */
  readonly untold: ReadonlySet<Status>;
}
