import type { CalendarDate } from '../calendar';
import { STATUSES } from '../process/outcome';
import type { Process } from '../process/process';
import { foldName } from './heads';
import type { WrittenDeals } from './again/written';
import type { IncomingDeal, OfRow, RowRead, SharedSign } from './incoming';
import type { Mapping } from './mapping';
import { isOwnExport } from './recognise';
import { isRowAbove, TableBody } from './rows';
import { RowReader } from './rowReader';
import { say } from './say';
import { areOfOneHistory, dealOfRows } from './stageRows';
import type { Surveyed } from './survey';
import type { TableRow } from './table';

/** All that a table came to. */
export interface Gathered {
  readonly deals: readonly IncomingDeal[];
  readonly notTaken: readonly OfRow[];
  /** Rows that the mapping leaves out. */
  readonly leftOut: readonly OfRow[];
  /** The first sign of a value that doesn't tell the currency. */
  readonly shared: SharedSign | undefined;
  /** Cells that make no sense where they stand: they are among the notes of their deals, unless they were taken all the same. */
  readonly noted: readonly OfRow[];
  /** Cells that have lost something: they aren't taken. */
  readonly lost: readonly OfRow[];
  /** The ids of rows that became no deal. */
  readonly idsLeft: ReadonlySet<string>;
}

/** As many as one import takes: ten times what a large pipeline has. */
export const MOST_DEALS = 100_000;
/** Characters, in MB: what an import keeps is all there at once, in one file too. */
export const MOST_TEXT_MB = 100;

/** Takes the rows of a table one by one, and keeps what becomes of them. */
export class Gathering {
  private readonly reader: RowReader;
  private readonly deals: IncomingDeal[] = [];
  private readonly notTaken: OfRow[] = [];
  private readonly leftOut: OfRow[] = [];
  private shared: SharedSign | undefined;
  private readonly noted: OfRow[] = [];
  private readonly lost: OfRow[] = [];
  /** Rows of which nothing could be taken, by the deals that they are of. */
  private readonly lostRows = new Map<string, number>();
  private readonly idsLeft = new Set<string>();
  private readonly byId = new Map<string, IncomingDeal>();
  /** Of deals with a row for each stage, all of them. */
  private readonly rowsOf = new Map<string, readonly IncomingDeal[]>();
  private readonly body: TableBody;
  /** In characters. */
  private kept = 0;

  constructor(
    private readonly surveyed: Surveyed,
    private readonly mapping: Mapping,
    process: Process,
    today: CalendarDate,
    private readonly written: WrittenDeals = new Map(),
    private readonly mostTextMb = MOST_TEXT_MB,
  ) {
    this.body = new TableBody(surveyed.head);
    this.reader = new RowReader(surveyed, mapping, process, today);
  }

  /** A row that could not be read as one is told, and the next one is taken. */
  add(row: TableRow): void {
    const { head } = this.surveyed;
    if (isRowAbove(row, head)) this.leave(row.number, say('rowAboveHeads', { row: head.number }));
    if (!this.body.has(row)) return;
    const read = this.readRow(row);
    if (!read.ok) {
      (read.isMeant ? this.leftOut : this.notTaken).push(read.why);
      if (read.lostOf !== undefined) this.lostRows.set(read.lostOf, row.number);
      this.keepLeft(this.reader.idIn(row));
      return;
    }
    const { deal, noted, lost } = read;
    this.kept += lengthOf(deal);
    if (this.kept > this.mostTextMb * 2 ** 20)
      return this.endAt(row, say('rowsTooMuchText', { most: this.mostTextMb }));
    this.lost.push(...lost);
    this.shared ??= read.shared;
    const id = idOf(deal);
    const first = this.byId.get(id);
    if (first) {
      const rows = this.rowsOf.get(id) ?? [first];
      const same = rows.find(one => !areOfOneHistory(one, deal));
      if (!same) this.rowsOf.set(id, [...rows, deal]);
      const differs = same && differenceOf(same, deal);
      if (differs) this.leave(row.number, say('rowSameId', { id: nameOf(deal), row: same.row, differs }));
      return;
    }
    if (this.deals.length >= MOST_DEALS) return this.endAt(row, say('rowsTooMany', { most: MOST_DEALS }));
    this.byId.set(id, deal);
    this.deals.push(deal);
    this.noted.push(...noted);
  }

  private keepLeft(id: string | undefined): void {
    if (id !== undefined) this.idsLeft.add(id);
  }

  /** A row that doesn't say whether its deal is over is one of a deal that is as the last import has found it. */
  private readRow(row: TableRow): RowRead {
    const read = this.reader.read(row);
    const status =
      read.ok && read.deal.untold ? this.written.get(idOf(read.deal))?.fields['status'] : undefined;
    const before = STATUSES.find(one => one === status);
    return before ? this.reader.read(row, before) : read;
  }

  /** The same of a row that the file's own reader could not take. */
  leave(row: number, says: OfRow['says']): void {
    this.notTaken.push({ row, column: undefined, says });
  }

