import type { AddedTo, RowsForDeal } from '../../core/intake/beside/addedTo';
import {
  activityKindIn,
  activityKindNamed,
  besideSystem,
  type BesideColumns,
  type BesideKind,
  type BesideSystem,
} from '../../core/intake/beside/besideHeads';
import { dealKeyOf } from '../../core/intake/beside/dealKey';
import { DealsByRef } from '../../core/intake/beside/dealsByRef';
import { UnreadByRef } from '../../core/intake/beside/unreadByRef';
import { addAccount, readAccount } from '../../core/intake/beside/accounts';
import { asTheyHappened } from '../../core/intake/beside/asTheyHappened';
import { readActivity, type ActivityBy } from '../../core/intake/beside/activity';
import { KnownLogged } from '../../core/intake/beside/knownLogged';
import { logActivities } from '../../core/intake/beside/logActivities';
import { addPeople, readPerson } from '../../core/intake/beside/people';
import { RowsBeside, type BesideReader } from '../../core/intake/beside/rowsBeside';
import type { DealThere } from '../../core/intake/there';
import type { OfRow } from '../../core/intake/incoming';
import { foldName } from '../../core/intake/heads';
import { LAYOUTS } from '../../core/intake/layouts/layouts';
import { bothOrders, orderMeant } from '../../core/intake/daysOrder';
import { orderText } from '../../core/intake/mappingFile';
import { besideIs, placesOf, type BesideIs, type BesideSaid } from '../../core/intake/beside/besideMapping';
import { mapStages, type MappedStage } from '../../core/intake/mapStages';
import type { Process } from '../../core/process/process';
import { addMoves, readMove, type MovesBy } from '../../core/intake/beside/moves';
import { besideKindNamed, keptBeside } from './keptBeside';
import { keptMapping } from './keptMapping';
import { say } from '../../core/intake/say';
import type { Surveyed, TableColumn } from '../../core/intake/survey';
import { refuse, type Refusal } from '../../core/refusal';
import type { Home } from '../ports/homes';
import type { ForeignTable } from '../ports/tables';
import { say as sayAction } from '../say';
import type { Workspace } from '../workspace';
import { filesIn } from './dealsIn';
import { isKeptBeside, readLoggedIn } from './loggedFile';
import { saidOfSheet, surveyTable } from './surveyTable';
import { readWrittenFile } from './writtenFile';

/** What a deal that is there would get; nothing is written yet. */
export interface DealBeside extends RowsForDeal {
  readonly adds: AddedTo['added'];
  /** Rows that contradict what the deal says, or each other. */
  readonly leaves: readonly number[];
}

/** What an import of a table that was exported beside deals would do; nothing is written yet. */
export interface BesidePlan {
  readonly ok: true;
  readonly beside: BesideKind;
  readonly system: BesideSystem | undefined;
  /** What is kept of such imports is called after. */
  readonly kind: string;
  readonly surveyed: Surveyed;
  readonly columns: readonly { readonly column: TableColumn; readonly is: BesideIs }[];
  /** What a person has said of the table: it is kept for the next one of the kind. */
  readonly toKeep: BesideSaid | undefined;
  /** The deals that rows belong to, those that would get nothing among them. */
  readonly deals: readonly DealBeside[];
  readonly notTaken: readonly OfRow[];
  /** Rows that belong to none of the deals here, which is no fault. */
  readonly elsewhere: readonly OfRow[];
}

/**
 * Works out what the rows of a table have for the deals of a pipeline.
 *
 * @param said what a person says of the table, which counts over what is kept
 * @throws TableFailed where there is no table
 */
