import type { NewDeal } from '../../core/deal/newDeal';
import { isCalendarDate, type CalendarDate } from '../../core/calendar';
import { UNKNOWN_STAGE } from '../../core/deal/read/stage';
import type { FieldDifference } from '../../core/intake/again/compare';
import { remember, writtenOf } from '../../core/intake/again/remember';
import { updateDeal, type Updated } from '../../core/intake/again/update';
import type { WrittenDeal } from '../../core/intake/again/written';
import { idOf } from '../../core/intake/gather';
import type { IncomingDeal, OfRow } from '../../core/intake/incoming';
import { OWN } from '../../core/intake/layouts/own';
import { isUsualOwn } from '../../core/intake/mapping';
import { writeMapping } from '../../core/intake/mappingFile';
import { changedMapping } from '../../core/intake/remap';
import { say } from '../../core/intake/say';
import type { TableColumn } from '../../core/intake/survey';
import { STAGE_IDS } from '../../core/process/stages';
import { addressIn, pathBelow, type Address } from '../address';
import { editDeals } from '../changeDeals';
import { DealMaker, type DealMade } from '../dealMaker';
import { MadeFolders } from '../madeFolders';
import type { Home } from '../ports/homes';
import type { Refusal } from '../../core/refusal';
import type { Says } from '../../core/says';
import type { Unit } from '../result';
import type { Workspace } from '../workspace';
import { dealKeyOf } from '../../core/intake/beside/dealKey';
import { forgetAdded } from './forgetAdded';
import { mappingFileOf } from './keptMapping';
import type { ImportPlan } from './planImport';
import { notUpdated } from './sortDeals';
import type { Matched } from './sortedDeals';
import { KeptFiles, writeKept, type WrittenToKeep } from './writeKept';
import { addWritten } from './writtenFile';

/** What was written: one unit a file, all of them of one command, which is taken back as a whole. */
export interface Imported {
  readonly ok: true;
  readonly created: readonly { readonly incoming: IncomingDeal; readonly file: Address }[];
  /** Deals that were there already, with what was taken over, and what both sides changed and was left as it is here. */
  readonly updated: readonly DealUpdated[];
  /** Rows of which nothing could be written. */
  readonly notTaken: readonly OfRow[];
  /** Why the next import won't know of this one. */
  readonly notKept: Says | undefined;
  /** What nobody has foreseen has stopped it: what was written until then stays, and can be taken back. */
  readonly broken: BrokenOff | undefined;
  readonly units: readonly Unit[];
  readonly folders: readonly Address[];
}

/** What was thrown while an import wrote. */
export interface BrokenOff {
  readonly cause: unknown;
}

/** A deal that was there already. */
export interface DealUpdated extends Pick<Updated, 'taken' | 'left'> {
  readonly incoming: IncomingDeal;
  readonly file: Address;
}

/** Of a field that both sides have changed, whether the person wants what the table says. */
export type Takes = (deal: Matched, difference: FieldDifference) => boolean;

/** How an import goes on, and whether it should. */
export interface Progress {
  /** Called after some deals. */
  readonly done?: (deals: number, of: number) => void;
  readonly isCancelled?: () => boolean;
}

const TAKES_NONE: Takes = () => false;

/** How many files are written at once: each waits for the disk, and in an editor for the views, more than it works. */
const AT_ONCE = 100;

/**
 * Writes what was planned: the files of new deals, as New Deal makes them, and the mapping, where none is kept yet. What was
 * written before it is cancelled stays, and can be taken back.
 */
export async function importDeals(
  workspace: Workspace,
  home: Home,
  plan: ImportPlan,
  progress: Progress = {},
  takes: Takes = TAKES_NONE,
): Promise<Imported | Refusal> {
  const maker = await DealMaker.in(workspace.files, home, plan.paths);
  if ('problem' in maker) return { ok: false, problem: maker.problem };
  const written = new WrittenSoFar();
  let broken: BrokenOff | undefined;
  try {
    await writeNew(workspace, home, plan, maker, progress, written);
    await writeChanged(workspace, home, plan, progress, takes, written);
    await writeKnown(workspace, home, plan, written);
  } catch (cause) {
    if (!written.units.length) throw cause;
    broken = { cause };
  }
  const { created, updated, notTaken, units, kept } = written;
  return {
    ok: true,
    ...{ created, updated, notTaken, notKept: kept.notKept, broken },
    units: [...units, ...kept.units],
    folders: [home.folder],
  };
}

