import type { Changed } from '../core/deal/changeDeal';
import { match, type ByKind } from '../core/deal/entry';
import { fixAll } from '../core/deal/fixes/fixAll';
import type { Problem } from '../core/problem';
import { applyEdits } from '../core/textEdit';
import { addressIn, type Address } from './address';
import { editDeals } from './changeDeals';
import type { Result } from './result';
import type { Workspace } from './workspace';

const HAS_PROBLEMS: ByKind<boolean> = {
  // Which side of a conflict is meant nobody but a person can say.
  deal: ({ deal, problems }) => problems.length > 0 && !deal.conflict,
  attention: () => true,
  note: () => false,
};

/** A deal with problems that are no longer there. */
export interface Fixed extends Changed {
  readonly fixed: readonly Problem[];
}

/**
 * Makes the fixes that neither guess nor lose anything in the files of a pipeline. A file in which there is nothing to fix is
 * not touched, and not told.
 *
 * @param isMeant whether a file, by its path below the folder, is to be looked at
 */
export async function fixDeals(
  workspace: Workspace,
  folder: Address,
  isMeant: (path: string) => boolean = () => true,
): Promise<Result<Fixed>> {
  const today = workspace.clock.today();
  const pipeline = await workspace.homes.open(folder);
  const named = [...pipeline.all()].flatMap(entry => {
    return match(entry, HAS_PROBLEMS) && isMeant(entry.path) ? [addressIn(folder, entry.path)] : [];
  });
  const result = await editDeals<Fixed>(workspace, named, ({ path, text, process }) => {
    const { edits, fixed } = fixAll({ path, text, process, today });
    return {
      ok: true,
      ...{ title: path, warnings: [], fixed },
      edited: { ok: true, edits, text: applyEdits(text, edits) },
    };
  });
  const changed = new Set(result.units.flat().map(({ file }) => file));
  return {
    ...result,
    done: result.done.filter(({ file }) => changed.has(file)),
    // What cannot be read at all is told by whoever looks for problems.
    refused: result.refused.filter(
      ({ problem }) => problem.code !== 'unreadable' && problem.code !== 'not-utf8',
    ),
  };
}
