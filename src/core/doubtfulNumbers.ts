/** A point before three digits, which parts thousands in most of Europe: `48.000` is 48 in YAML. */
export function isThousands(written: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(written);
}

/** The amount in whole units that `48.000` is to those who write thousands so. */
export function amountMeant(written: string): number {
  return Number(written.replace('.', ''));
}

/** The percent that a share of one stands for, as people write it: 0.07 for 7. */
export function percentMeant(share: number): number {
  return Number((share * 100).toPrecision(12));
}