  /** Takes neither this row nor any below it. */
  private endAt(row: TableRow, says: OfRow['says']): void {
    this.leave(row.number, says);
    this.body.end();
  }

  end(): Gathered {
    const all = this.deals.map(deal => {
      const rows = this.rowsOf.get(idOf(deal));
      return rows ? dealOfRows(rows) : deal;
    });
    const whole = all.filter(deal => this.isWhole(deal));
    const { notTaken, leftOut, noted, lost, shared, idsLeft } = this;
    const deals = whole.flatMap(deal => this.closed(deal));
    // Our own export has only what somebody has set for a deal.
    const isOwn = isOwnExport(this.surveyed.head.heads);
    return { deals: isOwn ? deals : withoutUsual(deals), notTaken, leftOut, noted, lost, shared, idsLeft };
  }

  /** A deal with a row for each stage: if one of the rows is missing, there's no telling where the deal stands. */
  private isWhole({ row, sourceId, enteredOn }: IncomingDeal): boolean {
    const lost = sourceId === undefined || !enteredOn ? undefined : this.lostRows.get(sourceId);
    if (lost !== undefined) {
      this.leave(row, say('rowOfLost', { id: sourceId!, row: lost }));
      this.keepLeft(sourceId);
    }
    return lost === undefined;
  }

  /** What the mapping says of closed deals, where not even all rows of one tell its last stage. */
  private closed(deal: IncomingDeal): readonly IncomingDeal[] {
    const { closedStage = 'unknown' } = this.mapping;
    if (deal.stage !== 'unknown' || closedStage === 'unknown') return [deal];
    if (closedStage !== 'leave-out')
      return [{ ...deal, stage: closedStage, assumed: new Set([...(deal.assumed ?? []), 'stage']) }];
    this.leftOut.push({ row: deal.row, column: undefined, says: say('rowClosedLeftOut') });
    this.keepLeft(deal.sourceId);
    return [];
  }
}

/** The characters of the long texts of a deal: of its notes, and of what stands behind its keys. */
function lengthOf({ notes, fields }: IncomingDeal): number {
  const texts = Object.values(fields).filter(value => typeof value === 'string');
  return texts.reduce((sum, text) => sum + text.length, notes.length);
}

/** What tells a deal from all others: its id, else title, account and created together. */
export function idOf({ sourceId, title, fields, path }: IncomingDeal): string {
  if (sourceId !== undefined) return sourceId;
  return path !== undefined
    ? `path ${path}`
    : ['title', title, fields['account'] ?? '', fields['created'] ?? ''].map(String).map(foldName).join('\n');
}

/** Whether such a key is that of a deal without an id. */
export function isKeyWithoutId(key: string): boolean {
  return /^(?:title\n|path )/.test(key);
}

/** How many of the cells that are told stand in the notes, and how many were taken all the same. */
export function countNoted(noted: readonly OfRow[]): { readonly inNotes: number; readonly toCheck: number } {
  const toCheck = noted.filter(({ isTaken }) => isTaken).length;
  return { inNotes: noted.length - toCheck, toCheck };
}

function nameOf({ sourceId, title }: IncomingDeal): string {
  return sourceId ?? title;
}

/** The first thing in which two rows of one deal contradict each other; nothing where both say the same. */
function differenceOf(a: IncomingDeal, b: IncomingDeal): string | undefined {
  for (const key of ['title', 'stage', 'status', 'notes'] as const) if (a[key] !== b[key]) return key;
  const keys = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  for (const key of keys) if (a.fields[key] !== b.fields[key]) return key;
  return JSON.stringify([a.contacts, a.tags, a.lists]) === JSON.stringify([b.contacts, b.tags, b.lists])
    ? undefined
    : 'contacts';
}

/** So many deals of a stage tell what its probability is. */
const ENOUGH = 3;

/**
 * Only what a person has set for a deal is a probability of its own: one that most deals of a stage share is the stage's, and is
 * left out.
 */
function withoutUsual(deals: readonly IncomingDeal[]): readonly IncomingDeal[] {
  const counts = new Map<string, Map<unknown, number>>();
  for (const { stage, fields } of deals) {
    if (fields['probability'] === undefined) continue;
    const ofStage = counts.get(stage) ?? new Map<unknown, number>();
    counts.set(stage, ofStage);
    ofStage.set(fields['probability'], (ofStage.get(fields['probability']) ?? 0) + 1);
  }
  const usual = new Map<string, unknown>();
  for (const [stage, ofStage] of counts) {
    const all = [...ofStage.values()].reduce((sum, count) => sum + count, 0);
    for (const [percent, count] of ofStage) if (count >= ENOUGH && count * 2 > all) usual.set(stage, percent);
  }
  if (!usual.size) return deals;
  return deals.map(deal => {
    const { probability, ...fields } = deal.fields;
    return probability !== undefined && usual.get(deal.stage) === probability
      ? { ...deal, fields, usual: probability }
      : deal;
  });
}
