/** A heading of the first level, and where its text stands: offsets into the whole text. */
export interface Heading {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** How far down a heading may stand to be that of the whole file. */
const NEAR = 2000;

/** The first heading of the body, if it is near the top; `# …` in a block of code is none. */
export function firstHeading(text: string, bodyStart: number): Heading | undefined {
  let fence: string | undefined;
  let at = bodyStart;
  for (const line of text.slice(bodyStart, bodyStart + NEAR).split('\n')) {
    const [, mark] = /^ {0,3}(```|~~~)/.exec(line) ?? [];
    if (mark && (!fence || fence === mark)) fence = fence ? undefined : mark;
    const title = fence ? undefined : /^# +(.+?)[ #]*\r?$/.exec(line)?.[1]?.trim();
    if (title) {
      const start = at + line.indexOf(title, 1);
      return { title, start, end: start + title.length };
    }
    at += line.length + 1;
  }
  return undefined;
}
