/** Whether a language says if the day comes before the month in 1/2: English without a country does not. */
export function hasDayOrder(language: string): boolean {
  return !/^(?:en|und)$/i.test(language);
}

/** English without a country writes the day first, as most of the world does, everywhere we show a date. */
export function dateLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
