import { addDays, type CalendarDate } from '../../../../../src/core/calendar';
import type { Deal } from '../../../../../src/core/deal/deal';
import type { Process } from '../../../../../src/core/process/process';
import { STAGE_IDS } from '../../../../../src/core/process/stages';
import { naiveDeal, naiveFirstDay, numberOf, type NaiveDeal } from './naiveJourney';

/* See naiveJourney.ts. Only what the definitions fix is here, with the keys of the published JSON. */

const KS = [1, 2, 3, 4, 5, 6, 7];
const count = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length;
const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
const over = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const product = (rates: readonly (number | null)[]) =>
  rates.includes(null) ? null : rates.reduce<number>((all, rate) => all * rate!, 1);
const meanOf = (numbers: readonly number[]) => over(total(numbers), numbers.length);

export function money(
  deals: readonly Deal[],
  factor: (deal: Deal) => number = () => 1,
): Record<string, number> {
  const currencies = new Set(deals.flatMap(({ value }) => (value ? [value.currency] : [])));
  return Object.fromEntries(
    [...currencies]
      .map(currency => {
        const own = deals.filter(({ value }) => value?.currency === currency);
        return [currency, total(own.map(deal => deal.value!.amount * factor(deal)))] as const;
      })
      .filter(([, sum]) => sum !== 0),
  );
}

