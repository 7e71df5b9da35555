import { linkInCell, markdownTable, untrusted } from '../../core/text/markdown';
import { saidNeeds } from '../needs';
import type { ReportSources } from './sources';
import { stageLabel } from './stageLabel';

/** More than this nobody reads through in a week; the report says how many there are. */
const IN_NEED_LIMIT = 25;

/** The open deals that want something done, and why. */
export function needsTable(
  { report: { inNeed, asOf }, process, words, money }: ReportSources,
  linkTo: (path: string) => string,
): string[] {
  const { headings } = words;
  if (!inNeed.length) return [words.none];
  const rows = inNeed.slice(0, IN_NEED_LIMIT).map(deal => [
    linkInCell(deal.title, linkTo(deal.path)),
    untrusted(deal.owner ?? '', 60),
    stageLabel(deal.stage, process),
    deal.value ? money.one(deal.value) : '',
    saidNeeds(deal.needs)
      .map(need => words.today.reason(need, asOf))
      .join('; '),
  ]);
  const more = inNeed.length - rows.length;
  const heading = [headings.deal, words.today.owners.owner, headings.stage, headings.value, headings.why];
  return [...markdownTable([heading, ...rows], 'lllrl'), ...(more > 0 ? ['', words.andMore(more)] : [])];
}
