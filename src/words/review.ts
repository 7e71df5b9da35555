import { englishReview } from './en/review';
import type { Language } from './languages';

/** The words of the weekly review. */
export type ReviewWords = ReturnType<typeof englishReview>;

const LANGUAGES: Readonly<Record<Language, () => ReviewWords>> = { en: englishReview };

export function reviewWords(language: Language): ReviewWords {
  return LANGUAGES[language]();
}
