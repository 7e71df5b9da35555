import { englishReport } from './en/report';
import type { Language } from './languages';

/** The words of the report that is printed, copied and sent. */
export type ReportWords = ReturnType<typeof englishReport>;

const LANGUAGES: Readonly<Record<Language, () => ReportWords>> = { en: englishReport };

export function reportWords(language: Language): ReportWords {
  return LANGUAGES[language]();
}
