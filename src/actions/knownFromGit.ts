import type { HistoryGap } from '../core/deal/historyGap';
import { joinGit } from '../core/pipeline/joinGit';
import type { OpenPipeline } from './findDeal';
import type { Git } from './ports/git';

/** Joins what git knows to the deals of a pipeline; answers why that may be less than there was. */
export async function joinKnownFromGit(
  { folder, pipeline }: OpenPipeline,
  git: Pick<Git, 'factsOf'>,
): Promise<HistoryGap | undefined> {
  const found = await git.factsOf(folder, pipeline.process, path => pipeline.has(path));
  if (found?.known) joinGit(pipeline, found.known);
  return found?.gap;
}
