import type { CalendarDate } from '../calendar';
import { oneLine } from '../oneLine';
import type { Process } from '../process/process';
import type { Status } from '../process/outcome';
import { isStageId, STAGE_IDS, type StageId } from '../process/stages';
import { isAbsent } from './absent';
import { isYes, unguarded, unguardedOwn } from './cells';
import { fieldsIn } from './fieldsOfRow';
import { foldName } from './heads';
import { historyIn } from './historyOfRow';
import type { IncomingDeal, OfRow, RowRead, SharedSign } from './incoming';
import { orderMeant } from './daysOrder';
import type { Mapping } from './mapping';
import type { StageMeant } from './mapStages';
import { OWN } from './layouts/own';
import { listsIn } from './listsOfRow';
import { lostOfRow, type LostOfRow } from './lostOfRow';
import { isLost } from './lost';
import { notesOf } from './notes';
import { ownValuesIn } from './ownValues';
import { isPast, readDayCell } from './readCells';
import { recognise } from './recognise';
import { standingIn } from './standingOfRow';
import type { FilledCell, RowContext, RowStanding } from './rowContext';
import { say } from './say';
import type { TableColumn, Surveyed } from './survey';
import type { TableRow } from './table';
import type { ColumnTarget } from './target';

/** The status of a deal in the bin of Pipedrive, in the languages of its pages. */
const DELETED: ReadonlySet<string> = new Set(['deleted', 'geloscht', 'supprime', 'supprimee', 'eliminado']);

const EVERY_STAGE: ReadonlySet<StageId> = new Set(STAGE_IDS);

/** Makes deals of the rows of one table, by its mapping. */
export class RowReader {
  private readonly isOwn: boolean;
  private readonly stages: ReadonlyMap<string, StageMeant>;
  /** What stages of such tables mean, be it that no row is in one of them. */
  private readonly meant: ReadonlySet<StageMeant>;
  /** The stages that have a column of the days on which they were entered. */
  private readonly tells: ReadonlySet<StageId>;
  private readonly columns: readonly { readonly column: TableColumn; readonly target: ColumnTarget }[];

  constructor(
    private readonly surveyed: Surveyed,
    private readonly mapping: Mapping,
    private readonly process: Process,
    private readonly today: CalendarDate,
  ) {
    const layout = recognise(surveyed.head.heads);
    this.isOwn = layout === OWN;
    this.stages = new Map(mapping.stages.map(({ name, is }) => [foldName(name), is]));
    // Of a table in which no deal is closed, the system's own list tells that closing one is a stage there.
    this.meant = new Set([...mapping.stages, ...(layout?.stages ?? [])].map(({ is }) => is));
    this.columns = surveyed.columns.map(column => ({
      column,
      target: mapping.columns.get(column.head) ?? 'nothing',
    }));
    this.tells = new Set(
      this.columns.flatMap(({ target }) => {
        const stage =
          typeof target === 'object' && 'entered' in target && this.stages.get(foldName(target.entered));
        return stage && isStageId(stage) ? [stage] : [];
      }),
    );
  }

