import { englishPast } from './en/past';
import type { Language } from './languages';

/** The words of what happened to a deal. */
export type PastWords = ReturnType<typeof englishPast>;

const LANGUAGES: Readonly<Record<Language, () => PastWords>> = { en: englishPast };

export function pastWords(language: Language): PastWords {
  return LANGUAGES[language]();
}
