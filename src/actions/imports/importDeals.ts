import type { NewDeal } from '../../core/deal/newDeal';
import { isCalendarDate, type CalendarDate } from '../../core/calendar';
import { UNKNOWN_STAGE } from '../../core/deal/read/stage';
import type { IncomingDeal, OfRow } from '../../core/intake/incoming';
import { writeMapping } from '../../core/intake/mappingFile';
import { say } from '../../core/intake/say';
import { STAGE_IDS } from '../../core/process/stages';
import type { Address } from '../address';
import { DealMaker, type DealMade } from '../dealMaker';
import type { Home } from '../ports/homes';
import type { Refusal } from '../../core/refusal';
import type { Effect, Unit } from '../result';
import type { Workspace } from '../workspace';
import { mappingFileOf, type ImportPlan } from './planImport';

/** What was written: one unit a file, all of them of one command, which is taken back as a whole. */
export interface Imported {
  readonly ok: true;
  readonly created: readonly { readonly incoming: IncomingDeal; readonly file: Address }[];
  /** Rows of which nothing could be written. */
  readonly notTaken: readonly OfRow[];
  readonly units: readonly Unit[];
  readonly folders: readonly Address[];
}

/** How an import goes on, and whether it should. */
export interface Progress {
  /** Called after some deals. */
  readonly done?: (deals: number, of: number) => void;
  readonly isCancelled?: () => boolean;
}

/** How many files are written at once: each waits for the disk more than it works. */
const AT_ONCE = 16;

/**
 * Writes what was planned: the files of new deals, as New Deal makes them, and the mapping, where none is kept yet. What was
 * written before it is cancelled stays, and can be taken back.
 */
export async function importDeals(
  workspace: Workspace,
  home: Home,
  plan: ImportPlan,
  progress: Progress = {},
): Promise<Imported | Refusal> {
  const { files } = workspace;
  const maker = await DealMaker.in(files, home, plan.paths);
  if ('problem' in maker) return { ok: false, problem: maker.problem };
  const created: { incoming: IncomingDeal; file: Address }[] = [];
  const notTaken: OfRow[] = [];
  const units: Unit[] = [];
  const today = workspace.clock.today();
  for (let at = 0; at < plan.fresh.length && !progress.isCancelled?.(); at += AT_ONCE) {
    const some = plan.fresh.slice(at, at + AT_ONCE).map(incoming => ({
      incoming,
      made: maker.make(asNewDeal(incoming, today), incoming.path),
    }));
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
      units.push([{ kind: 'created', file, after }]);
    }
    progress.done?.(Math.min(at + AT_ONCE, plan.fresh.length), plan.fresh.length);
  }
  if (created.length) units.push(...(await keepMapping(workspace, home, plan)));
  return { ok: true, created, notTaken, units, folders: [home.folder] };
}

async function keepMapping({ files }: Workspace, home: Home, { proposed }: ImportPlan): Promise<Unit[]> {
  const file = mappingFileOf(home, proposed.mapping.kind);
  if (await files.exists(file)) return [];
  const after = writeMapping(proposed.mapping);
  const problem = await files.create(file, after);
  const effect: Effect = { kind: 'created', file, after };
  return problem ? [] : [[effect]];
}

/** An incoming deal as one that somebody makes, with all that is known of it. */
export function asNewDeal(incoming: IncomingDeal, today: CalendarDate): NewDeal {
  const { title, stage, status, fields, tags, checks, contacts, history, notes, sourceId } = incoming;
  const { created, ...others } = fields;
  return {
    title,
    stage: stage === UNKNOWN_STAGE ? STAGE_IDS[0]! : stage,
    today,
    created: isCalendarDate(created) ? created : null,
    ...{ history, contacts, notes },
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
