/** A key or a value of a front matter and where it stands, or a place that is free for one: offsets into the whole text. */
export interface KeyOrValue {
  readonly kind: 'key' | 'value';
  /**
   * The keys that lead to a value, without the numbers of items: `['stage']`, `['history', 'stage']`, `['tags']`. For a
   * key, those of the map that it is in. What lies deeper than our files go has the path of what it is in.
   */
  readonly path: readonly string[];
  /** The number of the map or the list that it stands in: neighbours have the same. */
  readonly group: number;
  /** With its quotes; where both are the same, the place is free. */
  readonly start: number;
  readonly end: number;
  /** Up to where a cursor from `start` on is at a free place. */
  readonly until: number;
  /** What is meant: without quotes. */
  readonly text: string;
  readonly quote: Quote;
  /** An item of a list. */
  readonly isItem: boolean;
  /** In brackets or braces. */
  readonly isFlow: boolean;
  /** Behind a key: whether its colon is there. */
  readonly hasColon: boolean;
  /** What has to stand before whatever is written at a free place: a blank, or the dash of an item. */
  readonly lead: string;
}

/** How a value is quoted; `|` is a text of several lines, of which nothing can be replaced. */
export type Quote = '' | '"' | "'" | '|';

/** Our files go no deeper. */
const DEEPEST = 3;

/** The path of what stands at a key; bounded, as files may be nested without end. */
export function below(path: readonly string[], key: string): readonly string[] {
  return path.length < DEEPEST ? [...path, key] : path;
}

export type NewPart = Pick<KeyOrValue, 'kind' | 'path' | 'group' | 'start' | 'end'> & Partial<KeyOrValue>;

export function makePart(given: NewPart): KeyOrValue {
  return {
    until: given.end,
    text: '',
    quote: '',
    isItem: false,
    isFlow: false,
    hasColon: false,
    lead: '',
    ...given,
  };
}

/** Whether nothing stands there yet. */
export function isFree({ start, end }: KeyOrValue): boolean {
  return start === end;
}
