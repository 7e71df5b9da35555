import { addDays, type CalendarDate } from '../calendar';
import { daysOf, quarterOf } from '../metrics/periods';

/**
 * The quarter that people mean by `Q4 2026`, `2026 q4`, `4Q26` or `2026-Q4`; `undefined` where it may be another one or none.
 * Years of two digits are of this century.
 */
export function quarterMeant(text: string): string | undefined {
  const plain = text.trim().toUpperCase();
  const year = String.raw`(?<year>20\d\d|'?\d\d)`;
  const quarter = String.raw`(?:Q(?<a>[1-4])|(?<b>[1-4])Q)`;
  const joint = String.raw`[\s/.-]*`;
  const found =
    new RegExp(`^${quarter}${joint}${year}$`).exec(plain)?.groups ??
    new RegExp(`^(?<year>20\\d\\d)${joint}${quarter}$`).exec(plain)?.groups;
  const digit = found?.['a'] ?? found?.['b'];
  if (!found || digit === undefined) return undefined;
  return `20${found['year']!.slice(-2)}-Q${digit}`;
}

/** The same, with `this quarter` and `next quarter`, and `Q4` for the one of this year that is not over, else of the next. */
export function saidQuarter(text: string, today: CalendarDate): string | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const running = quarterOf(today);
  if (/^(?:this|current)(?: quarter)?$/.test(plain)) return running;
  if (/^next(?: quarter)?$/.test(plain)) return quarterAfter(running);
  const [, digit] = /^q([1-4])$/.exec(plain) ?? [];
  if (digit !== undefined) {
    const year = Number(running.slice(0, 4));
    const ofThisYear = `${running.slice(0, 4)}-Q${digit}`;
    return ofThisYear >= running ? ofThisYear : `${year + 1}-Q${digit}`;
  }
  return quarterMeant(text);
}

/** The quarter behind one. */
export function quarterAfter(quarter: string): string {
  return quarterOf(addDays(daysOf(quarter).last, 1));
}
