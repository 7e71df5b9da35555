import type { DealFilter } from '../../../core/filter/table';
import type { FunnelQuestion } from '../../../shared/funnelQuestion';
import type { FilterChoices } from '../../../shared/funnelSheet';
import type { PageWords } from '../../../words/page';
import { withoutAbsent } from './filter';
import type { TimeWindow } from './periods';

/** Another choice of deals, and what it is called. */
export interface Beside {
  readonly label: string;
  readonly filter: DealFilter;
}

/** What the deals that are shown can be set beside: all of them, another time, another owner or another source. */
export function besideOptions(
  { filter }: FunnelQuestion,
  choices: FilterChoices,
  periods: readonly TimeWindow[],
  words: PageWords['choose'],
): Beside[] {
  const times = periods.map(({ name, from, to }) => ({
    label: words.createdIn(name),
    filter: withoutAbsent({ ...filter, from, to }),
  }));
  const owners = choices.owner.map(name => ({
    label: words.ofOwner(name),
    filter: { ...filter, owner: [name] },
  }));
  const sources = choices.source.map(name => ({
    label: words.ofSource(name),
    filter: { ...filter, source: [name] },
  }));
  const now = JSON.stringify(filter);
  const all: Beside[] = [{ label: words.allDeals, filter: {} }, ...times, ...owners, ...sources];
  return all.filter(
    (one, at) =>
      JSON.stringify(one.filter) !== now &&
      all.findIndex(other => JSON.stringify(other.filter) === JSON.stringify(one.filter)) === at,
  );
}
