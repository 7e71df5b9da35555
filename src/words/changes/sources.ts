import type { CalendarDate } from '../../core/calendar';
import { moneyIn } from '../../core/moneyFormat';
import type { Pipeline } from '../../core/pipeline/pipeline';
import { betweenWords } from '../between';
import { usableLocale } from '../formats';
import { shortDate } from '../row';
import type { BetweenSources } from './groups';

/**
 * What changes are told with where people read them in the editor and on the page.
 *
 * @param language as a BCP 47 tag
 */
export function sourcesFor(
  { process, currencies }: Pick<Pipeline, 'process' | 'currencies'>,
  today: CalendarDate,
  language: string,
): Omit<BetweenSources, 'changes'> {
  return {
    ...{ process, words: betweenWords('en'), money: moneyIn(currencies, usableLocale(language)) },
    day: day => shortDate(day, { today, language }),
  };
}
