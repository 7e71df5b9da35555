import { roundedOutwards } from '../core/metrics/statistics';
import type { Converted, MoneyMap } from '../core/money';
import { moneyIn, NO_CURRENCIES, type Currencies } from '../core/moneyFormat';
import { dateLocale } from '../core/dateLocale';

/** Numbers, amounts and days as a reader writes them. No word of ours is in them. */
export interface Formats {
  /** `1,200` */
  readonly count: (n: number) => string;
  /** With one decimal at most. */
  readonly number: (n: number) => string;
  /** For numbers of any size: small ones with two digits, others with one decimal at most. */
  readonly anySize: (n: number) => string;
  /** `83%`, of a fraction of 1. */
  readonly rate: (fraction: number) => string;
  /** `+12%`, of a fraction of 1. */
  readonly difference: (fraction: number) => string;
  /** `51 – 93%`, of two fractions of 1, rounded outwards. */
  readonly range: (bounds: readonly [number, number]) => string;
  /** `€48,000` */
  readonly amount: (amount: number, currency: string) => string;
  /** `€1.2M`, for axes and other narrow places. */
  readonly shortAmount: (amount: number, currency: string) => string;
  /** Sums as one in the team’s currency, at its rates; `undefined` where there is nothing to convert. */
  readonly inOne: (sums: Readonly<MoneyMap>) => Converted | undefined;
  /** The currencies of sums: the team’s, then by worth, then by code. */
  readonly inOrder: (sums: Readonly<Record<string, number | null>>) => readonly string[];
  /** The same where there are no amounts to go by. */
  readonly codesInOrder: (codes: readonly string[]) => readonly string[];
  /** `29 Mar 2026`, of `2026-03-29`. */
  readonly day: (date: string) => string;
  /** `29 Mar`, beside another day of the same year. */
  readonly dayBeside: (date: string, other: string) => string;
  /** `Nov 2026`, of `2026-11`; `Q4 2026`, of `2026-Q4`. */
  readonly period: (period: string) => string;
}

/**
 * @param language a BCP 47 tag; one that `Intl` does not take, such as VS Code's pseudo language, counts as English
 * @param currencies that amounts are in, as they are when one is written
 */
export function formatsIn(language: string, currencies = (): Currencies => NO_CURRENCIES): Formats {
  const locale = usableLocale(language);
  const whole = new Intl.NumberFormat(locale);
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const twoDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const rate = new Intl.NumberFormat(locale, { style: 'percent' });
  const ends = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 10 });
  const signedRate = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero' });
  const dates = dateLocale(locale);
  const day = new Intl.DateTimeFormat(dates, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayOfYear = new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(dates, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const at = (date: string) => Date.parse(`${date}T00:00:00Z`);
  const money = () => moneyIn(currencies(), locale);
  return {
    count: n => whole.format(n),
    number: n => oneDigit.format(n),
    anySize: n => (Math.abs(n) < 1 ? twoDigits : oneDigit).format(n),
    rate: fraction => rate.format(fraction),
    difference: fraction => signedRate.format(fraction).replace('-', '−'),
    range: bounds => ends.formatRange(...roundedOutwards(bounds)),
    amount: (amount, currency) => money().one({ amount, currency }),
    shortAmount: (amount, currency) => money().short({ amount, currency }),
    inOne: sums => money().inOne(sums),
    inOrder: sums => money().inOrder(sums),
    codesInOrder: codes => money().codesInOrder(codes),
    day: date => day.format(at(date)),
    dayBeside: (date, other) => (date.slice(0, 4) === other.slice(0, 4) ? dayOfYear : day).format(at(date)),
    period: period => {
      const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
      return quarter ? `Q${quarter} ${year}` : month.format(at(`${period}-01`));
    },
  };
}

/** A language that `Intl` takes. */
export function usableLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
