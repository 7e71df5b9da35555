import type { AddedTo } from '../../core/intake/beside/addedTo';
import type { OfRow } from '../../core/intake/incoming';
import type { Says } from '../../core/says';
import { addressIn, type Address } from '../address';
import { editDeals } from '../changeDeals';
import type { Home } from '../ports/homes';
import type { Unit } from '../result';
import type { Workspace } from '../workspace';
import { AT_ONCE_AGAIN, type BrokenOff, type Progress } from './importDeals';
import { keepBeside } from './keptBeside';
import { addLogged, isKeptBeside } from './loggedFile';
import { KeptFiles } from './writeKept';
import { leftOf, type BesidePlan, type DealBeside } from './planBeside';

/** What was written: one unit a file, all of them of one command, which is taken back as a whole. */
export interface BesideImported {
  readonly ok: true;
  readonly changed: readonly {
    readonly deal: DealBeside;
    readonly file: Address;
    readonly added: AddedTo['added'];
  }[];
  /** Rows of deals that could not be written. */
  readonly notTaken: readonly OfRow[];
  /** Deals that were not written yet when it was cancelled. */
  readonly left: number;
  /** Why the next import won't know of this one. */
  readonly notKept: Says | undefined;
  /** What nobody has foreseen has stopped it: what was written until then stays, and can be taken back. */
  readonly broken: BrokenOff | undefined;
  readonly units: readonly Unit[];
  readonly folders: readonly Address[];
}

/** Writes into deals what a table has for them. What was written before it is cancelled stays, and can be taken back. */
export async function importBeside(
  workspace: Workspace,
  home: Home,
  plan: BesidePlan,
  progress: Progress = {},
): Promise<BesideImported> {
  const changed: BesideImported['changed'][number][] = [];
  const notTaken: OfRow[] = [];
  const units: Unit[] = [];
  const keys = new Set<string>();
  const { deals } = plan;
  const kept = new KeptFiles();
  let broken: BrokenOff | undefined;
  let at = 0;
  const writeAll = async () => {
    for (; at < deals.length && !progress.isCancelled?.(); at += AT_ONCE_AGAIN) {
      const some = new Map(
        deals
          .slice(at, at + AT_ONCE_AGAIN)
          .map(deal => [addressIn(home.folder, deal.there.deal.path), deal] as const),
      );
      const done = await editDeals<AddedTo>(workspace, [...some.keys()], ({ file, path, text, process }) =>
        some.get(file)!.addTo({ path, text, process }),
      );
      for (const { file, plan: made } of done.done) {
        // What isn't saved may never be.
        if (!workspace.files.isUnsaved(file)) for (const key of made.keys) keys.add(key);
        if (made.added.length) changed.push({ deal: some.get(file)!, file, added: made.added });
      }
      for (const { file, problem } of done.refused)
        for (const one of leftOf(some.get(file)!, { ok: false, problem })) notTaken.push(one);
      units.push(...done.units);
      progress.done?.(Math.min(at + AT_ONCE_AGAIN, deals.length), deals.length);
    }
    const { beside, kind, toKeep } = plan;
    if (toKeep) kept.add(await keepBeside(workspace, home, { ...toKeep, kind }));
    if (isKeptBeside(beside)) kept.add(await addLogged(workspace.files, home, kind, beside, keys));
  };
  try {
    await writeAll();
  } catch (cause) {
    if (!units.length) throw cause;
    broken = { cause };
  }
  const left = deals.slice(at).filter(({ adds }) => adds.length).length;
  return {
    ok: true,
    ...{ changed, notTaken, left, notKept: kept.notKept, broken },
    units: [...units, ...kept.units],
    folders: [home.folder],
  };
}