export async function planBeside(
  workspace: Workspace,
  home: Home,
  table: ForeignTable,
  { what: beside, ...said }: BesideSaid,
): Promise<BesidePlan | Refusal> {
  if (beside === 'moves' && !home.process.writesHistory) return refuse(sayAction('noHistoryWanted'));
  const today = workspace.clock.today();
  const surveyed = await surveyTable(table, today, said.columns);
  if (!('columns' in surveyed)) return refuse(surveyed);
  const { heads } = surveyed.head;
  const system = besideSystem(heads);
  const kind = said.kind ?? system?.kind ?? (await besideKindNamed(workspace, home, table.name, beside));
  const kept = await keptBeside(workspace, home, kind, beside);
  if (kept && !kept.ok) return kept;
  const dates = bothOrders(kept?.said.dates, said.dates);
  const is = besideIs(beside, heads, said.columns ?? kept?.said.columns);
  const columns = placesOf(is);
  const days = surveyed.columns[columns.get('on')?.[0] ?? -1];
  const order = days && orderMeant(days, dates);
  if (days?.order === 'unclear' && !order)
    return refuse(say('daysUnclear', { columns: [days.head], examples: days.unclearDays }));
  const known = isKeptBeside(beside)
    ? await readLoggedIn(workspace.files, home, kind, beside)
    : ({ ok: true, keys: new Set<string>() } as const);
  if (!known.ok) return known;
  const there = await filesIn(workspace, home);
  const made = await readWrittenFile(workspace.files, home, kind);
  const written = made.ok ? made.deals : new Map<string, never>();
  const unread = new UnreadByRef(there.unread, system?.kind, written);
  const refs = new DealsByRef(there.deals, system?.kind, unread);
  const ofTable = activityKindIn(heads) ?? activityKindNamed(table.name);
  const by = { today, order, kind: ofTable };
  const mapping = await keptMapping(workspace, home, kind);
  if (mapping && !mapping.ok) return mapping;
  const meant = stagesMeant(kind, home.process, mapping?.said.stages);
  const found = await rowsFor(beside, { table, surveyed, columns, refs, by, meant, known: known.keys });
  const ofSheet = saidOfSheet(table).map(says => ({ row: surveyed.head.number, column: undefined, says }));
  const notTaken: OfRow[] = [...ofSheet, ...found.notTaken];
  const deals = found.deals.flatMap((one): DealBeside[] => {
    const { deal, text } = one.there;
    const added = one.addTo({ path: deal.path, text, process: home.process });
    if (added.ok) {
      for (const { row, says } of added.left) notTaken.push({ row, column: undefined, says });
      return [{ ...one, adds: added.added, leaves: added.left.map(({ row }) => row) }];
    }
    for (const left of leftOf(one, added)) notTaken.push(left);
    return [];
  });
  return {
    ok: true,
    ...{ beside, system, kind, surveyed, deals },
    columns: surveyed.columns.map((column, at) => ({ column, is: is[at]! })),
    toKeep: isMore(said, kept?.said)
      ? { what: beside, kind, dates, columns: new Map(heads.map((head, at) => [head, is[at]!])) }
      : undefined,
    elsewhere: found.elsewhere,
    notTaken: notTaken.toSorted((a, b) => a.row - b.row),
  };
}

interface RowsBy {
  readonly table: ForeignTable;
  readonly surveyed: Surveyed;
  readonly columns: BesideColumns;
  readonly refs: DealsByRef;
  readonly by: ActivityBy;
  readonly meant: MovesBy['meant'];
  readonly known: ReadonlySet<string>;
}

/** What there is for each deal, by the kind of the table. */
async function rowsFor(beside: BesideKind, { table, surveyed, columns, refs, by, meant, known }: RowsBy) {
  const keyOf = ({ sourceId, deal }: DealThere) => dealKeyOf(sourceId, deal.path);
  const rows = async <T>(reader: BesideReader<T>) => {
    const all = new RowsBeside<T>(surveyed, columns, reader);
    for await (const row of table.rows())
      if ('broken' in row) all.leave(row.number, row.broken);
      else all.add(row);
    return all;
  };
  switch (beside) {
    case 'activities': {
      const logged = new KnownLogged(known);
      const all = await rows({ read: cells => readActivity(cells, by), find: ref => refs.find(ref) });
      return all.end((there, activities) => {
        const inOrder = asTheyHappened(activities, ({ on }) => on);
        return file => logActivities(file, keyOf(there), inOrder, logged);
      });
    }
    case 'people': {
      const all = await rows({ read: readPerson, find: ref => refs.findByAccount(ref) });
      return all.end((there, people) => file => addPeople(file, keyOf(there), people, known));
    }
    case 'moves': {
      const read = { ...by, meant };
      const all = await rows({ read: cells => readMove(cells, read), find: ref => refs.find(ref) });
      return all.end((_, moves) => file => addMoves(file, moves, by.today));
    }
    case 'accounts': {
      const all = await rows({ read: readAccount, find: ref => refs.find(ref) });
      return all.end((_, accounts) => file => addAccount(file, accounts));
    }
  }
}

/** What the stages of a system are here: as the team says, by the system's own list, or by words that many teams use. */
function stagesMeant(kind: string, process: Process, said: readonly MappedStage[] = []): MovesBy['meant'] {
  const layout = LAYOUTS.find(one => one.kind === kind && one.stages);
  const own = new Map(said.map(({ name, is }) => [foldName(name), is]));
  return name => {
    const [found] = mapStages([name], layout, process);
    return own.get(foldName(name)) ?? (found?.how === 'spread' ? undefined : found?.is);
  };
}

/** How many rows have nothing that the deals don't have already. */
export function alreadyIn({ deals }: Pick<BesidePlan, 'deals'>): number {
  return deals.reduce((sum, { rows, adds, leaves }) => {
    const isSaid = new Set([...adds.map(({ row }) => row), ...leaves]);
    return sum + rows.filter(row => !isSaid.has(row)).length;
  }, 0);
}

/** Each row of a deal that is left as it is, with the reason. */
export function leftOf({ there, rows }: RowsForDeal, { problem }: Refusal): OfRow[] {
  const says = say('rowNotUpdated', { path: there.deal.path, why: problem.says });
  return rows.map(row => ({ row, column: undefined, says }));
}

/** Whether a person says of a table what isn't kept. */
function isMore({ dates, columns }: Omit<BesideSaid, 'what'>, kept: BesideSaid | undefined): boolean {
  const before = kept?.dates;
  const isNew = dates && (!before || orderText(bothOrders(before, dates)!) !== orderText(before));
  return columns !== undefined || isNew === true;
}
