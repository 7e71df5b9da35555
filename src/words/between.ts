import { englishBetween } from './en/between';
import type { Language } from './languages';

/** The words of what changed between two points. */
export type BetweenWords = ReturnType<typeof englishBetween>;

const LANGUAGES: Readonly<Record<Language, () => BetweenWords>> = { en: englishBetween };

export function betweenWords(language: Language): BetweenWords {
  return LANGUAGES[language]();
}
