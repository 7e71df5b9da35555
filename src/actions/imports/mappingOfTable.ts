import { bothOrders, OTHER_COLUMNS } from '../../core/intake/daysOrder';
import { foldHead } from '../../core/intake/heads';
import { OWN } from '../../core/intake/layouts/own';
import { propose, type Mapping, type MappingSaid, type Proposed } from '../../core/intake/mapping';
import { decidedIn } from '../../core/intake/mappingFile';
import { isReserved } from '../../core/intake/kindNames';
import { hasColumnsOf } from '../../core/intake/sameKind';
import { say } from '../../core/intake/say';
import type { Surveyed, TableColumn } from '../../core/intake/survey';
import type { DealThere } from '../../core/intake/there';
import { refuse, type Refusal } from '../../core/refusal';
import { isStageId } from '../../core/process/stages';
import type { Says } from '../../core/says';
import type { Home } from '../ports/homes';
import type { ForeignTable } from '../ports/tables';
import type { Workspace } from '../workspace';
import { keptMapping } from './keptMapping';
import { kindOfTable } from './kindOfTable';

/** What the columns and stages of a table become. */
export interface MappingMeant {
  readonly ok: true;
  readonly proposed: Proposed;
  /** Where it came from: kept with the team, named by the person, or proposed. */
  readonly mappingBy: 'kept' | 'named' | 'proposed';
  /** The person says what the kept one doesn't: it is kept in the place of the one that is there. */
  readonly isMappingChanged: boolean;
  /** What a person should know of how it was found. */
  readonly remarks: readonly Says[];
}

/** A table that isn't one of deals as it stands; with what its columns could become, for a person to say it. */
export interface TableRefusal extends Refusal {
  readonly couldBe?: Mapping;
  /** It is one, and a person has to say of what kind. */
  readonly isRead?: true;
  /** The columns with their values, where nobody has named any that aren't there. */
  readonly columns?: readonly TableColumn[];
}

/**
 * Finds what a table's columns and stages become: by what a person says, by what is kept of its kind, else by their names and
 * contents.
 */
export async function mappingOfTable(
  workspace: Workspace,
  home: Home,
  table: ForeignTable,
  surveyed: Surveyed,
  there: readonly DealThere[],
  named?: MappingSaid,
): Promise<MappingMeant | TableRefusal> {
  const { process } = home;
  if (named?.kind !== undefined && isReserved(named.kind) && !isKindOf(named.kind, there))
    return refuse(say('kindReserved', { kind: named.kind }));
  const guess = propose(surveyed, table.name, process, named);
  const isSaid = guess.layout === OWN || named?.kind !== undefined;
  const meant = isSaid
    ? { kind: guess.mapping.kind, remarks: [] }
    : await kindOfTable(workspace, home, table, surveyed, guess, there);
  if ('problem' in meant) return { ...meant, isRead: true };
  const found = named?.columns ? undefined : await keptMapping(workspace, home, meant.kind);
  if (found && !found.ok) return found;
  // A system has several forms of its exports: what is kept of one says nothing of another.
  const isFilledUp =
    found !== undefined && named?.kind === undefined && isOfOtherForm(guess, found.said.columns);
  const kept = isFilledUp ? filledUp(found.said, guess) : found?.said;
  // What a person says to be of a kind may have other columns than the mapping of the kind, which stays as it is then.
  const isLikeKept = named?.kind === undefined || !kept?.columns || hasColumnsOf(surveyed, kept.columns);
  const proposed = propose(surveyed, table.name, process, {
    ...kept,
    ...(isLikeKept ? {} : { columns: guess.mapping.columns, stages: undefined }),
    ...named,
    kind: named?.kind ?? kept?.kind ?? meant.kind,
    dates: bothOrders(kept?.dates, named?.dates),
  });
  const missing = missingIn(surveyed, named?.columns);
  const daysOfNone =
    typeof named?.dates === 'object'
      ? missingIn(surveyed, new Map([...named.dates].filter(([head]) => head !== OTHER_COLUMNS)))
      : undefined;
  const lacking = lacksIn(proposed, surveyed);
  if (lacking) {
    const { mapping: couldBe } = propose(surveyed, table.name, process, { ...named, columns: undefined });
    return { ...refuse(missing ?? lacking), couldBe, ...(!missing && { columns: surveyed.columns }) };
  }
  const [unclear] = proposed.unclear;
  if (unclear) {
    const columns = proposed.unclear.map(({ head }) => head);
    return refuse(daysOfNone ?? say('daysUnclear', { columns, examples: unclear.unclearDays }));
  }
  return {
    ok: true,
    proposed,
    mappingBy: kept && isLikeKept ? 'kept' : named?.columns ? 'named' : 'proposed',
    isMappingChanged:
      isFilledUp || (kept !== undefined && isLikeKept && (saysMore(kept, named) || knowsOutcome(proposed))),
    remarks: [
      ...meant.remarks,
      // What our own columns mean nobody has to write down.
      ...(isFilledUp && guess.layout !== OWN ? [say('mappingFilledUp', { kind: meant.kind })] : []),
      ...[missing, daysOfNone].filter(one => one !== undefined),
    ],
  };
}

