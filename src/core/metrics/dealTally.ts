import type { CalendarDate } from '../calendar';
import type { Deal } from '../deal/deal';
import { withPast } from '../deal/past/withPast';
import { dealFilter } from '../filter/dealFilter';
import type { DealFilter } from '../filter/table';
import type { Bundle } from '../pipeline/dealTree';
import type { Process } from '../process/process';
import { tallyDeviations, type DeviationsTally } from './deviations';
import { tallyFlows, type FlowsTally } from './flows';
import { tallyForecast, type ForecastTally } from './forecast';
import { tallyFunnel, type FunnelTally } from './funnel';
import { tallyBefore, tallyHeadline, type HeadlineTally } from './headline';
import { journeyOf, type Journey } from './journey';
import { openByPath } from './openDeals';
import { tallyOutcomes, type OutcomesTally } from './outcomes';
import { tallyOwners, type OwnersTally } from './owners';
import type { Span } from './question';
import { hasValue } from './sums';
import { tallyChanges, type ChangesTally } from './today/changes';
import { tallyValues, type ValuesTally } from './valueFunnel';
import { tallyEntries, type EntriesTally } from './whatIfBase';

/** What a report is about, as far as it counts for each of its deals. */
export interface TallyQuestion {
  readonly filter: DealFilter;
  readonly process: Process;
  readonly asOf: CalendarDate;
  readonly against: Span;
  readonly since: CalendarDate;
}

/** All that a report adds up of its deals. */
export interface DealTally {
  /** Whatever the filter says; the others are of those that it leaves. */
  readonly all: number;
  readonly deals: number;
  readonly misdated: number;
  readonly inConflict: number;
  readonly fromGit: number;
  readonly withoutValue: number;
  readonly headline: HeadlineTally;
  readonly before: HeadlineTally;
  readonly funnel: FunnelTally;
  readonly values: ValuesTally;
  readonly outcomes: OutcomesTally;
  readonly flows: FlowsTally;
  readonly deviations: DeviationsTally;
  readonly entries: EntriesTally;
  readonly forecast: ForecastTally;
  readonly owners: OwnersTally;
  readonly changes: ChangesTally;
}

/** A bundle of deals, as a report sees it. */
export interface SeenBundle {
  /** Those that the filter leaves, with their past. */
  readonly deals: readonly Deal[];
  /** `openByPath` of them. */
  readonly open: readonly Journey[];
  readonly tally: DealTally;
}

export function seeBundle({ deals: all }: Bundle, question: TallyQuestion): SeenBundle {
  const { filter, process, asOf, since } = question;
  const deals = all.map(withPast).filter(dealFilter(filter, question));
  const journeys = deals.map(deal => journeyOf(deal, asOf));
  const count = <T>(list: readonly T[], isIt: (one: T) => boolean) => list.filter(isIt).length;
  const tally = {
    all: all.length,
    deals: deals.length,
    misdated: count(journeys, ({ isMisdated }) => isMisdated),
    inConflict: count(deals, ({ conflict }) => conflict !== undefined),
    fromGit: count(deals, ({ history }) => history.some(({ inGit }) => inGit)),
    withoutValue: count(journeys, journey => !hasValue(journey)),
    headline: tallyHeadline(journeys, process, asOf),
    before: tallyBefore(journeys, question),
    funnel: tallyFunnel(journeys, process),
    values: tallyValues(journeys),
    outcomes: tallyOutcomes(deals),
    flows: tallyFlows(journeys),
    deviations: tallyDeviations(journeys),
    entries: tallyEntries(journeys, filter, asOf),
    forecast: tallyForecast(deals, process, asOf),
    owners: tallyOwners(deals, question),
    changes: tallyChanges(deals, since, asOf),
  };
  return { deals, open: openByPath(journeys), tally };
}
