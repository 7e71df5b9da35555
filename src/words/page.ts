import { englishPage } from './en/page/page';
import type { Formats } from './formats';
import type { Language } from './languages';

/** The words of the funnel page. */
export type PageWords = ReturnType<typeof englishPage>;

const LANGUAGES: Readonly<Record<Language, (formats: Formats) => PageWords>> = { en: englishPage };

/** @param formats of the reader's language, which may be one that we do not speak */
export function pageWords(language: Language, formats: Formats): PageWords {
  return LANGUAGES[language](formats);
}
