/**
 * A sum of decimals as people write them: 0.1 and 0.2 are 0.3. What a file says as `0.1` is kept by a computer as the
 * nearest fraction of two, so the digits are added that stand for it.
 */
export class ExactSum {
  private digits = 0n;
  /** How many of the digits stand behind the point. */
  private places = 0;

  constructor(...amounts: readonly number[]) {
    for (const amount of amounts) this.add(amount);
  }

  add(amount: number): void {
    const [digits, places] = decimalOf(amount);
    const most = Math.max(places, this.places);
    this.digits = this.digits * TEN ** BigInt(most - this.places) + digits * TEN ** BigInt(most - places);
    this.places = most;
  }

  /** The number nearest to the sum; never -0. */
  get value(): number {
    return Number(`${this.digits}e-${this.places}`) || 0;
  }
}

const TEN = 10n;

/** The digits of a number without its point, and how many of them stand behind it. */
function decimalOf(amount: number): [digits: bigint, places: number] {
  if (Number.isSafeInteger(amount)) return [BigInt(amount), 0];
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
    String(amount),
  )!;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const places = fraction.length - Number(exponent);
  return places < 0 ? [digits * TEN ** BigInt(-places), 0] : [digits, places];
}
