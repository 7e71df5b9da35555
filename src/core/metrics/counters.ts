import type { Deal } from '../deal/deal';
import type { Status } from '../process/outcome';
import { STAGE_IDS, stageIndex } from '../process/stages';
import { conforms } from './consistency';
import { deviates, missed } from './deviations';
import type { Figure, ForecastSum, StageFigure } from './figure';
import { timesMoved } from './flows';
import { categoryOf, type Category } from './category';
import { closesOn } from './closing';
import { dueOn } from './headline';
import { dealsInNeed, needsOfOpen } from './inNeed';
import { variantOf, type Journey } from './journey';
import { openByPath, openDealsOf } from './openDeals';
import { reasonKey } from './outcomes';
import { hasSlipped } from '../changes/slips';
import { isQuarter, monthOf, quarterOf } from './periods';
import type { ReportQuestion } from './question';
import { stageReports } from './stageReport';
import { hasValue } from './sums';
import { beganWithin, windowOf } from './whatIfBase';

/** How often a deal counts for a figure. */
export type Counter = (journey: Journey) => number | boolean;

export interface About extends ReportQuestion {
  readonly journeys: readonly Journey[];
}

/** Those that stand in the report. */
type Counted = Exclude<Figure, { kind: 'leftOut' | 'undated' }>;

type Counters = {
  readonly [kind in Counted['kind']]: (figure: Extract<Counted, { kind: kind }>, about: About) => Counter;
};

export function counterOf<K extends Counted['kind']>(
  figure: Extract<Counted, { kind: K }>,
  about: About,
): Counter {
  const { kind } = figure as { kind: K };
  return COUNTERS[kind](figure, about);
}

const COUNTERS: Counters = {
  stage: ({ of, stage, currency }) => {
    const k = stageIndex(stage);
    return journey => isIn(currency, journey) && AT_STAGE[of](journey, k);
  },
  deals:
    ({ status, currency }) =>
    journey =>
      isIn(currency, journey) && has(status, journey),
  winRate:
    ({ currency }) =>
    journey =>
      isIn(currency, journey) && journey.deal.status !== 'open',
  cycle:
    () =>
    ({ deal, cycle }) =>
      deal.status === 'won' && cycle !== undefined,
  lostFor: ({ reason, stage }) => {
    const key = reasonKey(reason);
    return ({ deal }) =>
      deal.status === 'lost' &&
      reasonKey(deal.lostReason) === key &&
      (!stage || isAt(deal, stageIndex(stage)));
  },
  lostForOthers: ({ reasons, stage }) => {
    const keys = new Set(reasons.map(reasonKey));
    return ({ deal }) =>
      deal.status === 'lost' &&
      !keys.has(reasonKey(deal.lostReason)) &&
      (!stage || isAt(deal, stageIndex(stage)));
  },
  stays:
    figure =>
    ({ stays }) =>
      stays.filter(({ stage, open }) => stage === figure.stage && open === figure.open).length,
  condition: ({ is, stage }, about) => {
    const { openDeals } = openIn(about);
    return amongst(openDeals.filter(deal => deal[is] && (!stage || deal.stage === stage)));
  },
  flow: ({ from, to }) => ofKnown(journey => timesMoved(journey, from, to)),
  moves: ({ move: meant }) => ofKnown(({ moves }) => moves.filter(move => !meant || move === meant).length),
  moved: ({ from, to, status }) =>
    ofKnown(journey => timesMoved(journey, from, to) > 0 && has(status, journey)),
  conforming: ({ status }) => ofKnown(journey => conforms(journey) && has(status, journey)),
  deviation: ({ deviation, status }) =>
    ofKnown(journey => deviates(journey, deviation) && has(status, journey)),
  missed: ({ stage, status }) => ofKnown(journey => missed(journey, stage) && has(status, journey)),
  variant: ({ stages, status }) => {
    const variant = variantOf(stages);
    return ofKnown(journey => journey.variant === variant && has(status, journey));
  },
  entries: (_, { journeys, filter = {}, asOf }) => {
    const window = windowOf(journeys, filter, asOf);
    return journey => window !== null && beganWithin(journey, window);
  },
  inNeed: ({ need }, about) => {
    const { process, asOf } = about;
    const { open, usual, openDeals } = openIn(about);
    const deals = dealsInNeed(needsOfOpen(open, openDeals, usual, process, asOf));
    return amongst(deals.filter(({ needs }) => !need || needs.some(({ kind }) => kind === need)));
  },
  forecast:
    ({ of, period, currency }, { process }) =>
    journey => {
      const { deal } = journey;
      if (!isIn(currency, journey)) return false;
      const category = categoryOf(deal, process);
      if (!category || !PARTS[of].includes(category)) return false;
      const on = closesOn(deal);
      return on ? period === monthOf(on) || period === quarterOf(on) : period === null;
    },
  slipped: ({ period, currency }, { asOf }) => {
    const kind = isQuarter(period) ? 'quarter' : 'month';
    return journey => isIn(currency, journey) && hasSlipped(journey.deal, asOf, kind, period);
  },
  due:
    ({ is }, { asOf }) =>
    ({ deal }) =>
      dueOn(deal, asOf) === is,
  pathUnknown:
    () =>
    ({ isPathKnown }) =>
      !isPathKnown,
  stageNotKnown:
    () =>
    ({ deal }) =>
      deal.status === 'open' && deal.stageNotKnown === true,
  misdated:
    () =>
    ({ isMisdated }) =>
      isMisdated,
  inConflict:
    () =>
    ({ deal }) =>
      deal.conflict !== undefined,
  withoutValue: () => journey => !hasValue(journey),
};

