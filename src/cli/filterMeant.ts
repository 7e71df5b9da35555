import { unknownNames, type UnknownName } from '../core/filter/unknownNames';
import type { ChoiceKey, DealFilter } from '../core/filter/table';
import { quoted } from '../words/en/said/quoted';
import { filterOf, withDays, type FilterOptions } from './filterOptions';
import { complain } from './output';
import { forMe, MOST_NAMES } from './person';
import type { PipelineOnDisk } from './pipeline';
import type { Terminal } from './terminal';

/**
 * The filter that options ask for. Says so where they name something that no deal has: that leaves nothing, and may be a slip.
 *
 * @param isAll whether the pipeline has all deals that the answer is about: others may have the name
 * @throws UsageError where no deal could be meant, a stage or a day makes no sense, or it isn't known who types
 */
export async function filterMeant(
  options: FilterOptions,
  terminal: Terminal,
  opened: Pick<PipelineOnDisk, 'folder' | 'pipeline'>,
  isAll = true,
): Promise<DealFilter> {
  const { pipeline } = opened;
  const asked = filterOf(await withDays(options, terminal), pipeline.process);
  const filter = await forMe(asked, terminal, opened);
  const deals = isAll ? [...pipeline.deals()] : [];
  for (const unknown of deals.length ? unknownNames(filter, deals) : [])
    complain(terminal, noDealHas(unknown));
  return filter;
}

const FIELDS: Partial<Readonly<Record<ChoiceKey, readonly [one: string, several: string]>>> = {
  owner: ['owner', 'owners'],
  source: ['source', 'sources'],
  currency: ['currency', 'currencies'],
  tag: ['tag', 'tags'],
  account: ['account', 'accounts'],
};

function noDealHas({ key, name, meant, known }: UnknownName): string {
  const [one, several] = FIELDS[key] ?? [key, key];
  const says = `No deal here has the ${one} ${quoted(name, 60)}.`;
  if (meant !== undefined) return `${says} Did you mean ${quoted(meant, 60)}?`;
  const names = known.slice(0, MOST_NAMES).map(one => quoted(one, 40));
  return names.length
    ? `${says} The ${several} here ${known.length > MOST_NAMES ? 'include' : 'are'} ${names.join(', ')}.`
    : says;
}
