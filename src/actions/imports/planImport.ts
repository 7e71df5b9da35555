import type { CalendarDate } from '../../core/calendar';
import { isOpen } from '../../core/deal/deal';
import { isOlder } from '../../core/intake/again/older';
import { isStageKnownHere } from '../../core/intake/again/lastStage';
import { withoutKnownUsual } from '../../core/intake/again/usual';
import type { WrittenDeals } from '../../core/intake/again/written';
import { dayNamedIn } from '../../core/intake/days';
import { Gathering, idOf, isKeyWithoutId, type Gathered } from '../../core/intake/gather';
import { UnreadFiles } from '../../core/intake/lost/unreadFiles';
import { withHiddenIds } from '../../core/intake/hiddenIds';
import { leftOpenIn, type TableOpen } from '../../core/intake/leftOpen';
import type { IncomingDeal, OfRow } from '../../core/intake/incoming';
import type { Mapping, MappingSaid, Proposed } from '../../core/intake/mapping';
import { amountsUnclear, daysOtherwise, remarksOn } from '../../core/intake/remarks';
import { withKnownIds } from '../../core/intake/sameIds';
import { folded } from '../../core/intake/sameDeal';
import { say } from '../../core/intake/say';
import type { Surveyed } from '../../core/intake/survey';
import { DealsThere, type DealThere } from '../../core/intake/there';
import type { Says } from '../../core/says';
import { refuse } from '../../core/refusal';
import type { Home } from '../ports/homes';
import type { ForeignTable } from '../ports/tables';
import type { Workspace } from '../workspace';
import { dealsElsewhere } from './dealsElsewhere';
import { filesIn } from './dealsIn';
import { mappingOfTable, type MappingMeant, type TableRefusal } from './mappingOfTable';
import { notedNow } from './notedNow';
import { sortDeals } from './sortDeals';
import type { ImportWishes, Matched, SortedDeals } from './sortedDeals';
import { saidOfSheet, surveyTable, whyNoTable } from './surveyTable';
import { readWrittenFile } from './writtenFile';

/** What an import would do; nothing is written yet. */
export interface ImportPlan extends SortedDeals {
  readonly ok: true;
  readonly proposed: Proposed;
  readonly surveyed: Surveyed;
  readonly mappingBy: MappingMeant['mappingBy'];
  /** The person has changed the mapping, or said what the kept one doesn't: it is kept in the place of the one that is there. */
  readonly isMappingChanged?: true;
  /** What the table and the mapping leave open, and a person may be asked. */
  readonly open: TableOpen;
  /** Rows that the mapping leaves out. */
  readonly leftOut: readonly OfRow[];
  /** Cells that make no sense where they stand, of which this import makes something: what an import before it has noted isn't among them. */
  readonly noted: readonly OfRow[];
  /** Cells that have lost something: they aren't taken. */
  readonly lost: readonly OfRow[];
  readonly remarks: readonly Says[];
  readonly paths: readonly string[];
  /** The day that moves have of which the table has no day: that of the export, where its file names it. */
  readonly movedOn: CalendarDate;
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
    const { deals: dealsThere, unread } = await filesIn(workspace, home);
    const meant = await mappingOfTable(workspace, home, table, surveyed, dealsThere, named);
    if (!meant.ok) return meant;
    const { proposed, mappingBy, isMappingChanged } = meant;
    const { mapping } = proposed;
    const written = await readWrittenFile(workspace.files, home, mapping.kind);
    if (!written.ok) return written;
    const gathering = new Gathering(surveyed, mapping, process, today, written.deals);
    for await (const row of table.rows())
      if ('broken' in row) gathering.leave(row.number, row.broken);
      else gathering.add(row);
    const gathered = gathering.end();
    const { deals, notTaken, leftOut, noted, lost } = gathered;
    const there = new DealsThere(dealsThere);
    const exportedOn = dayNamedIn(table.name, today);
    const withIds = withHiddenIds(deals, dealsThere, written.deals, mapping.kind);
    const asHere = withKnownIds(withIds, dealsThere, written.deals);
    const known = withoutKnownUsual(asHere, written.deals).map(deal => ({
      ...deal,
      ...(exportedOn && { exportedOn }),
    }));
    // Where else a deal may be is looked for only where one is missing.
    const titles = new Set([...written.deals.values()].map(({ fields }) => folded(fields['title'])));
    const isWritten = (deal: IncomingDeal) => written.deals.has(idOf(deal)) || titles.has(folded(deal.title));
    const isMissing = known.some(deal => isWritten(deal) && !there.has(deal));
    const paths = [...dealsThere.map(({ deal }) => deal.path), ...unread.map(({ path }) => path)];
    const elsewhere = isMissing ? await dealsElsewhere(workspace, home, new Set(paths)) : [];
    const unreadFiles = new UnreadFiles([...elsewhere, ...unread], written.deals);
    const isTitleGone = [...(mapping.missing?.values() ?? [])].includes('title');
    const by = { there, unread: unreadFiles, written: written.deals, process, isTitleGone };
    const found = sortDeals(known, notTaken, by, wishes);
    const settled = settledIn(gathered, found.matched);
    return {
      ok: true,
      ...{ proposed, surveyed, leftOut, lost },
      noted: notedNow(noted, found),
      open: leftOpenIn(proposed, settled, notIn(found.matched, dealsThere), process),
      ...{ mappingBy, ...(isMappingChanged && { isMappingChanged }) },
      ...found,
      remarks: [
        ...meant.remarks,
        ...saidOfSheet(table),
        ...withoutValues(surveyed, mapping),
        ...daysOtherwise(surveyed, mapping),
        ...amountsUnclear(surveyed, proposed, process),
        ...remarksOn(proposed, settled, process),
        ...olderIn(found.matched),
        ...found.copies.map(one => say('dealInCopies', one)),
        ...deletedIn(found.deleted),
        ...goneIn(dealsThere, found, gathered.idsLeft, mapping.kind),
      ],
      paths: [...paths, ...pathsKept(found, written.deals)],
      movedOn: exportedOn ?? today,
    };
  } catch (cause) {
    return whyNoTable(cause);
  }
}

