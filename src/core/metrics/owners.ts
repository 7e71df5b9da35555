import { ascending, group, least, sum } from 'd3-array';
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
import { addTo, emptySum, emptySums, together, type DealSum, type Sums } from './periodSums';
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

/** What is added up of one owner's deals. */
interface OwnerTally {
  /** The first file with the name, and how it writes it. One of each group of deals, as `oldest`. */
  readonly written: readonly { readonly path: string; readonly owner: string | null }[];
  readonly open: OpenDeals;
  readonly sums: Sums;
  readonly slipped: DealSum;
  readonly activities: number;
  readonly oldest: readonly NonNullable<OwnerReport['oldestUntouched']>[];
}

/** By how their names are searched for. */
export type OwnersTally = ReadonlyMap<string, OwnerTally>;

/** @param deals those that the filter leaves, by their paths */
export function tallyOwners(deals: readonly Deal[], question: OwnersQuestion): OwnersTally {
  const nameOf = rememberedByName(searchable);
  const byName = group(deals, ({ owner }) => nameOf(owner ?? ''));
  return new Map(Array.from(byName, ([name, own]) => [name, tallyOwner(own, question)]));
}

type OwnersQuestion = Pick<ReportQuestion, 'process' | 'asOf' | 'filter' | 'since'>;

function tallyOwner(
  deals: readonly Deal[],
  { process, asOf, since = lastMonday(asOf) }: OwnersQuestion,
): OwnerTally {
  const [first] = deals;
  const quarter = quarterOf(asOf);
  const open = deals.filter(isOpen);
  const sums = emptySums();
  const slipped = emptySum();
  for (const deal of deals) {
    const { category, within, hasSlippedNow } = closingOf(deal, process, asOf);
    if (category && within?.quarter === quarter) addTo(sums[category], deal);
    if (hasSlippedNow) addTo(slipped, deal);
  }
  const oldest = oldestOf(open.flatMap(deal => untouched(deal, asOf) ?? []));
  return {
    written: [{ path: first!.path, owner: first!.owner ?? null }],
    open: openDeals(
      open.map(deal => journeyOf(deal, asOf)),
      process,
    ),
    ...{ sums, slipped },
    activities: sum(deals, deal => sinceThen(deal, since, asOf).activities),
    oldest: oldest ? [oldest] : [],
  };
}

export function ownersOf(owners: OwnersTally, question: OwnersQuestion): OwnerReport[] {
  return [...owners.values()]
    .map(own => ownerReport(own, question))
    .sort((a, b) => Number(a.owner === null) - Number(b.owner === null) || compareTexts(a.owner!, b.owner!));
}

function ownerReport(
  { written, open, sums, slipped, activities, oldest }: OwnerTally,
  { process, asOf, filter = {} }: OwnersQuestion,
): OwnerReport {
  // An owner who is written in several ways is called as in the first file.
  const { owner } = least(written, (a, b) => ascending(a.path, b.path))!;
  const quota =
    owner !== null && isByOwnerAlone(filter) ? quotaOfOwner(owner, process).get(quarterOf(asOf)) : undefined;
  const closing = together(sums.commit, sums.best_case, sums.pipeline);
  return {
    ...{ owner, open },
    ...{ won: sums.closed, slipped },
    coverage: quota ? coverageOf(quota, sums.closed, closing, process) : null,
    activities,
    oldestUntouched: oldestOf(oldest),
  };
}

function untouched(deal: Deal, asOf: CalendarDate): NonNullable<OwnerReport['oldestUntouched']> | undefined {
  const days = isOnHold(deal, asOf) ? undefined : daysIdle(deal, asOf);
  return days === undefined ? undefined : { path: deal.path, title: deal.title, days };
}

function oldestOf(
  deals: readonly NonNullable<OwnerReport['oldestUntouched']>[],
): OwnerReport['oldestUntouched'] {
  return least(deals, (a, b) => b.days - a.days || ascending(a.path, b.path)) ?? null;
}
