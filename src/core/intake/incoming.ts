import type { CalendarDate } from '../calendar';
import type { FieldValue } from '../frontMatter/edit/scalar';
import type { ListItem, MapItem } from '../frontMatter/edit/change';
import type { Status } from '../process/outcome';
import type { StageId } from '../process/stages';
import type { Mapping } from './mapping';
import type { Says } from '../says';

/** A deal as a table from elsewhere has it, in our terms. */
export interface IncomingDeal {
  /** The row that it stands in. */
  readonly row: number;
  /** `hubspot:4711`; nothing where the table has no ids. */
  readonly sourceId: string | undefined;
  /** Where our own export had its file. */
  readonly path: string | undefined;
  readonly title: string;
  readonly stage: StageId | 'unknown';
  readonly status: Status;
  /**
   * What no cell says, and the import assumes: it's for new deals, and for what is empty here, and replaces nothing. By the keys of
   * front matter; `stage` is where the mapping says that such deals were closed.
   */
  readonly assumed?: ReadonlySet<string>;
  /** The currencies that the sign of its value may mean, of which the one that is assumed was taken. */
  readonly takenOf?: readonly string[];
  /** The outcomes of which the row doesn't say that the deal has none: one that it has here, it keeps. */
  readonly untold?: ReadonlySet<Status>;
  /** What no cell says of a deal that is there: it stays as it is here. `stage` is where the deal stands. */
  readonly silent?: ReadonlySet<'title' | 'stage'>;
  /** A column of tags that the mapping has is missing: these are not all. */
  readonly areSomeTags?: true;
  /** Columns that the mapping has are missing, of which the notes could tell: these are the parts that there are. */
  readonly someNotes?: {
    readonly parts: readonly string[];
    readonly without: NonNullable<Mapping['missing']>;
  };
  /** By the keys of front matter, in the order in which people write them. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** The day of the export, where its file names it. */
  readonly exportedOn?: CalendarDate;
  /** The stages of which the row would say when they were entered. */
  readonly tells?: ReadonlySet<StageId>;
  /** The day on which it began to stand where the row has it, where the row says so. */
  readonly enteredOn?: CalendarDate;
  readonly tags: readonly string[];
  readonly checks: readonly string[];
  readonly contacts: readonly MapItem[];
  readonly history: readonly MapItem[];
  /** Other lists, by the keys of front matter. */
  readonly lists?: Readonly<Record<string, readonly ListItem[]>>;
  /** Fields of which the row leaves the cell empty. */
  readonly blank: readonly string[];
  /** The currencies that the sign of its value may mean, where none of them is known to be meant. */
  readonly mayBeIn?: readonly string[];
  /** A probability that is left out, as most deals of the stage have it. */
  readonly usual?: FieldValue;
  /** Cells of the row have lost something, so that its notes may not be all that it has. */
  readonly isPart?: true;
  /** Markdown; empty where there is nothing to note. */
  readonly notes: string;
}

/** Something to say of a row, or of one cell of it. */
export interface OfRow {
  readonly row: number;
  /** The head of the column; nothing where it is about the whole row. */
  readonly column: string | undefined;
  readonly says: Says;
  /** The cell was taken all the same. */
  readonly isTaken?: true;
}

/** What a row came to: a deal, or why it is none; and the cells that were noted down, as they make no sense where they stand. */
export type RowRead =
  | {
      readonly ok: true;
      readonly deal: IncomingDeal;
      readonly noted: readonly OfRow[];
      /** Cells that have lost something: they aren't taken. */
      readonly lost: readonly OfRow[];
      readonly shared: SharedSign | undefined;
    }
  | {
      readonly ok: false;
      readonly why: OfRow;
      /** The deal that the row is of, where it tells, and the row can't be read for what it has lost. */
      readonly lostOf?: string | undefined;
      /** The mapping wants it so. */
      readonly isMeant: boolean;
    };

/** A sign in a column of values that several currencies share, where nothing else says which one is meant. */
export interface SharedSign {
  /** Its head. */
  readonly column: string;
  readonly sign: string;
  /** The likeliest first. */
  readonly mayBe: readonly string[];
}