/** What an import has written so far. */
class WrittenSoFar {
  readonly created: { incoming: IncomingDeal; file: Address }[] = [];
  readonly updated: DealUpdated[] = [];
  readonly notTaken: OfRow[] = [];
  readonly units: Unit[] = [];
  /** What the next import has to know. */
  readonly deals = new Map<string, WrittenDeal>();
  readonly kept = new KeptFiles();
}

async function writeNew(
  { files, clock }: Workspace,
  home: Home,
  plan: ImportPlan,
  maker: DealMaker,
  progress: Progress,
  { created, notTaken, units, deals }: WrittenSoFar,
): Promise<void> {
  const today = clock.today();
  const folders = new MadeFolders(files);
  for (let at = 0; at < plan.fresh.length && !progress.isCancelled?.(); at += AT_ONCE) {
    const some = plan.fresh.slice(at, at + AT_ONCE).map(incoming => ({
      incoming,
      made: maker.make(asNewDeal(incoming, today), incoming.path),
    }));
    for (const { made } of some) if ('text' in made) await folders.around(made.file);
    const problems = await Promise.all(
      some.map(({ made }) => ('problem' in made ? made.problem : files.create(made.file, made.text, true))),
    );
    for (const [index, { incoming, made }] of some.entries()) {
      const problem = problems[index];
      if (problem) {
        const why = say('rowNotWritten', { why: problem.says });
        notTaken.push({ row: incoming.row, column: undefined, says: why });
        continue;
      }
      const { file, text: after } = made as DealMade;
      created.push({ incoming, file });
      units.push([{ kind: 'created', file, after, ...(await folders.around(file)) }]);
      const path = pathBelow(home.folder, file)!;
      deals.set(idOf(incoming), {
        ...{ ...writtenOf(incoming), path },
        ...(plan.doubles.has(incoming) && { isDouble: true as const }),
      });
    }
    progress.done?.(Math.min(at + AT_ONCE, plan.fresh.length), plan.fresh.length + plan.matched.length);
  }
}

async function writeChanged(
  workspace: Workspace,
  home: Home,
  { fresh, matched, movedOn }: ImportPlan,
  progress: Progress,
  takes: Takes,
  { updated, notTaken, units, deals }: WrittenSoFar,
): Promise<void> {
  for (let at = 0; at < matched.length && !progress.isCancelled?.(); at += AT_ONCE_AGAIN) {
    const some = matched.slice(at, at + AT_ONCE_AGAIN);
    const done = await updateDeals(workspace, home, some, movedOn, takes);
    updated.push(...done.updated);
    notTaken.push(...done.notTaken);
    units.push(...done.units);
    for (const [id, deal] of done.written) deals.set(id, deal);
    const reached = Math.min(at + AT_ONCE_AGAIN, matched.length);
    progress.done?.(fresh.length + reached, fresh.length + matched.length);
  }
}

/** What the next import has to know of this one. */
async function writeKnown(
  workspace: Workspace,
  home: Home,
  plan: ImportPlan,
  { created, deals, kept }: WrittenSoFar,
): Promise<void> {
  const { files } = workspace;
  if (created.length || plan.matched.length || plan.isMappingChanged)
    kept.add(await keepMapping(workspace, home, plan));
  const keys = created.map(({ incoming, file }) =>
    dealKeyOf(incoming.sourceId, pathBelow(home.folder, file)!),
  );
  if (keys.length) kept.add(await forgetAdded(files, home, new Set(keys)));
  const former = plan.matched.flatMap(({ formerly, incoming }) =>
    formerly !== undefined && deals.has(idOf(incoming)) ? [formerly] : [],
  );
  kept.add(await addWritten(files, home, plan.proposed.mapping.kind, deals, former));
}

