import type { Call } from '../calls/call';
import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import type { DealFilter } from '../filter/table';
import type { Money } from '../money';
import type { FileCounts } from '../pipeline/pipeline';
import type { Process } from '../process/process';

/** What a report is asked about. `makeReport` answers it, and `dealsBehind` says which deals stand behind a figure. */
export interface ReportQuestion {
  /** All deals of the pipeline, in any order; for a day in the past as they stood then (`dealsOn`). */
  readonly deals: Iterable<Deal>;
  /** For a past day, the deals without any date: it's unknown whether they existed then. */
  readonly undated?: readonly Deal[];
  /** How many files there are that are no deals. */
  readonly files: Pick<FileCounts, 'needsAttention' | 'otherNotes'>;
  readonly process: Process;
  /** The day up to which open stays count. */
  readonly asOf: CalendarDate;
  readonly filter?: DealFilter;
  /** What the headline is compared with: how things stood on the evening before last Monday (`lastMonday`), the month or the quarter. */
  readonly against?: Span;
  /** From which day on changes are told; by default from last Monday on (`lastMonday`). */
  readonly since?: CalendarDate;
  /** What is to be won in a quarter, by its name: `2026-Q4`; by default what the process says of the chosen deals (`quotaFor`). */
  readonly quota?: ReadonlyMap<string, Money>;
  /** What the owners say that quarters will bring, in the order of their file; those of later days are not counted. */
  readonly calls?: readonly Call[];
}

export const SPANS = ['week', 'month', 'quarter'] as const;
export type Span = (typeof SPANS)[number];
