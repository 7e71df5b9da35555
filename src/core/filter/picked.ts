import type { DealFilter } from './table';

/**
 * A filter as it holds in one of several pipelines: of deals that were picked in another, none are in it.
 *
 * @param home the pipeline, as `PickedDeals` names it
 */
export function filterIn(filter: DealFilter, home: string): DealFilter {
  const { picked } = filter;
  return !picked || picked.home === home ? filter : { ...filter, picked: { ...picked, paths: new Set() } };
}

/** What of a filter can be kept: files that were picked one by one may be others tomorrow. */
export function withoutPicked(filter: DealFilter): DealFilter {
  const { picked, ...kept } = filter;
  return picked ? kept : filter;
}
