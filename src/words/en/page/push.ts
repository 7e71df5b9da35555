import { DAYS_PER_MONTH } from '../../../core/metrics/whatIf';
import { mixed } from '../../mixed';
import { DEALS } from '../counted';
import type { Say } from './say';

/** A figure that is expected: wins and values per month, velocity per day, the cycle in days, the win rate of 1. */
export interface ExpectedFigure {
  readonly kind: 'wins' | 'value' | 'velocity' | 'cycle' | 'winRate';
  /** Of a sum of money. */
  readonly currency?: string;
}

/** Which stages hold back most, and what would come of it if they didn't. */
export function pushWords(say: Say) {
  const { count, number, rate, cases } = say;
  return {
    title: 'Where to push',
    says: 'Three separate answers: what costs wins, what takes the most days, and what runs over its limit. The worst stage comes first.',
    worst: 'worst',
    headroom: {
      title: 'Headroom',
      says: 'Extra wins per 100 new deals if the stage lost none.',
      weak: ' The other stages count in it too, and some have too few deals.',
      figure: (figure: number) => `+${number(figure * 100)}`,
    },
    load: { title: 'Load', says: 'The stage’s share of all days that deals have spent.', figure: rate },
    slowness: {
      title: 'Slowness',
      says: 'The median stay as a share of the team’s limit (the line). Past the line, most deals stay too long.',
      figure: rate,
    },
    cases,
    decided: (stage: string) => `${stage}: went on or lost`,
    completed: (stage: string) => `${stage}: completed stays`,
    open: (stage: string) => `${stage}: open stays`,
    stays: <T>(completed: T, open: T | undefined) =>
      open === undefined ? mixed<T>`${completed} completed` : mixed<T>`${completed} completed, ${open} open`,
    /** `withOpen`: where the open stays make the median another one; `null` where half never left yet. */
    medianStay: <T>(
      told: { median: number; withOpen: number | null | undefined; limit: number } | undefined,
      n: T,
    ) =>
      told === undefined
        ? mixed<T>`n = ${n}`
        : mixed<T>`${number(told.median)} of ${number(told.limit)} days${told.withOpen === undefined ? '' : `, ${say.withOpen(told.withOpen)}`}, n = ${n}`,
    whatIf: {
      title: 'What if',
      reset: 'Reset',
      expected: 'Expected',
      assumes: 'Long-run averages if all else stays the same, treating all deals alike.',
      weak: (stages: readonly string[]) =>
        ` Only a sketch: too few deals are decided in ${stages.join(', ')}.`,
      becomes: ' becomes ',
      tooFew: (n: number) => ` ${say.tooFew}: ${cases(n)}`,
      results: {
        wins: 'Wins per month',
        value: 'Value per month',
        velocity: 'Velocity per day',
        cycle: 'Mean cycle',
        winRate: 'Win rate',
      },
      result: resultIn(say),
      difference: differenceIn(say),
    },
    sliders: {
      conversion: 'Conversion',
      meanDays: 'Mean days',
      arrivals: 'Deals per month',
      entries: 'New deals per month',
      newDeals: 'New deals',
      wins: 'Won per month',
      stays: (n: number) => say.some(n, { one: 'stay', other: 'stays' }),
      conversionIn: (stage: string) => `Conversion in ${stage}`,
      meanDaysIn: (stage: string) => `Mean days in ${stage}`,
      reaching: 'Deals per month that get here: ',
      unchanged: (value: string) => `${value}, unchanged`,
      assumed: (value: string) => `${value}, assumed`,
      insteadOf: (value: string, was: string) => `${value} instead of ${was}`,
      percent: (value: number) => rate(Math.round(value) / 100),
    },
    best: {
      noDays: 'No deal has a start date, so there’s no monthly rate.',
      unknown: (stages: readonly string[]) =>
        `Can’t tell yet which step pays most: no deals are decided in ${stages.join(', ')}. Move a slider to try an assumption.`,
      blocked: (stages: readonly string[]) =>
        `Can’t tell yet which step pays most: no deal ever went on from ${stages.join(', ')}, and a tenth more of nothing is nothing.`,
      tooFew: (minSample: number) =>
        `Can’t tell yet which step pays most: every stage that loses deals has fewer than ${count(minSample)} decided.`,
      noLoss: 'No step loses deals, so none would bring more wins.',
      tryIt: 'Try It',
      step: bestStepIn(say),
    },
  };
}

interface BestStep<T> {
  readonly stage: T;
  readonly from: number;
  readonly to: number;
  /** Wins per month; as a fraction of those of now; deals that get past the step, per day. */
  readonly moreWins: number;
  readonly gain: number;
  readonly savedPerDay: number;
  readonly isCapped: boolean;
  readonly equals: number;
  readonly deals: (words: string) => T;
  readonly n: number;
  readonly interval: readonly [number, number] | null;
  readonly uncertain: readonly string[];
}

function bestStepIn({ some, rate, range, anySize, difference, number }: Say) {
  const moreDeals = moreDealsIn(number);
  return <T>(best: BestStep<T>) => {
    const { stage, from, to, deals, n, interval, uncertain, equals } = best;
    const room = best.isCapped ? 'There’s no room for a full tenth. ' : '';
    const others = { one: 'other step brings', other: 'other steps bring' };
    const alike = equals ? `${some(equals, others)} as much, but for more deals. ` : '';
    const so = interval ? `, so the true rate may be ${range(interval)}` : '';
    const unsure = uncertain.length
      ? `; ${uncertain.join(', ')} may pay more, but on too few deals to tell`
      : '';
    return mixed<T>`Raising one step by a tenth pays most at ${stage}: ${rate(from)} → ${rate(to)} brings ${anySize(best.moreWins)} more wins per month (${difference(best.gain)}), by getting ${moreDeals(best.savedPerDay)} past it. ${room}${alike}Based on ${deals(some(n, DEALS))}${so}${unsure}. Correlation, not proof. `;
  };
}

/** By the time in which it is at least one: `2.3 more deals per month`, `1 more deal in 2.5 years`. */
export function moreDealsIn(number: (n: number) => string): (perDay: number) => string {
  return perDay => {
    const perMonth = perDay * DAYS_PER_MONTH;
    if (perMonth >= 1) return `${number(perMonth)} more deals per month`;
    const perYear = perMonth * 12;
    if (perYear >= 1) return `${number(perYear)} more deals per year`;
    return `1 more deal in ${number(1 / perYear)} years`;
  };
}

/** A figure as it stands: `0.38`, `€20,100`, `98 days`, `50%`. */
function resultIn({ amount, days, rate, anySize, unknown }: Say) {
  return ({ kind, currency }: ExpectedFigure, of: number | null): string => {
    if (of === null) return unknown;
    if (currency !== undefined) return amount(of, currency);
    switch (kind) {
      case 'cycle':
        return days(Math.round(of));
      case 'winRate':
        return rate(of);
      default:
        return anySize(of);
    }
  };
}

/** How much a figure has changed; empty if that is unknown or if it has not changed. */
function differenceIn(say: Say) {
  const resultOf = resultIn(say);
  return (of: ExpectedFigure & { readonly before: number | null; readonly after: number | null }): string => {
    const { before, after, kind } = of;
    if (before === null || after === null || after === before) return '';
    const difference = after - before;
    if (kind === 'winRate') return say.points(difference);
    const sign = difference > 0 ? '+' : '−';
    const size = Math.abs(difference);
    const share = before === 0 ? '' : ` (${sign}${say.rate(size / before)})`;
    return `${sign}${resultOf(of, size)}${share}`;
  };
}
