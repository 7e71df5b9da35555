import type { AgendaId } from '../core/pipeline/agenda';
import { AGENDA_PARTS, type dayWords } from './en/today';
import type { Language } from './languages';

/** What the page, the command line and reports say of a rep's day in the same words. */
export type DayWords = ReturnType<typeof dayWords>;

const AGENDA: Readonly<Record<Language, Readonly<Record<AgendaId, string>>>> = { en: AGENDA_PARTS };

/** What the parts of the agenda are called. */
export function agendaParts(language: Language): Readonly<Record<AgendaId, string>> {
  return AGENDA[language];
}
