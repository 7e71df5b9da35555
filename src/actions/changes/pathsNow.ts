import { asDeal } from '../../core/changes/across';
import { comparePoints } from './compare';
import type { ComparedPipeline, CompareSources } from './compared';
import type { PastPoint } from './point';

/**
 * Where deals of a point are now, by the paths that they had there, of those whose files have other names since.
 *
 * @throws GitFailed
 */
export async function pathsNow(
  pipeline: ComparedPipeline,
  sources: CompareSources,
  from: PastPoint,
): Promise<ReadonlyMap<string, string>> {
  const { deals } = await comparePoints(pipeline, sources, { from, to: { kind: 'now' }, period: 'quarter' });
  return new Map(
    deals.flatMap(({ path, before, after }): [string, string][] => {
      const old = asDeal(before)?.path;
      return old === undefined || after === undefined || old === path ? [] : [[old, path]];
    }),
  );
}