const AT_STAGE: Readonly<Record<StageFigure, (journey: Journey, k: number) => boolean>> = {
  reached: ofKnown(({ furthest }, k) => furthest >= k),
  pending: ofKnown(({ deal, furthest }, k) => deal.status === 'open' && furthest === k),
  lost: ofKnown(({ deal, furthest }, k) => deal.status === 'lost' && furthest === k),
  conversion: ofKnown(
    ({ deal, furthest }, k) => furthest >= k && !(deal.status === 'open' && furthest === k),
  ),
  touched: ofKnown(({ touched }, k) => touched.has(STAGE_IDS[k]!)),
  strict: ofKnown(({ strict }, k) => strict > k),
  won: ofKnown(({ deal }) => deal.status === 'won'),
  open: ({ deal }, k) => deal.status === 'open' && isAt(deal, k),
  lostIn: ({ deal }, k) => deal.status === 'lost' && isAt(deal, k),
};

/** The same, of deals whose path is known alone. */
function ofKnown<A extends readonly unknown[], R extends boolean | number>(
  count: (journey: Journey, ...rest: A) => R,
): (journey: Journey, ...rest: A) => R | false {
  return (journey, ...rest) => journey.isPathKnown && count(journey, ...rest);
}

function isAt({ stage, stageNotKnown }: Deal, k: number): boolean {
  return !stageNotKnown && stageIndex(stage) === k;
}

const PARTS: Readonly<Record<ForecastSum, readonly Category[]>> = {
  ...{ closed: ['closed'], commit: ['commit'], best_case: ['best_case'] },
  ...{ pipeline: ['pipeline'], omitted: ['omitted'] },
  upToCommit: ['closed', 'commit'],
  upToBestCase: ['closed', 'commit', 'best_case'],
  openPipeline: ['commit', 'best_case', 'pipeline'],
};

function isIn(currency: string | undefined, journey: Journey): boolean {
  return currency === undefined || (hasValue(journey) && journey.deal.value!.currency === currency);
}

function has(status: Status | undefined, { deal }: Journey): boolean {
  return status === undefined || deal.status === status;
}

function amongst(deals: readonly { readonly path: string }[]): Counter {
  const paths = new Set(deals.map(({ path }) => path));
  return ({ deal }) => paths.has(deal.path);
}

function openIn({ journeys, process, asOf }: About) {
  const usual = stageReports(journeys, process).map(({ stays }) => stays);
  const open = openByPath(journeys);
  return { open, usual, openDeals: openDealsOf(open, usual, process, asOf) };
}
