/** What a link leads to, as it is written: a part of some words, without the `<` and `>` that may stand around it. */
export interface LinkTarget {
  readonly start: number;
  readonly end: number;
  readonly isBracketed: boolean;
}

/** The target that begins here, and what is behind it; `undefined` where there is none. It may be empty. */
export function targetAt(words: string, at: number): { target: LinkTarget; behind: number } | undefined {
  return words[at] === '<' ? bracketed(words, at + 1) : bare(words, at);
}

function bracketed(words: string, start: number) {
  for (let end = start; end < words.length; end++) {
    const char = words[end];
    if (char === '>') return { target: { start, end, isBracketed: true }, behind: end + 1 };
    if (char === '<' || char === '\n') return undefined;
    if (isEscape(words, end)) end++;
  }
  return undefined;
}

/** Parentheses within others, at most: as many as other readers of Markdown follow. */
const MOST_NESTED = 32;

function bare(words: string, start: number) {
  let depth = 0;
  let end = start;
  for (; end < words.length; end++) {
    const code = words.charCodeAt(end);
    if (code <= 0x20 || code === 0x7f) break;
    if (isEscape(words, end)) end++;
    else if (words[end] === '(' && ++depth > MOST_NESTED) return undefined;
    else if (words[end] === ')' && --depth < 0) break;
  }
  return depth > 0 ? undefined : { target: { start, end, isBracketed: false }, behind: end };
}

/** What is behind the title that begins here, `"…"`, `'…'` or `(…)`; `undefined` where there is none. */
export function behindTitle(words: string, at: number): number | undefined {
  const first = words[at];
  if (first !== '"' && first !== "'" && first !== '(') return undefined;
  const last = first === '(' ? ')' : first;
  for (let end = at + 1; end < words.length; end++) {
    if (words[end] === last) return end + 1;
    if (words[end] === '(' && first === '(') return undefined;
    if (isEscape(words, end)) end++;
  }
  return undefined;
}

/** Behind the blanks here, line ends among them. */
export function behindBlanks(words: string, at: number): number {
  let end = at;
  while (end < words.length && ' \t\n'.includes(words[end]!)) end++;
  return end;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** Whether a backslash stands here that takes its meaning from the next character. */
export function isEscape(words: string, at: number): boolean {
  return words[at] === '\\' && at + 1 < words.length && PUNCTUATION.test(words[at + 1]!);
}
