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
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

/** Whether a name is none of these, whatever their case and blanks. */
export function isNewName(name: string, names: readonly string[]): boolean {
  const folded = (text: string) => oneLine(text).toLowerCase();
  return !names.some(one => folded(one) === folded(name));
}

/** A chance in percent, 0 to 100: `60`, `62.5 %`. */
export function readPercent(typed: string): number | undefined {
  const digits = /^(\d{1,3}(?:\.\d+)?) ?%?$/.exec(typed.trim())?.[1];
  return digits !== undefined && Number(digits) <= 100 ? Number(digits) : undefined;
}

/** A number where it is written as one writes numbers, else the text. */
export function numberOrText(typed: string): number | string {
  const isNumber = String(Number(typed)) === typed && Number.isFinite(Number(typed));
  return isNumber ? Number(typed) : typed;
}
