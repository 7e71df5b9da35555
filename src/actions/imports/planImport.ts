import type { CalendarDate } from '../../core/calendar';
import { isOlder } from '../../core/intake/again/older';
import { withoutKnownUsual } from '../../core/intake/again/usual';
import { dayNamedIn } from '../../core/intake/days';
import { Gathering, type Gathered } from '../../core/intake/gather';
import { foldHead } from '../../core/intake/heads';
import { leftOpenIn, type TableOpen } from '../../core/intake/leftOpen';
import { OWN } from '../../core/intake/layouts/own';
import type { IncomingDeal, OfRow } from '../../core/intake/incoming';
import {
  bothOrders,
  propose,
  type Mapping,
  type Proposed,
  type MappingSaid,
} from '../../core/intake/mapping';
import { decidedIn } from '../../core/intake/mappingFile';
import { remarksOn } from '../../core/intake/remarks';
import { hasColumnsOf } from '../../core/intake/sameKind';
import { say } from '../../core/intake/say';
import type { Surveyed, TableColumn } from '../../core/intake/survey';
import { DealsThere } from '../../core/intake/there';
import type { Says } from '../../core/says';
import { refuse, type Refusal } from '../../core/refusal';
import type { Home } from '../ports/homes';
import type { ForeignTable } from '../ports/tables';
import type { Workspace } from '../workspace';
import { filesIn, type FilesThere } from './dealsIn';
import { kindOfTable } from './kindOfTable';
import { keptMapping } from './keptMapping';
import { sortDeals, type ImportWishes, type Matched, type SortedDeals } from './sortDeals';
import { surveyTable, whyNoTable } from './surveyTable';
import { readWrittenFile } from './writtenFile';

/** What an import would do; nothing is written yet. */
export interface ImportPlan extends SortedDeals {
  readonly ok: true;
  readonly proposed: Proposed;
  readonly surveyed: Surveyed;
  /** Where the mapping came from: kept with the team, named by the person, or proposed. */
  readonly mappingBy: 'kept' | 'named' | 'proposed';
  /** The person has changed the mapping, or said what the kept one doesn't: it is kept in the place of the one that is there. */
  readonly isMappingChanged?: true;
  /** What the table and the mapping leave open, and a person may be asked. */
  readonly open: TableOpen;
  /** Rows that the mapping leaves out. */
  readonly leftOut: readonly OfRow[];
  readonly noted: readonly OfRow[];
  readonly remarks: readonly Says[];
  readonly paths: readonly string[];
  /** The day that moves have of which the table has no day: that of the export, where its file names it. */
  readonly movedOn: CalendarDate;
}

/** A table that isn't one of deals as it stands; with what its columns could become, for a person to say it. */
export interface TableRefusal extends Refusal {
  readonly couldBe?: Mapping;
  /** The columns with their values, where nobody has named any that aren't there. */
  readonly columns?: readonly TableColumn[];
}

/**
 * Works out what an import of a table into a pipeline would do. All rows are looked at twice, and none but what becomes of them
 * is kept.
 *
 * @param named what a person says of the mapping, which counts over what is kept
 */
