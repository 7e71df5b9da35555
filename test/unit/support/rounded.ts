/** The same data with numbers to ten digits: sums of fractions differ in their last ones by the order of summing. */
export function rounded(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (_, value: unknown) => (typeof value === 'number' ? +value.toPrecision(10) : value)),
  );
}