/** So many deals that are there already are changed at once: where an editor has some of them open, it gets one edit for all. */
export const AT_ONCE_AGAIN = 200;

/** Takes over what is newer in some deals. Those in which nothing is different aren't touched. */
async function updateDeals(
  workspace: Workspace,
  home: Home,
  matched: readonly Matched[],
  movedOn: CalendarDate,
  takes: Takes,
): Promise<{
  readonly updated: readonly DealUpdated[];
  readonly notTaken: readonly OfRow[];
  readonly units: readonly Unit[];
  readonly written: ReadonlyMap<string, WrittenDeal>;
}> {
  const today = workspace.clock.today();
  const written = new Map<string, WrittenDeal>();
  const byFile = new Map<Address, Matched>();
  // What isn't saved may never be: the next import compares with what the last one is known to have left on disk.
  const keep = (deal: Matched, file: Address, all: WrittenDeal) => {
    if (!workspace.files.isUnsaved(file)) written.set(idOf(deal.incoming), at(deal, all));
  };
  for (const deal of matched)
    if (deal.differences.length) byFile.set(addressIn(home.folder, deal.there.deal.path), deal);
    else keep(deal, addressIn(home.folder, deal.there.deal.path), remember(deal.incoming, deal.written, []));
  const { done, refused, units } = await editDeals(
    workspace,
    [...byFile.keys()],
    ({ file, path, text, process }) => {
      const deal = byFile.get(file)!;
      const by = { process, today, movedOn, takes: (one: FieldDifference) => takes(deal, one) };
      return updateDeal(path, text, deal, by);
    },
  );
  const updated = done.map(({ file, plan }): DealUpdated => {
    const deal = byFile.get(file)!;
    const { incoming } = deal;
    keep(deal, file, plan.written);
    return { incoming, file, taken: plan.taken, left: plan.left };
  });
  const notTaken = refused.map(({ file, problem }) => {
    const { incoming, there } = byFile.get(file)!;
    return notUpdated(incoming, there, { ok: false, problem });
  });
  return { updated, notTaken, units, written };
}

/** What is kept of a deal, with where its file is now. */
function at({ there }: Matched, written: WrittenDeal): WrittenDeal {
  return { ...written, path: there.deal.path };
}

async function keepMapping(
  { files }: Workspace,
  home: Home,
  { proposed: { mapping, layout }, surveyed, isMappingChanged }: ImportPlan,
): Promise<WrittenToKeep> {
  const file = mappingFileOf(home, mapping.kind);
  if (!isMappingChanged && (await files.exists(file))) return { units: [] };
  // What an empty column is to become, nobody has decided; one without a name can't be known again.
  const isKnown = ({ head, filled }: TableColumn) => {
    if (!head) return false;
    const target = mapping.columns.get(head)!;
    return layout === OWN ? !isUsualOwn(head, target) : filled > 0 || target !== 'nothing';
  };
  const columns = surveyed.columns
    .filter(isKnown)
    .map(({ head }) => [head, mapping.columns.get(head)!] as const);
  const known = { ...mapping, columns: new Map(columns) };
  const after = writeMapping(known);
  return writeKept(files, file, after, text => ({
    ok: true,
    text: changedMapping(text, known, home.process) ?? after,
  }));
}

/** An incoming deal as one that somebody makes, with all that is known of it. */
export function asNewDeal(incoming: IncomingDeal, today: CalendarDate): NewDeal {
  const { title, stage, status, fields, tags, checks, contacts, history, lists, notes, sourceId } = incoming;
  const { created, ...others } = fields;
  return {
    title,
    stage: stage === UNKNOWN_STAGE ? STAGE_IDS[0]! : stage,
    today,
    created: isCalendarDate(created) ? created : null,
    ...{ history, contacts, lists, notes },
    ...((tags.length || checks.length) && {
      texts: { ...(tags.length && { tags }), ...(checks.length && { checks }) },
    }),
    fields: {
      ...(stage === UNKNOWN_STAGE && { stage }),
      ...(status !== 'open' && { status }),
      ...others,
      ...(sourceId !== undefined && { source_id: sourceId }),
    },
  };
}
