import type { GitFacts } from '../core/deal/gitFacts';
import { isNote } from '../core/deal/entry';
import type { HistoryGap } from '../core/deal/historyGap';
import { writePast, type PastWritten } from '../core/deal/past/writePast';
import type { Says } from '../core/says';
import { addressIn, type Address } from './address';
import { editDeals } from './changeDeals';
import type { OpenPipeline } from './findDeal';
import type { Git } from './ports/git';
import { say } from './say';
import { TriedFiles } from './triedFiles';
import type { Result } from './result';
import type { Workspace } from './workspace';

/** What would become of the files of a pipeline, or why nothing would. */
export type BackfillTried =
  | {
      readonly kind: 'tried';
      /** Only deals that would have more lines, and those that are left though something is missing or contradicts git. */
      readonly result: Result<PastWritten>;
      /** What git knows of each file. */
      readonly facts: ReadonlyMap<Address, GitFacts>;
      /** Why git may know less than there was. */
      readonly gap: HistoryGap | undefined;
    }
  | { readonly kind: 'notRead'; readonly gap: HistoryGap }
  | { readonly kind: 'refused'; readonly why: Says };

/** Finds out what git knows that the histories of a pipeline's deals leave open. Writes nothing. */
export async function tryBackfill(
  workspace: Workspace,
  { folder, pipeline }: OpenPipeline,
  git: Pick<Git, 'factsOf'>,
): Promise<BackfillTried> {
  if (!pipeline.process.writesHistory) return { kind: 'refused', why: say('noHistoryWanted') };
  const found = await git.factsOf(folder, pipeline.process);
  if (!found) return { kind: 'refused', why: say('pastNeedsGit') };
  const { known, gap } = found;
  if (!known) return { kind: 'notRead', gap: gap! };
  const facts = new Map<Address, GitFacts>();
  for (const entry of pipeline.all()) {
    const one = isNote(entry) ? undefined : known.get(entry.path);
    if (one) facts.set(addressIn(folder, entry.path), one);
  }
  const tried = { ...workspace, files: new TriedFiles(workspace.files) };
  const result = await backfill(tried, [...facts.keys()], facts);
  const done = result.done.filter(({ plan }) => plan.lines.length);
  return { kind: 'tried', result: { ...result, done }, facts, gap };
}

/** Writes it into these files: one action, which is taken back as one. */
export function backfill(
  workspace: Workspace,
  named: readonly Address[],
  facts: ReadonlyMap<Address, GitFacts>,
): Promise<Result<PastWritten>> {
  const today = workspace.clock.today();
  return editDeals<PastWritten>(workspace, named, ({ file, path, text, process }) =>
    writePast({ path, text, process }, facts.get(file)!, today),
  );
}
