import { canHaveHappened, type CalendarDate } from '../calendar';
import { currenciesNamed, type Codes } from '../currencies';
import { readMoney } from '../deal/saidMoney';
import { isCurrencyCode } from '../money';
import type { Period } from '../recurring';
import type { Says } from '../says';
import { canBeOfDeal, daysMeant, type DayOrder } from './days';
import { say } from './say';

/** What a cell was read as, or what is said of one that makes no sense. */
export type CellRead<T> = { readonly value: T } | { readonly says: Says };

/** A day, by the order of the column's numbers. */
export function readDayCell(
  cell: string,
  order: DayOrder | undefined,
  today: CalendarDate,
): CellRead<CalendarDate> {
  const meant = daysMeant(cell, today);
  if (!meant) return { says: say('cellNoDay', { typed: cell }) };
  const { dmy, mdy } = meant;
  if (dmy !== mdy && dmy && mdy && !order) return { says: say('cellDayUnclear', { typed: cell }) };
  const day = order ? meant[order] : (dmy ?? mdy);
  // The other order would make a day of it, and in the next cell another one than is meant.
  if (order && !day && (dmy || mdy)) return { says: say('cellDayOtherOrder', { typed: cell, order }) };
  if (!day) return { says: say('cellNoDay', { typed: cell }) };
  return canBeOfDeal(day, today) ? { value: day } : { says: say('cellDayImpossible', { day }) };
}

/** The same of a day that has been. */
export function isPast(day: CalendarDate, today: CalendarDate): boolean {
  return canHaveHappened(day, today);
}

export interface AmountCell {
  readonly amount: number;
  readonly currency: string | undefined;
  readonly period: Period | undefined;
  /** It has fewer digits than the cell: a number keeps no more. */
  readonly isRounded?: true;
  /** A sign that several currencies share, and which: the currency isn't known by it. */
  readonly shared?: { readonly sign: string; readonly mayBe: readonly string[] } | undefined;
}

/** How amounts are written: as people do, or as programs do, with a point or a comma before the decimals and nothing else. */
export type AmountStyle = 'people' | 'program';

/** `5000`, `"$1,234,567"`, `45k`, `1 234,56 €`. Below 0 there is no value of a deal. */
export function readAmountCell(
  cell: string,
  style: AmountStyle,
  own: string | undefined,
  used: Codes,
): CellRead<AmountCell> {
  const text = cell.trim();
  const plain = /^\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : NaN;
  // 1.234 and 1,234 are a thousand to most people.
  const isPlain = style === 'program' || !/^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  const rounded = (amount: number) => (saysAllOf(text, amount) ? {} : ({ isRounded: true } as const));
  if (plain > Number.MAX_SAFE_INTEGER)
    return { says: say('cellAmountTooLong', { typed: cell, amount: undefined }) };
  if (Number.isFinite(plain) && isPlain)
    return { value: { amount: plain, currency: undefined, period: undefined, ...rounded(plain) } };
  const money = readMoney(text, own, used);
  if (!money) return { says: say('cellNoAmount', { typed: cell }) };
  const { amount, currency, mayBe, period } = money;
  return {
    value: {
      ...{ amount, currency, period },
      ...rounded(amount),
      shared: mayBe && { sign: signIn(text), mayBe },
    },
  };
}

/** `$` of `$12.5k`; of a word, such as `kr`, all that is no number. */
function signIn(amount: string): string {
  return /\p{Lu}{0,2}\p{Sc}/u.exec(amount)?.[0] ?? amount.replace(/[\d\s.,'()-]+/g, '');
}

/** More digits than these a number may lose. */
const SURE_DIGITS = 15;

/** Whether a number has all digits of the text that it was read of. */
function saysAllOf(text: string, amount: number): boolean {
  const digits = (written: string) =>
    written
      .replace(/e[+-]?\d+$/i, '')
      .replace(/\D/g, '')
      .replace(/^0+|0+$/g, '');
  return digits(text).length <= SURE_DIGITS || digits(text) === digits(String(amount));
}

/** A currency by its code, its sign or its name. */
export function readCurrencyCell(cell: string, own: string | undefined): CellRead<string> {
  const [named, other] = currenciesNamed(cell.trim(), own);
  if (named && !other) return { value: named };
  // `US Dollar - USD`
  const code = /(?:^|[^\p{L}])([A-Z]{3})$/u.exec(cell.trim().toUpperCase())?.[1];
  return code && isCurrencyCode(code) && !other
    ? { value: code }
    : { says: say('cellNoCurrency', { typed: cell }) };
}
