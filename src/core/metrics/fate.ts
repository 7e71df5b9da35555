/** What became of some deals. */
export interface Fate {
  readonly n: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  /** won / (won + lost) */
  readonly winRate: number | null;
  /** Wilson, 95 %. */
  readonly interval: readonly [number, number] | null;
}
