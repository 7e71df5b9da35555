/** A rate; `null` where there is nothing to divide by. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The middle of what two-sided 95 % of a normal distribution lies within, in standard deviations. */
const Z_95 = 1.96;

/**
 * The Wilson score interval for a proportion, 95 %: where the true rate lies, given `successes` of `n`.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilsonInterval(successes: number, n: number): [number, number] | null {
  if (n === 0) return null;
  const rate = successes / n;
  const square = Z_95 * Z_95;
  const middle = (rate + square / (2 * n)) / (1 + square / n);
  const reach = (Z_95 / (1 + square / n)) * Math.sqrt((rate * (1 - rate)) / n + square / (4 * n * n));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

/**
 * The ends of an interval as fractions to show, in whole percent and rounded outwards. An end that is not quite 0 or 1 gets
 * the decimals that keep it from looking so: 0.995 is 99.5 %.
 */
export function roundedOutwards([from, to]: readonly [number, number]): [number, number] {
  return [endOf(from, Math.floor), endOf(to, Math.ceil)];
}

function endOf(fraction: number, round: (n: number) => number): number {
  if (fraction <= 0 || fraction >= 1) return fraction;
  for (let digits = 2; digits < 12; digits++) {
    // Not 0.8500000000000001, which would be rounded up.
    const scaled = round(Number(`${Number(fraction.toPrecision(12))}e${digits}`));
    const rounded = Number(`${scaled}e-${digits}`);
    if (rounded > 0 && rounded < 1) return rounded;
  }
  return fraction;
}

/**
 * The Kaplan–Meier median: the smallest time at which half of all have left, when some have not left yet. `null`
 * where fewer than half ever do.
 * Source: E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958).
 *
 * @param left the times after which some left, in ascending order
 * @param staying how long those have stayed that are still there, in ascending order
 */
export function kaplanMeierMedian(left: ArrayLike<number>, staying: ArrayLike<number>): number | null {
  let survival = 1;
  let leftBefore = 0;
  let stayingBefore = 0;
  while (leftBefore < left.length) {
    const time = left[leftBefore]!;
    // Who stays exactly as long as another has left after is still at risk then.
    while (stayingBefore < staying.length && staying[stayingBefore]! < time) stayingBefore++;
    const atRisk = left.length - leftBefore + staying.length - stayingBefore;
    let leaving = 0;
    while (left[leftBefore + leaving] === time) leaving++;
    survival *= 1 - leaving / atRisk;
    leftBefore += leaving;
    // The product of fractions may miss an exact half by a rounding error.
    if (survival <= 0.5 + 1e-12) return time;
  }
  return null;
}
