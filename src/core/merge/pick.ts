import { isSame } from '../frontMatter/edit/proof';
import type { ThreeVersions } from './lines/hunks';

/** What only one side has changed, or both alike; `undefined` where they differ. */
export function pick<T>(
  { base, ours, theirs }: ThreeVersions<T>,
  isAlike: (a: T, b: T) => boolean,
): { readonly value: T } | undefined {
  if (isAlike(ours, theirs) || isAlike(theirs, base)) return { value: ours };
  return isAlike(ours, base) ? { value: theirs } : undefined;
}

/** Of data. A key with nothing behind it says as little as none, and a number in quotes is the same number. */
export function isSameData(a: unknown, b: unknown): boolean {
  return isSame(a ?? null, b ?? null, isSameScalar);
}

function isSameScalar(a: unknown, b: unknown): boolean {
  const isQuoted =
    typeof a === 'number' ? typeof b === 'string' : typeof a === 'string' && typeof b === 'number';
  return isQuoted ? String(a) === String(b) : Object.is(a, b);
}

export function isSameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}