/** Where deals without ids were that are deleted: by its path an import knows each again, so no other one gets it. */
function pathsKept({ fresh }: SortedDeals, written: WrittenDeals): readonly string[] {
  const again = new Set(fresh.map(idOf));
  return [...written].flatMap(([key, { path }]) =>
    path !== undefined && isKeyWithoutId(key) && !again.has(key) ? [path] : [],
  );
}

/** What is left open where deals that are there already settle what signs of currencies mean, and where closed deals stood. */
function settledIn(
  { deals, shared }: Gathered,
  matched: readonly Matched[],
): Pick<Gathered, 'deals' | 'shared'> {
  const byRow = new Map(
    matched.map(({ incoming, written, there: { deal } }) => [
      incoming.row,
      incoming.stage === 'unknown' && isStageKnownHere(deal, written)
        ? { ...incoming, stage: deal.stage }
        : incoming,
    ]),
  );
  const settled = deals.map(deal => byRow.get(deal.row) ?? deal);
  return { deals: settled, shared: settled.some(({ mayBeIn }) => mayBeIn) ? shared : undefined };
}

/** The deals that the table says nothing of. */
function notIn(matched: readonly Matched[], there: readonly DealThere[]): readonly DealThere[] {
  const told = new Set(matched.map(one => one.there));
  return there.filter(one => !told.has(one));
}

/** Says how many deals have nothing taken, since what the table says of them is older. */
function olderIn(matched: readonly Matched[]): Says[] {
  const older = matched.filter(
    ({ incoming, there, written, differences }) =>
      differences.length && isOlder(incoming, there.deal, written),
  );
  return older.length ? [say('rowsOlder', { count: older.length })] : [];
}

/** Names deals that imports have made and that aren't here any more. */
function deletedIn(deleted: readonly IncomingDeal[]): Says[] {
  const [first] = deleted;
  if (!first) return [];
  const titles = deleted.map(({ title }) => title);
  return [say('rowsDeletedHere', { titles, hasIds: first.sourceId !== undefined })];
}

/** Names open deals that imports of a kind have made and a newer table of it doesn't have. */
function goneIn(
  there: readonly DealThere[],
  { matched, likely }: SortedDeals,
  idsLeft: ReadonlySet<string>,
  kind: string,
): Says[] {
  // A table without any of them is another export, or one of a part; an older one can't have the newer deals.
  if (!matched.length || olderIn(matched).length) return [];
  const told = new Set([...matched, ...likely].map(one => one.there.sourceId));
  const gone = there.filter(
    ({ deal, sourceId }) =>
      isOpen(deal) && sourceId?.startsWith(`${kind}:`) && !told.has(sourceId) && !idsLeft.has(sourceId),
  );
  return gone.length ? [say('dealsNotInTable', { titles: gone.map(({ deal }) => deal.title) })] : [];
}

/** Says that all values are empty, as they are where a program has written formulas and none has worked them out. */
function withoutValues({ columns }: Surveyed, mapping: Mapping): Says[] {
  const values = columns.find(({ head }) => mapping.columns.get(head) === 'value');
  return values?.filled === 0 ? [say('columnEmpty', { column: values.head })] : [];
}
