import assert from 'node:assert/strict';
import fc from 'fast-check';

/** `PROPERTY_RUNS=10` looks ten times as long; `PROPERTY_SEED` and `PROPERTY_PATH` repeat a failure that was printed. */
const { PROPERTY_RUNS = '1', PROPERTY_SEED, PROPERTY_PATH } = process.env;

/**
 * Asserts something of many generated values. A failure tells the smallest value that fails, and its seed.
 *
 * @param runs how many values; fewer where each takes long
 */
export function forAll<T>(values: fc.Arbitrary<T>, check: (value: T) => void, runs = 100): void {
  fc.assert(fc.property(values, check), parametersFor(runs));
}

/** The same of what takes its time. */
export function forAllInTime<T>(
  values: fc.Arbitrary<T>,
  check: (value: T) => Promise<void>,
  runs = 100,
): Promise<void> {
  return fc.assert(fc.asyncProperty(values, check), parametersFor(runs));
}

function parametersFor(runs: number) {
  return {
    numRuns: Math.ceil(runs * Number(PROPERTY_RUNS)),
    ...(PROPERTY_SEED && { seed: Number(PROPERTY_SEED) }),
    ...(PROPERTY_PATH && { path: PROPERTY_PATH }),
  };
}

/**
 * Asserts that enough of the values of a property were of the kind that it is about: that it has looked at all. Where only a part
 * of the values is tried, chance may have three standard deviations less of them (of a Poisson distribution), but not none.
 */
export function assertEnough(count: number, wanted: number): void {
  const share = Math.min(1, Number(PROPERTY_RUNS));
  const least = share < 1 ? Math.max(0, wanted * share - 3 * Math.sqrt(wanted * share)) : wanted;
  assert.ok(
    count > least,
    `only ${count} of the values were of the kind that is meant, of at least ${least}`,
  );
}