  /** @param before how the deal stood before, which counts where the row doesn't say anything else */
  read(row: TableRow, before: Status = 'open'): RowRead {
    const not = (why: OfRow['says'], column?: string, isMeant = false): RowRead => ({
      ok: false,
      why: { row: row.number, column, says: why },
      isMeant,
    });
    const lost = lostOfRow(row, this.surveyed.head, this.columns);
    if (lost?.whole) return { ok: false, why: lost.whole, isMeant: false, lostOf: this.idIn(row) };
    const extra = row.cells.slice(this.columns.length).filter(cell => cell.trim());
    if (extra.length)
      return not(say('rowLongerThanHeads', { cells: row.cells.length, heads: this.columns.length }));
    const there = this.columns.flatMap(({ column, target }) => {
      const text = this.textIn(row, column, target);
      return text && target !== 'nothing' && !isLost(text)
        ? [{ column, target, text, isNumber: row.numbers?.has(column.at) ?? false }]
        : [];
    });
    let shared: SharedSign | undefined;
    const noted: OfRow[] = [];
    const notedCells: FilledCell[] = [];
    const told = new Set<FilledCell>();
    const context: RowContext = {
      ...{ mapping: this.mapping, process: this.process, today: this.today, isOwn: this.isOwn },
      cell: target => there.find(one => one.target === target),
      has: target => this.columns.some(one => one.target === target),
      misses: target => [...(this.mapping.missing?.values() ?? [])].includes(target),
      cells: is => there.filter(one => is(one.target)),
      note: (cell, says, beside) => {
        if (told.has(cell)) return;
        told.add(cell);
        noted.push({ row: row.number, column: cell.column.head, says });
        context.keep(beside ? { ...cell, text: `${cell.text} (${headed(beside)})` } : cell);
      },
      tell: ({ column }, says) => noted.push({ row: row.number, column: column.head, says, isTaken: true }),
      keep: cell => notedCells.push(cell),
      sharesSign: ({ column }, sign, mayBe) => (shared ??= { column: column.head, sign, mayBe }),
      day: cell => {
        if (!cell) return undefined;
        const read = readDayCell(cell.text, orderMeant(cell.column, this.mapping.dates), this.today);
        if ('value' in read) return read.value;
        context.note(cell, read.says);
        return undefined;
      },
      pastDay: cell => {
        const day = context.day(cell);
        if (!day || isPast(day, this.today)) return day;
        context.note(cell!, say('cellDayToCome', { day }));
        return undefined;
      },
      stageCalled: name => this.stages.get(foldName(name)),
      isStage: outcome => this.meant.has(outcome),
    };
    const pipeline = context.cell('pipeline')?.text;
    if (this.mapping.pipeline !== undefined && pipeline !== this.mapping.pipeline)
      return not(
        say('rowOtherPipeline', { pipeline: pipeline ?? '' }),
        headOf(context, 'pipeline'),
        context.has('pipeline'),
      );
    if (isYes(context.cell('is_deleted')?.text ?? ''))
      return not(say('rowDeleted'), headOf(context, 'is_deleted'), true);
    if (DELETED.has(foldName(context.cell('status')?.text ?? '')))
      return not(say('rowDeleted'), headOf(context, 'status'), true);
    const title = titleIn(context);
    if (!title) return not(say('rowNoTitle'), this.headFor('title'));
    const standing = standingIn(context, before);
    if ('says' in standing) return not(standing.says, this.headFor('stage'));
    const { fields: all, assumed, takenOf } = fieldsIn(context, standing);
    const fields = without(all, lost);
    const history = historyIn(context, standing, fields);
    const enteredOn = context.pastDay(context.cell('stage_entered'));
    if (lost?.fields.has('value')) shared = undefined;
    const lists = { ...listsIn(context, lost), ...otherListsIn(context) };
    const notes = notesIn(context, notedCells);
    const deal: IncomingDeal = {
      row: row.number,
      sourceId: this.idIn(row),
      path: pathIn(context),
      title,
      stage: stageAfter(standing, history.lastStage),
      status: standing.status,
      ...(enteredOn && { enteredOn }),
      tells: enteredOn || context.cell('history_list') ? EVERY_STAGE : this.tells,
      fields,
      assumed: new Set([...assumed, ...standingAssumed(context)]),
      ...(standing.untold.size && { untold: standing.untold }),
      ...(takenOf && { takenOf }),
      ...(shared && { mayBeIn: shared.mayBe }),
      ...lists,
      history: history.lines,
      blank: this.blankIn(row, standing, fields).filter(field => !lost?.fields.has(field)),
      ...(lost?.cells.length && { isPart: true }),
      notes: notes.join('\n\n'),
      ...(this.mapping.missing?.size && { someNotes: { parts: notes, without: this.mapping.missing } }),
      ...(context.misses('tags') && { areSomeTags: true }),
    };
    return { ok: true, deal, noted, lost: lost?.cells ?? [], shared };
  }

  /** The `source_id` that a row would have, taken or not; nothing where it has no id, or a broken one. */
  idIn(row: TableRow): string | undefined {
    const found = this.columns.find(({ target }) => target === 'id');
    const id = found ? this.textIn(row, found.column, 'id') : '';
    return id && !isLost(id) ? `${this.mapping.kind}:${oneLine(id)}` : undefined;
  }

