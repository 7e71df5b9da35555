import { formatMoney } from '../core/money';

/** Numbers and dates in the editor's language. */
const locale = usable(document.documentElement.lang);

const whole = new Intl.NumberFormat(locale);
const rate = new Intl.NumberFormat(locale, { style: 'percent' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

export const NOTHING_TO_DIVIDE_BY = 'n/a';

export function formatCount(count: number): string {
  return whole.format(count);
}

/** @param fraction of 1; `null` where there is nothing to divide by */
export function formatRate(fraction: number | null): string {
  return fraction === null ? NOTHING_TO_DIVIDE_BY : rate.format(fraction);
}

export function formatRange([from, to]: readonly [number, number]): string {
  return rate.formatRange(from, to);
}

export function formatAmount(amount: number, currency: string): string {
  return formatMoney({ amount, currency }, locale);
}

/** @param date `YYYY-MM-DD` */
export function formatDay(date: string): string {
  return day.format(Date.parse(`${date}T00:00:00Z`));
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
