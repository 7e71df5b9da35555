/** What stands between commas, and where what is behind it begins. */
export interface BetweenCommas {
  readonly parts: readonly string[];
  /** Of the blanks before the bracket that closes it. */
  readonly end: number;
}

/** What stands between the commas from an offset on, up to the bracket that closes it; `undefined` without one on the line. */
export function betweenCommas(line: string, from: number): BetweenCommas | undefined {
  const parts: string[] = [];
  let [depth, start] = [0, from];
  for (let at = from; at < line.length; at++) {
    const char = line[at]!;
    const beginsWord = /[\s,[{:]/.test(line[at - 1] ?? ' ');
    if ((char === '"' || char === "'") && beginsWord) {
      at = closingQuote(line, at);
      if (at < 0) return undefined;
    } else if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && depth-- === 0) {
      const last = line.slice(start, at);
      if (last.trim()) parts.push(last.trim());
      return { parts, end: start + last.trimEnd().length };
    } else if (char === ',' && depth === 0) {
      parts.push(line.slice(start, at).trim());
      start = at + 1;
    }
  }
  return undefined;
}

/** Where a quote is closed; -1 where it is not. */
export function closingQuote(line: string, opening: number): number {
  const quote = line[opening]!;
  for (let at = opening + 1; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++;
    else if (line[at] === quote && quote === "'" && line[at + 1] === "'") at++;
    else if (line[at] === quote) return at;
  }
  return -1;
}
