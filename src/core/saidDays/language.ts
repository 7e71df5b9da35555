/**
 * What the words of a language mean, as tokens that are the same in all of them: `end`, `next`, `week` for “Ende nächster
 * Woche”. A phrase has its words with blanks between them; marks above letters do not matter.
 */
export interface SaidLanguage {
  /** For each token, or several with blanks between them, the phrases that mean it, with `|` between them. */
  readonly phrases: Readonly<Record<string, string>>;
  /** Single letters that mean a unit right behind a number: `2w`. */
  readonly units: Readonly<Record<string, string>>;
  /** What makes `15` the fifteenth. */
  readonly ordinal: RegExp;
  /** The adjective comes behind its noun: “vendredi prochain”. */
  readonly turns: boolean;
  /** Whether “next friday” is the one of next week; where people mean either, it is understood if both are the same. */
  readonly nextIsOfNextWeek: boolean;
  /** Whether “week 5” is that of ISO 8601; in America weeks are counted otherwise. */
  readonly numbersWeeks: boolean;
  /** Whether “dec 27” is a day, and never a December. */
  readonly dayBehindMonth: boolean;
}

/** A phrase that means several days: nothing with it in is understood. */
export const UNSURE = '?';

/** What stands before that of which something is a part: “the 15th of the month”. */
export const OF = 'of';

/** A word that changes nothing. */
export const NOISE = '';

/** The phrases of 1, 2, 3 and so on. */
export function numbers(...words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word, index) => [String(index + 1), word]));
}

/** The phrases of the first, the second, the third and so on. */
export function ordinals(...words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word, index) => [`${index + 1}o`, word]));
}
