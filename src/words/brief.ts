import { englishBrief } from './en/brief';
import type { Language } from './languages';

/** The words of a brief. */
export type BriefWords = ReturnType<typeof englishBrief>;

const LANGUAGES: Readonly<Record<Language, () => BriefWords>> = { en: englishBrief };

export function briefWords(language: Language): BriefWords {
  return LANGUAGES[language]();
}
