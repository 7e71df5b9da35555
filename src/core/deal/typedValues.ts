import { percentMeant } from '../doubtfulNumbers';
import { oneLine } from '../oneLine';
import { withoutSign } from './tags';

/** A tag as it is written into a file: on one line and without its `#`; `undefined` where it is none, or several. */
export function readTag(typed: string): string | undefined {
  const tag = withoutSign(oneLine(typed));
  return tag && !tag.includes(',') ? tag : undefined;
}

/** Each once, those that are used most first. */
export function byUse(names: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return mostUsed(counts);
}

/** The names that are counted most often first. */
export function mostUsed(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
}

/** Whether a name is none of these, whatever their case and blanks. */
export function isNewName(name: string, names: readonly string[]): boolean {
  const folded = (text: string) => oneLine(text).toLowerCase();
  return !names.some(one => folded(one) === folded(name));
}

/** A chance in percent, 0 to 100: `60`, `62.5 %`, `62,5`. Less than one percent only with its sign: it may be a share. */
export function readPercent(typed: string): number | undefined {
  const { number, hasSign } = saidPercent(typed) ?? {};
  if (number === undefined || number > 100) return undefined;
  return hasSign || number === 0 || number >= 1 ? number : undefined;
}

/** The percent that is meant by a share of one: 40 for `0.4` and `0,4`. */
export function readShare(typed: string): number | undefined {
  const { number, hasSign } = saidPercent(typed) ?? {};
  return number && number < 1 && !hasSign ? percentMeant(number) : undefined;
}

function saidPercent(typed: string): { readonly number: number; readonly hasSign: boolean } | undefined {
  const [, digits, sign] = /^(\d{1,3}(?:\.\d+|,\d\d?)?|0,\d+|[.,]\d+) ?(%?)$/.exec(typed.trim()) ?? [];
  return digits === undefined
    ? undefined
    : { number: Number(digits.replace(',', '.')), hasSign: sign !== '' };
}

/** A number where it is written as one writes numbers, else the text. */
export function numberOrText(typed: string): number | string {
  const isNumber = String(Number(typed)) === typed && Number.isFinite(Number(typed));
  return isNumber ? Number(typed) : typed;
}
