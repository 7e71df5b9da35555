import type { Heading, Notes } from './notes';

/** How far down a heading may stand to be that of the whole file. */
const NEAR = 2000;

/** The first heading of the first level, if it is near the top. */
export function firstHeading({ headings, start }: Notes): Heading | undefined {
  const first = headings.find(({ level, title }) => level === 1 && title);
  return first && first.start < start + NEAR ? first : undefined;
}
