/**
 * Numbers of lines, which mostly stand one below the other, in little memory: of each run its first line, and behind that how many
 * there are; below 0 where each stands above the one before it.
 */
export type LineRuns = readonly number[];

export function runsOf(lines: readonly number[]): LineRuns {
  const runs: number[] = [];
  for (let at = 0; at < lines.length;) {
    const step = lines[at + 1] === lines[at]! - 1 ? -1 : 1;
    let end = at + 1;
    while (end < lines.length && lines[end] === lines[end - 1]! + step) end++;
    runs.push(lines[at]!, (end - at) * step);
    at = end;
  }
  return runs.slice();
}

export function linesIn(runs: LineRuns): number[] {
  const lines: number[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const [first, count] = [runs[at]!, runs[at + 1]!];
    for (let nth = 0; nth < Math.abs(count); nth++) lines.push(first + nth * Math.sign(count));
  }
  return lines;
}