export async function planImport(
  workspace: Workspace,
  home: Home,
  table: ForeignTable,
  named?: MappingSaid,
  wishes: ImportWishes = {},
): Promise<ImportPlan | TableRefusal> {
  const { process } = home;
  const today = workspace.clock.today();
  try {
    const surveyed = await surveyTable(table, today, named?.columns);
    if (!('columns' in surveyed)) return refuse(surveyed);
    const guess = propose(surveyed, table.name, process, named);
    const { deals: dealsThere, unread } = await filesIn(workspace, home);
    const meant =
      guess.layout === OWN || named?.kind !== undefined
        ? { kind: guess.mapping.kind, remarks: [] }
        : await kindOfTable(workspace, home, table, surveyed, guess, dealsThere);
    const kept = named?.columns ? undefined : await keptMapping(workspace, home, meant.kind);
    if (kept && !kept.ok) return kept;
    const kind = named?.kind ?? kept?.said.kind ?? meant.kind;
    // What a person says to be of a kind may have other columns than the mapping of the kind, which stays as it is then.
    const isLikeKept =
      named?.kind === undefined || !kept?.said.columns || hasColumnsOf(surveyed, kept.said.columns);
    const ofOthers = isLikeKept ? {} : { columns: guess.mapping.columns, stages: undefined };
    const said = {
      ...kept?.said,
      ...ofOthers,
      ...named,
      kind,
      dates: bothOrders(kept?.said.dates, named?.dates),
    };
    const proposed = propose(surveyed, table.name, process, said);
    const { mapping, unclear } = proposed;
    const lacking = lacksIn(proposed, surveyed);
    const missing = missingIn(surveyed, named?.columns);
    const daysOfNone = typeof named?.dates === 'object' ? missingIn(surveyed, named.dates) : undefined;
    if (lacking) {
      const { mapping: couldBe } = propose(surveyed, table.name, process, { ...named, columns: undefined });
      return { ...refuse(missing ?? lacking), couldBe, ...(!missing && { columns: surveyed.columns }) };
    }
    if (unclear.length && daysOfNone) return refuse(daysOfNone);
    if (unclear.length) {
      const [column] = unclear;
      const columns = unclear.map(({ head }) => head);
      return refuse(say('daysUnclear', { columns, examples: column!.samples }));
    }
    const gathering = new Gathering(surveyed, mapping, process, today);
    for await (const row of table.rows())
      if ('broken' in row) gathering.leave(row.number, row.broken);
      else gathering.add(row);
    const gathered = gathering.end();
    const { deals, notTaken, leftOut, noted } = gathered;
    const written = await readWrittenFile(workspace.files, home, mapping.kind);
    if (!written.ok) return written;
    const there = new DealsThere(dealsThere);
    const exportedOn = dayNamedIn(table.name, today);
    const known = withoutKnownUsual(deals, written.deals).map(deal => ({
      ...deal,
      ...(exportedOn && { exportedOn }),
    }));
    const readable = known.filter(({ sourceId = '' }) => !unread.has(sourceId));
    const left = [...notTaken, ...unreadIn(known, unread)];
    const found = sortDeals(readable, there, left, written.deals, process, wishes);
    const settled = settledIn(gathered, found.matched);
    return {
      ok: true,
      ...{ proposed, surveyed, leftOut, noted },
      open: leftOpenIn(proposed, settled, dealsThere, process),
      ...(kept && isLikeKept && saysMore(kept.said, named) && { isMappingChanged: true }),
      mappingBy: kept && isLikeKept ? 'kept' : named?.columns ? 'named' : 'proposed',
      ...found,
      remarks: [
        ...meant.remarks,
        ...[missing, daysOfNone, withoutValues(surveyed, mapping)].filter(one => one !== undefined),
        ...remarksOn(proposed, settled, process),
        ...olderIn(found.matched),
        ...(found.deleted.length ? [say('rowsDeletedHere', { count: found.deleted.length })] : []),
      ],
      paths: [...there.paths],
      movedOn: exportedOn ?? today,
    };
  } catch (cause) {
    return whyNoTable(cause);
  }
}

/** What is left open where deals that are there already settle what signs of currencies mean. */
function settledIn(
  { deals, shared }: Gathered,
  matched: readonly Matched[],
): Pick<Gathered, 'deals' | 'shared'> {
  const byRow = new Map(matched.map(({ incoming }) => [incoming.row, incoming]));
  const settled = deals.map(deal => byRow.get(deal.row) ?? deal);
  return { deals: settled, shared: settled.some(({ mayBeIn }) => mayBeIn) ? shared : undefined };
}

/** Says how many deals have nothing taken, since what the table says of them is older. */
function olderIn(matched: readonly Matched[]): Says[] {
  const older = matched.filter(
    ({ incoming, there, written, differences }) =>
      differences.length && isOlder(incoming, there.deal, written),
  );
  return older.length ? [say('rowsOlder', { count: older.length })] : [];
}

/** Rows of deals that are there in files that can't be read: these aren't made once more. */
function unreadIn(deals: readonly IncomingDeal[], unread: FilesThere['unread']): OfRow[] {
  return deals.flatMap(({ row, sourceId = '' }) => {
    const file = unread.get(sourceId);
    const says = file && say('rowNotUpdated', { path: file.path, why: file.problem.says });
    return says ? [{ row, column: undefined, says }] : [];
  });
}

/** Whether a person says something of a table that the kept mapping doesn't. */
function saysMore(before: MappingSaid, named: MappingSaid = {}): boolean {
  const known = new Map(decidedIn(before));
  return decidedIn({ ...named, dates: bothOrders(before.dates, named.dates) }).some(
    ([key, text]) => text !== undefined && text !== known.get(key),
  );
}

/** Says which columns a person has named that the table doesn't have. */
function missingIn({ columns }: Surveyed, named: ReadonlyMap<string, unknown> = new Map()): Says | undefined {
  const heads = new Set(columns.map(({ head }) => foldHead(head)));
  const missing = [...named.keys()].filter(head => !heads.has(foldHead(head)));
  const there = columns.flatMap(({ head }) => (head ? [head] : []));
  return missing.length ? say('columnsNotThere', { missing, heads: there }) : undefined;
}

/** Says that all values are empty, as they are where a program has written formulas and none has worked them out. */
function withoutValues({ columns }: Surveyed, mapping: Mapping): Says | undefined {
  const values = columns.find(({ head }) => mapping.columns.get(head) === 'value');
  return values?.filled === 0 ? say('columnEmpty', { column: values.head }) : undefined;
}

/** What a table of deals has at least: a title, or what one is made of; and where the deal stands. */
function lacksIn({ mapping }: Proposed, { head: { heads } }: Surveyed): Says | undefined {
  const has = new Set(mapping.columns.values());
  if (!has.has('title') && !has.has('account') && !has.has('product')) return say('tableNotDeals', { heads });
  const isPlaced = (['stage', 'status', 'won_on', 'lost_on'] as const).some(target => has.has(target));
  return isPlaced ? undefined : say('tableNoStage', { heads });
}