/** */
export function naiveQuantile(numbers: readonly number[], p: number): number | null {
  if (!numbers.length) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

function naiveKaplanMeier(completed: readonly number[], open: readonly number[]): number | null {
  if (!open.length) return null;
  let survival = 1;
  for (const t of [...new Set(completed)].sort((a, b) => a - b)) {
    const atRisk = count([...completed, ...open], days => days >= t);
    survival *= 1 - count(completed, days => days === t) / atRisk;
    if (survival <= 0.5 + 1e-9) return t;
  }
  return null;
}

function wilson(successes: number, n: number): [number, number] | null {
  if (!n) return null;
  const [p, z] = [successes / n, 1.96];
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [
    Math.max(0, (centre - spread) / (1 + (z * z) / n)),
    Math.min(1, (centre + spread) / (1 + (z * z) / n)),
  ];
}

/** The last day of the quarter that a day is in, by going there. */
function endOfQuarter(day: CalendarDate): CalendarDate {
  let last = day;
  while (!/-(?:03|06|09|12)-(?:30|31)$/.test(last) || addDays(last, 1).slice(5, 7) === last.slice(5, 7))
    last = addDays(last, 1);
  return last;
}

/** Open deals whose close date has come, or comes in this quarter. */
export function naiveDue(deals: readonly Deal[], asOf: CalendarDate) {
  const last = endOfQuarter(asOf);
  const dated = deals.filter(({ status, closeDate }) => status === 'open' && closeDate !== undefined);
  return {
    inQuarter: dated.filter(({ closeDate }) => endOfQuarter(closeDate!) === last),
    overdue: dated.filter(({ closeDate }) => endOfQuarter(closeDate!) < last),
  };
}

/** Each way through the stages, with the deals that went it. */
export function naiveVariants(deals: readonly Deal[], asOf: CalendarDate): Record<string, NaiveDeal[]> {
  const ways: Record<string, NaiveDeal[]> = {};
  for (const one of deals.map(deal => naiveDeal(deal, asOf)).filter(({ known }) => known)) {
    const way = one.entries.map(k => STAGE_IDS[k - 1]!).join();
    (ways[way] ??= []).push(one);
  }
  return ways;
}

export function naiveVariant(same: readonly NaiveDeal[]) {
  const won = same.filter(({ deal }) => deal.status === 'won');
  return {
    ...{ count: same.length, won: won.length, lost: count(same, ({ deal }) => deal.status === 'lost') },
    medianCycle: naiveQuantile(
      won.flatMap(({ cycle }) => (cycle === undefined ? [] : [cycle])),
      0.5,
    ),
  };
}

/** Which stages hold back most, from the figures of the stages: for each answer, the figure by stage. */
export function naiveHoldsBack({ stages }: ReturnType<typeof naiveReport>, process: Process) {
  const known = (figures: readonly (readonly [string, number | null, number, number?])[]) =>
    figures.flatMap(([stage, figure, n, seen = n]) => (figure === null ? [] : [{ stage, figure, n, seen }]));
  return {
    headroom: known(
      stages.map(({ stage, headroom, n, touched }) => [stage, headroom, n, n < touched ? n : touched]),
    ),
    load: known(stages.map(({ stage, load, stays }) => [stage, load, stays.completed + stays.open])),
    stay: known(
      stages.map(({ stage, stays }, k) => {
        const { stalledAfter } = process.stages[k]!;
        // A limit of no days counts as one.
        const limit = stalledAfter === 0 ? 1 : stalledAfter;
        return [stage, stays.median === null ? null : stays.median / limit, stays.completed];
      }),
    ),
  };
}

/** The days of a window that have passed, counted one by one, and the deals that began on one of them. */
export function naiveWindow(
  deals: readonly Deal[],
  { from, to }: { readonly from?: CalendarDate | undefined; readonly to?: CalendarDate | undefined },
  asOf: CalendarDate,
) {
  const began = deals.flatMap(deal => naiveFirstDay(deal) ?? []);
  const first = from ?? began.toSorted()[0];
  const days: CalendarDate[] = [];
  for (let day = first; day && day <= asOf && (!to || day <= to); day = addDays(day, 1)) days.push(day);
  if (!days.length) return { window: null, entries: 0 };
  return {
    window: { from: days[0]!, to: days.at(-1)!, days: days.length },
    entries: count(began, day => days.includes(day)),
  };
}

/** The figures at the top. */
export function naiveHeadline(deals: readonly Deal[], process: Process, asOf: CalendarDate) {
  const { open, winRate, cycle, velocity } = naiveReport(deals, process, asOf);
  const all = deals.map(deal => naiveDeal(deal, asOf));
  const due = naiveDue(deals, asOf);
  const sumOf = (some: readonly Deal[]) => ({ count: some.length, value: money(some) });
  return {
    ...{ asOf, open, velocity },
    winRate: { rate: winRate.count, n: count(deals, ({ status }) => status !== 'open') },
    cycle: {
      median: cycle.median,
      n: count(all, one => one.deal.status === 'won' && one.cycle !== undefined),
    },
    due: {
      quarter: `${asOf.slice(0, 4)}-Q${['03', '06', '09', '12'].indexOf(endOfQuarter(asOf).slice(5, 7)) + 1}`,
      ...sumOf([...due.inQuarter, ...due.overdue]),
      ...{ inQuarter: sumOf(due.inQuarter), overdue: sumOf(due.overdue) },
    },
  };
}

export function naiveReport(deals: readonly Deal[], process: Process, asOf: CalendarDate) {
  const all = deals.map(deal => naiveDeal(deal, asOf));
  const [open, won, lost] = (['open', 'won', 'lost'] as const).map(is =>
    deals.filter(({ status }) => status === is),
  ) as [Deal[], Deal[], Deal[]];
  const is = (status: Deal['status']) => (one: NaiveDeal) => one.deal.status === status;
  const known = all.filter(one => one.known);
  const moved = known.filter(({ deal, entries }) => entries.length > 1 || deal.status === 'won');
  const isEarly = ({ deal }: NaiveDeal) => deal.status === 'won' && deal.stage !== 'closing';
  const reached = (k: number) => (k === 8 ? count(known, is('won')) : count(known, ({ max }) => max >= k));
  const pending = (k: number) => count(known.filter(is('open')), ({ max }) => max === k);
  const conversion = (k: number) => over(reached(k + 1), reached(k) - pending(k));
  const chain = product(KS.map(conversion));
  const days = (k: number, isOpen: boolean) =>
    all.flatMap(({ stays }) =>
      stays.filter(({ stage, open }) => stage === k && open === isOpen).map(stay => stay.days),
    );
  const stagesDays = (k: number) => total(days(k, true)) + total(days(k, false));
  const allDays = total(KS.map(stagesDays));
  const chance = (deal: Deal) => {
    const byStage = deal.stageNotKnown ? 0 : process.stages[numberOf(deal.stage) - 1]!.probability;
    return (deal.probability ?? byStage) / 100;
  };
  const openSum = (some: readonly Deal[]) => ({
    count: some.length,
    value: money(some),
    weighted: money(some, chance),
  });
  const winRate = over(won.length, won.length + lost.length);
  const cycles = all.filter(is('won')).flatMap(({ cycle }) => (cycle === undefined ? [] : [cycle]));
  const moves = known.flatMap(({ entries }) => entries.slice(1).map((to, at) => to - entries[at]!));
  const velocityIn = (currency: string) => {
    const own = all.filter(({ deal }) => deal.value?.currency === currency);
    const ownWon = own.filter(is('won'));
    const rate = over(ownWon.length, ownWon.length + count(own, is('lost')));
    const value = meanOf(ownWon.map(({ deal }) => deal.value!.amount));
    const cycle = meanOf(ownWon.flatMap(one => (one.cycle === undefined ? [] : [one.cycle])));
    if (rate === null || value === null || !cycle) return null;
    // Open deals that may be worth anything, and none of which the worth is known in this currency.
    const late = open.filter(deal => !deal.stageNotKnown && numberOf(deal.stage) >= 3);
    const isKnown = late.some(deal => deal.value?.currency === currency && deal.value.amount > 0);
    if (!isKnown && late.some(deal => !deal.value?.amount)) return null;
    return (
      (count(own.filter(is('open')), ({ deal }) => !deal.stageNotKnown && numberOf(deal.stage) >= 3) *
        rate *
        value) /
      cycle
    );
  };
  const closedMoney = money([...won, ...lost]);
  return {
    asOf,
    files: {
      ...{ total: deals.length, open: open.length, won: won.length, lost: lost.length },
      ...{ needsAttention: 0, otherNotes: 0 },
    },
    stages: KS.map(k => {
      const here = ({ stage, stageNotKnown }: Deal) => !stageNotKnown && numberOf(stage) === k;
      const [completed, running] = [days(k, false), days(k, true)];
      return {
        stage: STAGE_IDS[k - 1]!,
        reached: reached(k),
        pending: pending(k),
        lost: count(known.filter(is('lost')), ({ max }) => max === k),
        touched: count(known, ({ entries }) => entries.includes(k)),
        strict: count(known, ({ entries }) => KS.slice(0, k).every((step, at) => entries[at] === step)),
        conversion: conversion(k),
        n: reached(k) - pending(k),
        interval: wilson(reached(k + 1), reached(k) - pending(k)),
        headroom: chain === null ? null : product(KS.filter(j => j !== k).map(conversion))! - chain,
        open: openSum(open.filter(here)),
        lostIn: { count: count(lost, here), value: money(lost.filter(here)) },
        stays: {
          completed: completed.length,
          mean: meanOf(completed),
          median: naiveQuantile(completed, 0.5),
          p25: naiveQuantile(completed, 0.25),
          p75: naiveQuantile(completed, 0.75),
          p90: naiveQuantile(completed, 0.9),
          open: running.length,
          kaplanMeierMedian: naiveKaplanMeier(completed, running),
          totalDays: stagesDays(k),
        },
        load: over(stagesDays(k), allDays),
      };
    }),
    paths: { known: known.length, unknown: all.length - known.length },
    chain,
    winRate: {
      count: winRate,
      interval: wilson(won.length, won.length + lost.length),
      value: Object.fromEntries(
        Object.entries(closedMoney).map(([currency, sum]) => {
          const share = (money(won)[currency] ?? 0) / sum;
          return [currency, share === 0 || !money(lost)[currency] ? null : share];
        }),
      ),
      cohort: over(won.length, deals.length),
    },
    valued: Object.fromEntries(
      Object.keys(closedMoney).map(currency => {
        const worth = ({ value }: Deal) => value?.currency === currency && value.amount > 0;
        return [currency, { won: count(won, worth), lost: count(lost, worth) }];
      }),
    ),
    cycle: { mean: meanOf(cycles), median: naiveQuantile(cycles, 0.5) },
    open: { ...openSum(open), stageNotKnown: count(open, deal => deal.stageNotKnown === true) },
    velocity: Object.fromEntries(
      [...new Set(deals.flatMap(({ value }) => (value ? [value.currency] : [])))].map(currency => [
        currency,
        velocityIn(currency),
      ]),
    ),
    consistency: {
      deals: moved.length,
      conforming: count(moved, one => !isEarly(one) && one.entries.every((stage, at) => stage === at + 1)),
      notMoved: known.length - moved.length,
      wonEarly: count(known, isEarly),
      moves: moves.length,
      steps: count(moves, by => by === 1),
      skips: count(moves, by => by > 1),
      backs: count(moves, by => by < 0),
      reworkDeals: count(known, ({ entries }) => new Set(entries).size < entries.length),
      reworkDays: total(
        known.flatMap(({ stays }) => stays.filter(({ again }) => again).map(stay => stay.days)),
      ),
      totalDays: allDays,
    },
  };
}
