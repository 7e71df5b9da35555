import type { Formats } from '../../formats';
import { pluralIn, type Forms } from '../../plural';
import { DAYS } from '../counted';

const plural = pluralIn('en');

/** What all parts of the page say in the same way. */
export function sayIn(formats: Formats) {
  const unknown = 'n/a';
  const tooFew = 'too few';
  const some = (n: number, forms: Forms) => `${formats.count(n)} ${plural(n, forms)}`;
  const rate = (fraction: number | null) => (fraction === null ? unknown : formats.rate(fraction));
  return {
    ...formats,
    /** Stands where there is nothing to divide by. */
    unknown,
    tooFew,
    /** `1 deal`, `1,200 deals` */
    some,
    /** `83%`, of a fraction of 1. */
    rate,
    /** A rate that rests on `n` cases; of fewer than the team wants it says nothing else. */
    rateOf: (fraction: number | null, n: number, minSample: number) =>
      n > 0 && n < minSample ? tooFew : rate(fraction),
    /** `1 day`, `9.5 days` */
    days: (n: number | null) => (n === null ? unknown : `${formats.number(n)} ${plural(n, DAYS)}`),
    /** What the open stays make of a median; `null` where half never left yet. */
    withOpen: (median: number | null) =>
      `${median === null ? 'longer' : formats.number(median)} with open stays`,
    /** `n = 12` */
    cases: (n: number | string) => `n = ${typeof n === 'string' ? n : formats.count(n)}`,
    /** `once`, `3 times` */
    times: (n: number) => (n === 1 ? 'once' : `${formats.count(n)} times`),
    /** `+5 points`: the difference of two rates is no rate. */
    points: (difference: number) => `${signed(formats, difference * 100)} points`,
    /** `+3`, `−1.5` */
    signed: (n: number) => signed(formats, n),
  };
}
export type Say = ReturnType<typeof sayIn>;

function signed({ number }: Formats, n: number): string {
  return `${n > 0 ? '+' : n < 0 ? '−' : ''}${number(Math.abs(n))}`;
}