/** What tells which deal a row is, and where it stands. */
const CORE = ['id', 'title', 'stage'] as const;

/** Whether a table has ids, titles or stages, most of these at least, and a kept mapping knows none of their columns. */
function isOfOtherForm({ mapping: { columns } }: Proposed, kept: MappingSaid['columns']): boolean {
  if (!kept) return false;
  const known = new Set([...kept.keys()].map(foldHead));
  const core = [...columns].filter(([, target]) => CORE.some(one => one === target));
  return core.length > 1 && !core.some(([head]) => known.has(foldHead(head)));
}

/** A kept mapping with the columns that a table of its kind has in another form. */
function filledUp(kept: MappingSaid, { mapping: { columns } }: Proposed): MappingSaid {
  const known = new Set([...kept.columns!.keys()].map(foldHead));
  const others = [...columns].filter(([head]) => !known.has(foldHead(head)));
  return { ...kept, columns: new Map([...kept.columns!, ...others]) };
}

/** Whether deals are of a kind already, as those may be that were imported before its name was reserved. */
function isKindOf(kind: string, there: readonly DealThere[]): boolean {
  return there.some(({ sourceId }) => sourceId?.startsWith(`${kind}:`));
}

/** Whether a person says something of a table that the kept mapping doesn't. */
function saysMore(before: MappingSaid, named: MappingSaid = {}): boolean {
  const known = new Map(decidedIn(before));
  return decidedIn({ ...named, dates: bothOrders(before.dates, named.dates) }).some(
    ([key, text]) => text !== undefined && text !== known.get(key),
  );
}

/**
 * Whether a stage that means won or lost is new to the kept mapping. It has to know that closing a deal is a stage there: else a
 * deal that is reopened when no other is closed would stay closed.
 */
function knowsOutcome({ mapping: { stages } }: Proposed): boolean {
  return stages.some(({ is, how }) => how !== 'said' && !isStageId(is));
}

/** Says which columns a person has named that the table doesn't have. */
function missingIn({ columns }: Surveyed, named: ReadonlyMap<string, unknown> = new Map()): Says | undefined {
  const heads = new Set(columns.map(({ head }) => foldHead(head)));
  const missing = [...named.keys()].filter(head => !heads.has(foldHead(head)));
  const there = columns.flatMap(({ head }) => (head ? [head] : []));
  return missing.length ? say('columnsNotThere', { missing, heads: there }) : undefined;
}

/** What a table of deals has at least: a title, or what one is made of; and where the deal stands. */
function lacksIn({ mapping }: Proposed, { head: { heads } }: Surveyed): Says | undefined {
  const has = new Set(mapping.columns.values());
  if (!has.has('title') && !has.has('account') && !has.has('product')) return say('tableNotDeals', { heads });
  const isPlaced = (['stage', 'status', 'won_on', 'lost_on'] as const).some(target => has.has(target));
  return isPlaced ? undefined : say('tableNoStage', { heads });
}
