import { NO_CURRENCIES, type Currencies } from '../core/moneyFormat';
import { formatsIn } from '../words/formats';
import { pageWords } from '../words/page';

const shown: { currencies: Currencies } = { currencies: NO_CURRENCIES };

/** From now on amounts are told apart among the currencies of this pipeline: to be called before it is drawn. */
export function tellApart(currencies: Currencies): void {
  shown.currencies = currencies;
}

/** What the page says, with numbers and dates as in the editor's language. */
export const words = pageWords(
  'en',
  formatsIn(document.documentElement.lang, () => shown.currencies),
);

/** What all parts of it say in the same way. */
export const { say } = words;
