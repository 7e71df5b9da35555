import type { OwnerReport } from '../../core/metrics/owners';
import type { DealSum } from '../../core/metrics/periodSums';
import { quotaText } from './quotaText';
import type { ReportSources } from './sources';
import { sumsText } from './sumsText';

/** How the texts of files are to be shown. */
export interface OwnerTexts {
  readonly name: (text: string) => string;
  readonly deal: (deal: { readonly title: string; readonly path: string }) => string;
}

/** How each owner does, as the rows of a table with its heading; `align` is of its columns, right or left. */
export function ownerRows(
  { report, words, money }: ReportSources,
  shown: OwnerTexts,
): { readonly heading: string[]; readonly rows: string[][]; readonly align: string } {
  const said = words.today.owners;
  const hasQuota = report.owners.some(({ coverage }) => coverage);
  const worth = ({ count, value }: DealSum) =>
    count ? [words.deals(count), sumsText(value, words, money)].filter(Boolean).join(', ') : '';
  const row = ({
    owner,
    open,
    won,
    coverage,
    slipped,
    activities,
    oldestUntouched: oldest,
  }: OwnerReport): string[] => [
    owner === null ? said.none : shown.name(owner),
    worth(open),
    sumsText(open.weighted, words, money),
    worth(won),
    ...(hasQuota ? [quotaText(coverage, false, words, money)] : []),
    worth(slipped),
    String(activities),
    oldest ? said.untouched(shown.deal(oldest), oldest.days) : '',
  ];
  return {
    heading: [
      ...[said.owner, said.open, said.weighted, said.won],
      ...(hasQuota ? [said.quota] : []),
      ...[said.slipped, said.activities(report.today.changes.since, report.asOf), said.oldest],
    ],
    rows: report.owners.map(row),
    align: `lrrr${hasQuota ? 'l' : ''}rrl`,
  };
}
