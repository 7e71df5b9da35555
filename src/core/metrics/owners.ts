import { ascending, sum } from 'd3-array';
import type { CalendarDate } from '../calendar';
import { compareTexts } from '../compareTexts';
import { daysIdle, isOnHold } from '../deal/condition';
import { isOpen, type Deal } from '../deal/deal';
import { rememberedByName } from '../remember';
import { searchable } from '../text/searchable';
import { coverageOf, type Coverage } from './coverage';
import { closingOf } from './closing';
import { journeyOf } from './journey';
import { lastMonday, quarterOf } from './periods';
import { addTo, emptySum, emptySums, together, type DealSum } from './periodSums';
import type { ReportQuestion } from './question';
import { isByOwnerAlone, quotaOfOwner } from './quota';
import { openDeals, type OpenDeals } from './sums';
import { sinceThen } from './today/changes';

/** How one owner does. */
export interface OwnerReport {
  /** `null`: the deals that have none. */
  readonly owner: string | null;
  readonly open: OpenDeals;
  /** In the running quarter. */
  readonly won: DealSum;
  /** Of the running quarter; `null` where the owner has no quota, or the filter leaves only some of the owner's deals. */
  readonly coverage: Coverage | null;
  /** Open deals that were to close in the running quarter, as it began or when they were new, and now close after it. */
  readonly slipped: DealSum;
  /** Lines in the logs of the owner's deals, as the changes count them: by default since last Monday. */
  readonly activities: number;
  /** The open deal that nobody has touched for longest, those on hold aside; `null` where no day is known. */
  readonly oldestUntouched: { readonly path: string; readonly title: string; readonly days: number } | null;
}

/** @param deals those that the filter leaves */
export function ownersOf(deals: readonly Deal[], question: ReportQuestion): OwnerReport[] {
  const byName = new Map<string, Deal[]>();
  // An owner who is written in several ways is called as in the first file.
  const nameOf = rememberedByName(searchable);
  for (const deal of deals.toSorted((a, b) => ascending(a.path, b.path))) {
    const name = nameOf(deal.owner ?? '');
    const own = byName.get(name);
    if (own) own.push(deal);
    else byName.set(name, [deal]);
  }
  return [...byName.values()]
    .map(own => ownerReport(own, question))
    .sort((a, b) => Number(a.owner === null) - Number(b.owner === null) || compareTexts(a.owner!, b.owner!));
}

function ownerReport(deals: readonly Deal[], question: ReportQuestion): OwnerReport {
  const { process, asOf, filter = {}, since = lastMonday(asOf) } = question;
  const { owner } = deals[0]!;
  const quarter = quarterOf(asOf);
  const open = deals.filter(isOpen);
  const sums = emptySums();
  const slipped = emptySum();
  for (const deal of deals) {
    const { category, within, hasSlippedNow } = closingOf(deal, process, asOf);
    if (category && within?.quarter === quarter) addTo(sums[category], deal);
    if (hasSlippedNow) addTo(slipped, deal);
  }
  const quota =
    owner !== undefined && isByOwnerAlone(filter) ? quotaOfOwner(owner, process).get(quarter) : undefined;
  const closing = together(sums.commit, sums.best_case, sums.pipeline);
  return {
    owner: owner ?? null,
    open: openDeals(
      open.map(deal => journeyOf(deal, asOf)),
      process,
    ),
    ...{ won: sums.closed, slipped },
    coverage: quota ? coverageOf(quota, sums.closed, closing, process) : null,
    activities: sum(deals, deal => sinceThen(deal, since, asOf).activities),
    oldestUntouched: oldestUntouched(open, asOf),
  };
}

function oldestUntouched(open: readonly Deal[], asOf: CalendarDate): OwnerReport['oldestUntouched'] {
  let oldest: OwnerReport['oldestUntouched'] = null;
  for (const deal of open) {
    const days = isOnHold(deal, asOf) ? undefined : daysIdle(deal, asOf);
    const { path, title } = deal;
    if (days === undefined) continue;
    if (!oldest || days > oldest.days || (days === oldest.days && path < oldest.path))
      oldest = { path, title, days };
  }
  return oldest;
}
