import { english } from './english';
import { french } from './french';
import { german } from './german';
import type { SaidLanguage } from './language';
import { spanish } from './spanish';

/** Their own language comes first, since the same letters may be a day in one and a month in another. */
export function languagesOf(language: string): readonly [SaidLanguage, ...SaidLanguage[]] {
  const own = { de: german, es: spanish, fr: french }[language.slice(0, 2).toLowerCase()];
  return own ? [own, english] : [english];
}
