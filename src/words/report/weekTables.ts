import type { OwnerReport } from '../../core/metrics/owners';
import type { DealSum } from '../../core/metrics/periodSums';
import { stageOf } from '../../core/process/process';
import { linkInCell, markdownTable, untrusted } from '../../core/text/markdown';
import { changeRows, type ChangeRow } from './changeRows';
import { quotaText } from './quotaText';
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
  const { report, words } = sources;
  const said = words.today.owners;
  if (!report.owners.length) return [words.none];
  const hasQuota = report.owners.some(({ coverage }) => coverage);
  const heading = [
    ...[said.owner, said.open, said.weighted, said.won],
    ...(hasQuota ? [said.quota] : []),
    ...[said.slipped, said.activities(report.today.changes.since, report.asOf), said.oldest],
  ];
  const rows = report.owners.map(one => ownerRow(one, hasQuota, sources, linkTo));
  return markdownTable([heading, ...rows], `lrrr${hasQuota ? 'l' : ''}rrl`);
}

function ownerRow(
  { owner, open, won, coverage, slipped, activities, oldestUntouched: oldest }: OwnerReport,
  hasQuota: boolean,
  { words, money }: ReportSources,
  linkTo: LinkTo,
): string[] {
  const said = words.today.owners;
  const worth = ({ count, value }: DealSum) =>
    count ? [words.deals(count), sumsText(value, words, money)].filter(Boolean).join(', ') : '';
  return [
    owner === null ? said.none : untrusted(owner, 60),
    worth(open),
    sumsText(open.weighted, words, money),
    worth(won),
    ...(hasQuota ? [quotaText(coverage, false, words, money)] : []),
    worth(slipped),
    String(activities),
    oldest ? said.untouched(linkInCell(oldest.title, linkTo(oldest.path)), oldest.days) : '',
  ];
}
