import { formatMoney } from '../core/money';

/** Numbers and dates in the editor's language. */
const locale = usable(document.documentElement.lang);

const whole = new Intl.NumberFormat(locale);
const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
const rate = new Intl.NumberFormat(locale, { style: 'percent' });
const signedRate = new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const NOTHING_TO_DIVIDE_BY = 'n/a';
export const TOO_FEW = 'too few';

export function formatCount(count: number): string {
  return whole.format(count);
}

/** With one decimal at most. */
export function formatNumber(number: number): string {
  return oneDigit.format(number);
}

/** For numbers of any size: small ones with two digits, others with one decimal at most. */
export function formatAnySize(number: number): string {
  return (Math.abs(number) < 1 ? twoDigits : oneDigit).format(number);
}

/** @param fraction of 1; `null` where there is nothing to divide by */
export function formatRate(fraction: number | null): string {
  return fraction === null ? NOTHING_TO_DIVIDE_BY : rate.format(fraction);
}

/** A rate that rests on `n` cases; of fewer than the team wants it says nothing else. */
export function formatRateOf(fraction: number | null, n: number, minSample: number): string {
  return n > 0 && n < minSample ? TOO_FEW : formatRate(fraction);
}

/** `+12%` */
export function formatDifference(fraction: number): string {
  return signedRate.format(fraction);
}

export function formatRange([from, to]: readonly [number, number]): string {
  return rate.formatRange(from, to);
}

export function formatAmount(amount: number, currency: string): string {
  return formatMoney({ amount, currency }, locale);
}

const compact = new Map<string, Intl.NumberFormat>();

/** `€1.2M`, for axes and other narrow places. */
export function formatShortAmount(amount: number, currency: string): string {
  let format = compact.get(currency);
  if (!format) {
    const style = currency === 'XXX' ? {} : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
    format = new Intl.NumberFormat(locale, {
      ...style,
      notation: 'compact',
      maximumFractionDigits: 1,
    } as Intl.NumberFormatOptions);
    compact.set(currency, format);
  }
  return format.format(amount);
}

/** `9 days`, `9.5 days`; `n/a` where nobody knows. */
export function formatDays(days: number | null): string {
  if (days === null) return NOTHING_TO_DIVIDE_BY;
  return `${oneDigit.format(days)} ${days === 1 ? 'day' : 'days'}`;
}

/** @param date `YYYY-MM-DD` */
export function formatDay(date: string): string {
  return day.format(Date.parse(`${date}T00:00:00Z`));
}

/** `Nov 2026`, of `2026-11`; `Q4 2026`, of `2026-Q4`. */
export function formatPeriod(period: string): string {
  const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
  return quarter ? `Q${quarter} ${year}` : month.format(Date.parse(`${period}-01T00:00:00Z`));
}

export function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** VS Code has display languages, such as its pseudo language, that `Intl` does not take. */
function usable(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
