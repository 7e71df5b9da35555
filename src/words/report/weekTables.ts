import { stageOf } from '../../core/process/process';
import { linkInCell, markdownTable, untrusted } from '../../core/text/markdown';
import { changeRows, type ChangeRow } from './changeRows';
import { ownerRows } from './ownerRows';
import type { ReportSources } from './sources';
import { sumsText } from './sumsText';

/** More than so many in one cell nobody reads; the row says how many there are. */
const NAMED_LIMIT = 10;

/** Where the link to a deal leads, by its path. */
type LinkTo = (path: string) => string;

/** What has changed since last Monday. */
export function changesTable({ report, process, words, money }: ReportSources, linkTo: LinkTo): string[] {
  const { changes } = report.today;
  const { headings, today } = words;
  const named = ({ deals }: ChangeRow) => {
    const said = deals
      .slice(0, NAMED_LIMIT)
      .map(({ deal, said }) => linkInCell(deal.title, linkTo(deal.path)) + (said && ` (${said})`));
    const more = deals.length - said.length;
    return [...said, ...(more > 0 ? [words.andMore(more)] : [])].join('; ');
  };
  const label = (stage: Parameters<typeof stageOf>[1]) => untrusted(stageOf(process, stage).label, 60);
  const rows = changeRows(changes, report.asOf, today.changes, label, text => untrusted(text, 60)).map(
    row => [row.name, String(row.sum.count), sumsText(row.sum.value, words, money), named(row)],
  );
  const activities = [today.changes.activities, String(changes.activities), '', ''];
  return markdownTable([['', headings.deals, headings.value, headings.which], ...rows, activities], 'lrrl');
}

/** How each owner does. */
export function ownersTable(sources: ReportSources, linkTo: LinkTo): string[] {
  if (!sources.report.owners.length) return [sources.words.none];
  const { heading, rows, align } = ownerRows(sources, {
    name: text => untrusted(text, 60),
    deal: ({ title, path }) => linkInCell(title, linkTo(path)),
  });
  return markdownTable([heading, ...rows], align);
}
