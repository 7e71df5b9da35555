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

/**
 * Of data. A key with nothing behind it says as little as none, a number in quotes is the same number, and a letter with its
 * accent may be one sign or two.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  return isSame(a ?? null, b ?? null, isSameScalar);
}

function isSameScalar(a: unknown, b: unknown): boolean {
  const isQuoted =
    typeof a === 'number' ? typeof b === 'string' : typeof a === 'string' && typeof b === 'number';
  if (isQuoted) return String(a) === String(b);
  return (
    Object.is(a, b) || (typeof a === 'string' && typeof b === 'string' && a.normalize() === b.normalize())
  );
}

export function isSameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}