  /** Empty where the cell is, or says that there is nothing. */
  private textIn({ cells }: TableRow, { at }: TableColumn, target: ColumnTarget): string {
    const cell = cells[at] ?? '';
    if (this.isOwn) return unguardedOwn(cell).trim();
    const text = unguarded(cell).trim();
    return text && isAbsent(text, target) ? '' : text;
  }

  /** What became of a cell elsewhere in the row isn't blank: a value that is no amount stands in the notes. */
  private blankIn(row: TableRow, standing: RowStanding, fields: IncomingDeal['fields']): readonly string[] {
    const { mapping } = this;
    return this.columns.flatMap(({ column, target }) => {
      const field = fieldOf(target, standing);
      if (field === undefined || Object.hasOwn(fields, field) || this.textIn(row, column, target)) return [];
      const isFilledIn = (field === 'owner' && mapping.owner) || (field === 'pipeline' && mapping.pipeline);
      return isFilledIn ? [] : [field];
    });
  }

  private headFor(target: ColumnTarget): string | undefined {
    return this.columns.find(one => one.target === target)?.column.head;
  }
}

/** The field that a column empties with its cell. How a deal stands, what it is called and what it is worth in has no such. */
function fieldOf(target: ColumnTarget, { status }: RowStanding): string | undefined {
  if (typeof target === 'object') return 'key' in target ? target.key : undefined;
  if (EMPTIED.has(target))
    return target === 'tag_list' ? 'tags' : target === 'check_list' ? 'checks' : target;
  if (status !== 'open') return undefined;
  if (target === 'close_day' || target === 'close_date') return 'close_date';
  return target === 'probability' ? target : undefined;
}

const EMPTIED: ReadonlySet<ColumnTarget> = new Set<ColumnTarget>([
  ...(['account', 'owner', 'value', 'value_period', 'term', 'source', 'forecast', 'next_step'] as const),
  ...(['next_step_on', 'on_hold_until', 'tags', 'tag_list', 'check_list', 'product', 'pipeline'] as const),
]);

/** Only one that leads nowhere else on any system. */
function pathIn(context: RowContext): string | undefined {
  const path = context.cell('path')?.text;
  return path && /^[^\\/:\0]+(?:\/[^\\/:\0]+)*$/.test(path) ? path : undefined;
}

/** Without a title, it's made up of other cells; a closed deal was last where those tell, though a column has the stages. */
function standingAssumed(context: RowContext): readonly string[] {
  const isStage = context.cell('stage') || !(context.has('stage') || context.misses('stage'));
  return [...(context.cell('title') ? [] : ['title']), ...(isStage ? [] : ['stage'])];
}

function headOf(context: RowContext, target: ColumnTarget): string | undefined {
  return context.cell(target)?.column.head;
}

/** The title; where a table has none, what is sold to whom. */
function titleIn(context: RowContext): string | undefined {
  const named = context.cell('title')?.text;
  const made = [context.cell('account')?.text, context.cell('product')?.text].filter(part => part).join(', ');
  return oneLine(named ?? made) || undefined;
}

/** The history may know what the row doesn't. */
function stageAfter({ stage }: RowStanding, last: StageId | undefined): StageId | 'unknown' {
  return stage === 'unknown' ? (last ?? stage) : stage;
}

/** What is filled in for an empty cell isn't filled in for one that can't be read. */
function without(fields: IncomingDeal['fields'], lost: LostOfRow | undefined): IncomingDeal['fields'] {
  if (!lost) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !lost.fields.has(field)));
}

function otherListsIn(context: RowContext): Pick<IncomingDeal, 'lists'> {
  const lists = context.isOwn ? ownValuesIn(context).lists : undefined;
  return lists?.size ? { lists: Object.fromEntries(lists) } : {};
}

function notesIn(context: RowContext, noted: readonly FilledCell[]): readonly string[] {
  const texts = context.cells(target => target === 'notes');
  const parts = texts.map(({ column, text }) =>
    texts.length > 1 ? named(column.head, text) : notesOf(text),
  );
  return [...parts, ...noted.map(({ column, text }) => named(column.head, text))];
}

function headed({ column, text }: FilledCell): string {
  return `${column.head}: ${text}`;
}

function named(head: string, text: string): string {
  const said = notesOf(text);
  return said.includes('\n') ? `${notesOf(head)}:\n\n${said}` : `${notesOf(head)}: ${said}`;
}
