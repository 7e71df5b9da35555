import type { Brief } from '../../core/brief/brief';
import { prose } from '../../core/text/markdown';
import { listSections } from './lists';
import type { BriefFormat } from './sources';
import { standingLines } from './standing';

/**
 * A brief as Markdown of one page. Texts from files come out escaped, as far as they would mean something, so that it also reads
 * well as it is.
 */
export function briefAsMarkdown(brief: Brief, format: BriefFormat): string[] {
  const { deal, asOf } = brief;
  const { words } = format;
  const whose = [
    deal.account && prose(deal.account, 100),
    deal.owner && words.owner(prose(deal.owner, 60)),
    words.asOf(asOf),
  ];
  const sections = [
    { title: words.stands, lines: standingLines(brief, format) },
    ...listSections(brief, format),
  ];
  return [
    `# ${words.title(prose(deal.title))}`,
    '',
    whose.filter(part => part).join(' · '),
    ...sections.flatMap(({ title, lines }) =>
      lines.length ? ['', `## ${title}`, '', ...lines.map(line => `- ${line}`)] : [],
    ),
  ];
}
