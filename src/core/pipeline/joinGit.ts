import type { KnownFromGit } from '../deal/gitFacts';
import { withGit } from '../deal/withGit';
import type { Pipeline } from './pipeline';

/**
 * Joins what git knows to the deals of a pipeline; of those that it does not name, it knows nothing. Answers whether
 * that is news of any deal: only those are replaced.
 */
export function joinGit(pipeline: Pipeline, known: KnownFromGit): boolean {
  const news = [...pipeline.all()].flatMap(entry => {
    const joined = withGit(entry, known.get(entry.path));
    return joined === entry ? [] : [joined];
  });
  for (const entry of news) pipeline.set(entry);
  return news.length > 0;
}
