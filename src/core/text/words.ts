/** `1 deal`, `2 deals`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A rate, a fraction of 1, as `83%`. */
export function percent(rate: number | null): string {
  return rate === null ? 'n/a' : `${Math.round(rate * 100)}%`;
}

/** `1 day`, `3.5 days`. */
export function days(n: number | null): string {
  return n === null ? 'n/a' : count(Math.round(n * 10) / 10, 'day');
}
