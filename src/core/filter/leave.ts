import { isDeal } from '../deal/entry';
import { Pipeline } from '../pipeline/pipeline';
import { dealFilter, type FilterContext } from './dealFilter';
import { askedIn, type DealFilter } from './table';

/** What a filter leaves of a pipeline. */
export interface Left {
  /** Files that are no deals are all in it: no filter can know what they are. */
  readonly pipeline: Pipeline;
  /** How many deals are left out. */
  readonly leftOut: number;
}

export function leave(pipeline: Pipeline, filter: DealFilter, asOf: FilterContext['asOf']): Left {
  if (!askedIn(filter).length && !filter.picked) return { pipeline, leftOut: 0 };
  const { process } = pipeline;
  const isMeant = dealFilter(filter, { process, asOf });
  const all = [...pipeline.all()];
  const left = all.filter(entry => !isDeal(entry) || isMeant(entry.deal));
  const leaving = new Pipeline(process, left);
  leaving.calls = pipeline.calls;
  return { pipeline: leaving, leftOut: all.length - left.length };
}
