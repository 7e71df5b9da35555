/** What stands between commas, and where what is behind it begins. */
export interface BetweenCommas {
  readonly parts: readonly string[];
  /** What stands before each, behind the comma or the bracket. */
  readonly gaps: readonly string[];
  /** Of the blanks before the bracket that closes it. */
  readonly end: number;
}

/** What stands between the commas from an offset on, up to the bracket that closes it; `undefined` without one there. */
export function betweenCommas(line: string, from: number): BetweenCommas | undefined {
  const [parts, gaps]: [string[], string[]] = [[], []];
  const add = (part: string) => {
    parts.push(part.trim());
    gaps.push(part.slice(0, part.length - part.trimStart().length));
  };
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
      if (last.trim()) add(last);
      return { parts, gaps, end: start + last.trimEnd().length };
    } else if (char === ',' && depth === 0) {
      add(line.slice(start, at));
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
