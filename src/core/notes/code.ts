/** The last place of runs of backticks, by their length. */
export type LastTicks = ReadonlyMap<number, number>;

export function lastTicks(words: string): LastTicks {
  return new Map(Array.from(words.matchAll(/`+/g), ({ 0: run, index }) => [run.length, index]));
}

/**
 * What is behind the code that a run of backticks begins, as https://spec.commonmark.org/0.31.2/#code-spans has it; behind the run,
 * where it begins none.
 *
 * @param start where the run begins
 */
export function behindCode(words: string, start: number, ticks: LastTicks): number {
  let from = start;
  while (words[from] === '`') from++;
  const length = from - start;
  if (ticks.get(length)! <= start) return from;
  for (let at = words.indexOf('`', from); at >= 0; at = words.indexOf('`', at)) {
    const begin = at;
    while (words[at] === '`') at++;
    if (at - begin === length) return at;
  }
  return from;
}
