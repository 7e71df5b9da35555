import { markdownLink } from '../../core/escape';
import { prose } from '../../core/text/markdown';
import { saidNeeds } from '../needs';
import type { ReportSources } from './sources';
import { stageLabel } from './stageLabel';

/** More than this nobody reads through in a week; the report says how many there are. */
const IN_NEED_LIMIT = 25;

/** The open deals that want something done, an item for each, and why. In a table the reasons would be a narrow column. */
export function needsList(
  { report: { inNeed, asOf }, process, words, money }: ReportSources,
  linkTo: (path: string) => string,
): string[] {
  const items = inNeed.slice(0, IN_NEED_LIMIT).map(deal => {
    const about = [
      stageLabel(deal.stage, process),
      deal.value && money.one(deal.value),
      deal.owner && prose(deal.owner, 60),
    ];
    const why = saidNeeds(deal.needs).map(need => words.today.reason(need, asOf));
    const link = markdownLink(deal.title, linkTo(deal.path));
    return `- ${link} (${about.filter(part => part).join(', ')}): ${why.join('; ')}`;
  });
  const more = inNeed.length - items.length;
  return [...items, ...(more > 0 ? ['', words.andMore(more)] : [])];
}
