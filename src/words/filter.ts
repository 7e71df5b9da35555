import type { DealFilter } from '../core/filter/table';
import { stageOf, type Process } from '../core/process/process';
import { englishFilter } from './en/filter';
import type { Language } from './languages';

/** The words of filters: in the view, on the page and on the command line. */
export type FilterWords = ReturnType<typeof englishFilter>;

const LANGUAGES: Readonly<Record<Language, () => FilterWords>> = { en: englishFilter };

/** Which deals a filter means, with a team's names of the stages; texts from files are not escaped. */
export function filterInWords(filter: DealFilter, process: Process): string {
  return filterWords('en').describe(filter, { stage: id => stageOf(process, id).label });
}

export function filterWords(language: Language): FilterWords {
  return LANGUAGES[language]();
}
