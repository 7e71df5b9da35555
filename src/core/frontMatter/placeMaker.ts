import type { Place } from '../problem';

/** Turns offsets in the YAML of a front matter, which begins on the second line of its text, into places. */
export function placeMaker(yaml: string): (start: number, end: number) => Place {
  const starts = [0];
  for (let at = yaml.indexOf('\n'); at >= 0; at = yaml.indexOf('\n', at + 1)) starts.push(at + 1);
  const position = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 2, column: offset - starts[low]! + 1 };
  };
  return (start, end) => ({ ...position(start), end: position(end) });
}
